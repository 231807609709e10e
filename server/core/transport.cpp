// SPDX-License-Identifier: MIT
#include "server/core/transport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace keisan::server {
namespace {

#ifdef MSG_NOSIGNAL
constexpr int kSendFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
#else
constexpr int kSendFlags = MSG_DONTWAIT; // SIGPIPE is ignored by the program
#endif

// What an idle connection may keep of its last replies.
constexpr qsizetype kKeptBytes = 512;

// What has gone of replies that still wait is thrown away when it is half as much, or they would grow for as
// long as a slow peer reads and is answered.
constexpr qsizetype kSentBytesKept = 64 * 1024;

// At most 256 KiB of what a peer still sent are looked at before its connection is closed.
constexpr int kMaxThrownAwayReads = 64;

// A peer whose cable was pulled is noticed after 180 + 4 * 30 = 300 s.
constexpr int kKeepAliveIdleS = 180;
constexpr int kKeepAliveIntervalS = 30;
constexpr int kKeepAliveProbes = 4;

void setOption(int descriptor, int level, int name, int value) {
    setsockopt(descriptor, level, name, &value, sizeof value); // Fails harmlessly on what is no TCP socket.
}

bool isTransient(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

Transport::Transport(int descriptor, QAbstractEventDispatcher& dispatcher, Told told)
    : m_descriptor(descriptor)
    , m_told(std::move(told))
    , m_watch(descriptor, dispatcher, [this](unsigned readiness) { look(readiness); }) {
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
#ifdef TCP_KEEPIDLE
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, kKeepAliveIdleS);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, kKeepAliveIntervalS);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPCNT, kKeepAliveProbes);
#endif
    m_watch.want(DescriptorWatch::Readable | DescriptorWatch::Exceptional);
}

Transport::~Transport() {
    close();
}

void Transport::look(unsigned readiness) {
    if ((readiness & DescriptorWatch::Readable) != 0 && m_told)
        m_told(Fact::Readable);
    if ((readiness & DescriptorWatch::Writable) != 0 && isOpen())
        sendWaiting();
    if ((readiness & DescriptorWatch::Exceptional) != 0 && isOpen())
        lookAtException();
}

void Transport::setWanted(unsigned readiness, bool wanted) {
    if (isOpen())
        m_watch.want(wanted ? m_watch.wanted() | readiness : m_watch.wanted() & ~readiness);
}

Transport::Received Transport::receive(std::span<char> buffer) {
    if (!isOpen())
        return {};
    const ssize_t got = recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0) {
        m_bytesIn += static_cast<quint64>(got);
        return {Received::Kind::Bytes, QByteArrayView(buffer.data(), got)};
    }
    if (got == 0)
        return {Received::Kind::EndOfStream, {}};
    if (!isTransient(errno))
        fail(errno);
    return {};
}

void Transport::flush() {
    const bool waits = (m_watch.wanted() & DescriptorWatch::Writable) != 0;
    if (!waits && isOpen() && unsentBytes() > 0)
        sendMore();
}

void Transport::sendMore() {
    const ssize_t taken =
        send(m_descriptor, m_unsent.constData() + m_sent, static_cast<size_t>(unsentBytes()), kSendFlags);
    if (taken < 0 && !isTransient(errno))
        return fail(errno);
    m_sent += std::max<ssize_t>(taken, 0);
    m_bytesOut += static_cast<quint64>(std::max<ssize_t>(taken, 0));
    if (unsentBytes() == 0) {
        m_sent = 0;
        m_unsent.capacity() > kKeptBytes ? m_unsent.clear() : m_unsent.resize(0);
    } else if (m_sent >= std::max(kSentBytesKept, unsentBytes() / 2)) {
        m_unsent = m_unsent.sliced(m_sent);
        m_sent = 0;
    }
    setWanted(DescriptorWatch::Writable, unsentBytes() > 0);
}

void Transport::sendWaiting() {
    sendMore();
    if (isOpen() && m_told)
        m_told(Fact::Sent);
}

void Transport::shutDownSending() {
    if (isOpen())
        shutdown(m_descriptor, SHUT_WR);
}

void Transport::close() {
    if (!isOpen())
        return;
    m_watch.want(DescriptorWatch::Nothing);
    throwAwayUnread();
    ::close(m_descriptor);
    m_descriptor = -1;
}

// Closing on unread bytes resets the connection, which may destroy replies on their way.
void Transport::throwAwayUnread() {
    std::array<char, 4096> buffer{};
    for (int i = 0; i < kMaxThrownAwayReads; ++i)
        if (recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT) <= 0)
            return;
}

// A reset and urgent data look the same here. Urgent data is no part of the protocol: its one byte is thrown
// away. What was urgent before it the kernel gives as ordinary data.
void Transport::lookAtException() {
    pollfd state{m_descriptor, 0, 0};
    poll(&state, 1, 0);
    if ((state.revents & (POLLERR | POLLHUP)) == 0) {
        char urgent = 0;
        recv(m_descriptor, &urgent, 1, MSG_OOB | MSG_DONTWAIT);
        return;
    }
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    fail(error == 0 ? ECONNRESET : error);
}

void Transport::fail(int error) {
    m_error = error;
    close();
    if (m_told)
        m_told(Fact::Failed);
}

} // namespace keisan::server
