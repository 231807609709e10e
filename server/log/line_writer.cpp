// SPDX-License-Identifier: MIT
#include "server/log/line_writer.h"

#include <QDeadlineTimer>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace keisan::server {
namespace {

constexpr std::size_t kMaxWaitingLines = 100'000;
constexpr qsizetype kMaxWaitingBytes = 64 * 1024 * 1024;
constexpr qsizetype kPieceBytes = 512; // POSIX: a pipe that polls as writable takes as many without blocking
constexpr int kPollMs = 50;
constexpr int kLastMs = 500; // for what is left at the end
constexpr int kLastPolls = kLastMs / kPollMs;

} // namespace

LineWriter::LineWriter(int descriptor, const Words& words) : m_words(words), m_descriptor(descriptor) {
    start();
}

LineWriter::LineWriter(File file, const Words& words) : m_file(std::move(file)), m_words(words) {
    open();
    m_openError = m_descriptor < 0 ? errno : 0;
    start();
}

LineWriter::~LineWriter() {
    if (m_overflowed > 0)
        keep({});
    m_stop.request_stop();
    m_thread->wait();
    if (!m_file.path.isEmpty() && m_descriptor >= 0)
        ::close(m_descriptor);
}

void LineWriter::put(QByteArray line) {
    if (hasRoomFor(line.size()))
        keep(std::move(line));
    else
        ++m_overflowed;
}

void LineWriter::lose(qsizetype lines) {
    m_overflowed += lines;
    if (hasRoomFor(0))
        keep({});
}

bool LineWriter::hasRoomFor(qsizetype lineBytes) {
    return m_items.size() < kMaxWaitingLines && m_waitingBytes + lineBytes <= kMaxWaitingBytes;
}

void LineWriter::keep(QByteArray line) {
    m_waitingBytes += line.size();
    m_items.put({std::move(line), std::exchange(m_overflowed, 0)});
}

void LineWriter::reopen() {
    m_items.put({{}, 0, true});
}

void LineWriter::start() {
    m_thread.reset(QThread::create([this] {
        m_started.count_down();
        run();
    }));
    m_thread->setObjectName(QStringLiteral("line writer"));
    m_thread->start();
    if (m_thread->isRunning() || m_thread->isFinished()) // else the system has no thread left
        m_started.wait(); // it takes a descriptor when it begins, and the server counts what is left of them
}

void LineWriter::run() {
    while (const auto item = m_items.waitAndTake(m_stop.get_token()))
        write(*item);
    const QDeadlineTimer end(kLastMs);
    for (const Item& item : m_items.takeAll())
        end.hasExpired() ? count(item) : write(item);
    if (m_lost > 0)
        write({});
}

void LineWriter::count(const Item& item) {
    m_lost += item.lost;
    countLine(item);
}

void LineWriter::countLine(const Item& item) {
    m_lost += item.line.isNull() ? 0 : 1;
}

void LineWriter::write(const Item& item) {
    m_waitingBytes -= item.line.size();
    m_lost += item.lost;
    if (item.reopens)
        return openAnew();
    if (wasDeleted() && !open()) // what would be written could not be read by anybody
        return countLine(item);
    if (wouldBeTooLong(item.line.size() + 1))
        rotate();
    const QByteArray lost = m_lost > 0 ? m_words.lostLines(m_lost) + '\n' : QByteArray();
    const QByteArray line = item.line.isNull() ? QByteArray() : item.line + '\n';
    if (writeLines(lost + line))
        m_lost = 0;
    else
        countLine(item);
}

void LineWriter::openAnew() {
    if (!open())
        writeLines(m_words.notReopened(errno) + '\n');
}

// What a full disk or a crash has cut off is ended first.
bool LineWriter::writeLines(const QByteArray& lines) {
    return writeAll(m_endsInLine ? '\n' + lines : lines);
}

bool LineWriter::writeAll(QByteArrayView bytes) {
    while (!bytes.isEmpty() && awaitRoom()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(),
                                        static_cast<std::size_t>(std::min(bytes.size(), kPieceBytes)));
        if (written < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (written <= 0)
            return false;
        m_endsInLine = bytes[written - 1] != '\n';
        m_fileBytes += written;
        bytes = bytes.sliced(written);
    }
    return bytes.isEmpty();
}

// Waits until the descriptor takes more; false when it never will, or the end has come and nobody reads.
bool LineWriter::awaitRoom() {
    for (; m_lastPolls < kLastPolls; m_lastPolls += m_stop.stop_requested() ? 1 : 0) {
        pollfd state{m_descriptor, POLLOUT, 0};
        if (poll(&state, 1, kPollMs) > 0)
            return (state.revents & POLLOUT) != 0;
    }
    return false;
}

// False: the old one, if any, serves on. Nobody waits for somebody who reads a pipe.
bool LineWriter::open() {
    const int opened =
        ::open(m_file.path.constData(), O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0640);
    if (opened < 0)
        return false;
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = opened;
    struct stat status {};
    m_isPlainFile = fstat(m_descriptor, &status) == 0 && S_ISREG(status.st_mode);
    m_fileBytes = m_isPlainFile ? status.st_size : 0;
    m_endsInLine = m_fileBytes > 0 && fileEndsInLine();
    return true;
}

// As a full disk or a crash leaves it.
bool LineWriter::fileEndsInLine() const {
    char last = '\n';
    const int reading = ::open(m_file.path.constData(), O_RDONLY | O_CLOEXEC);
    if (reading < 0)
        return false;
    [[maybe_unused]] const ssize_t got = pread(reading, &last, 1, static_cast<off_t>(m_fileBytes - 1));
    ::close(reading);
    return last != '\n';
}

bool LineWriter::wasDeleted() const {
    struct stat status {};
    return !m_file.path.isEmpty() && fstat(m_descriptor, &status) == 0 && status.st_nlink == 0;
}

bool LineWriter::wouldBeTooLong(qsizetype lineBytes) const {
    return m_isPlainFile && m_file.maxBytes > 0 && m_fileBytes > 0 &&
           m_fileBytes + lineBytes > m_file.maxBytes;
}

// Where renaming does not work, or no file can be made, the old one serves on.
void LineWriter::rotate() {
    if (access(m_file.path.constData(), F_OK) == 0) // else it has been put aside, and is what is written to
        putAside();
    open();
}

void LineWriter::putAside() {
    const auto aside = [this](int number) { return m_file.path + '.' + QByteArray::number(number); };
    for (int number = m_file.kept; number > 1; --number)
        std::rename(aside(number - 1).constData(), aside(number).constData());
    std::rename(m_file.path.constData(), aside(1).constData());
}

} // namespace keisan::server
