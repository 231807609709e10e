// SPDX-License-Identifier: MIT
#include "server/log/event_log.h"

#include "server/log/event_json.h"
#include "server/log/event_text.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace keisan::server {
namespace {

// The tutorial has no line for the other events; how many clients there is room for, and a failure to
// listen, are told on standard error.
bool belongsToTutorial(const ServerEvent& event) {
    using Kind = ServerEvent::Kind;
    return !event.isRequest() && event.kind != Kind::Capacity && event.kind != Kind::CannotListen &&
           event.kind != Kind::Disconnected && event.kind != Kind::Stopped;
}

QByteArray timedText(const ServerEvent& event) {
    return isoTime(event.timeMs) + ' ' + eventText(event);
}

QByteArray timedNow(const QByteArray& line) {
    return isoTime(QDateTime::currentMSecsSinceEpoch()) + ' ' + line;
}

constexpr LineWriter::Words kPlainWords{lostLinesText, notReopenedText};
constexpr LineWriter::Words kTimedWords{[](qsizetype count) { return timedNow(lostLinesText(count)); },
                                        [](int error) { return timedNow(notReopenedText(error)); }};
constexpr LineWriter::Words kJsonWords{lostLinesJson, notReopenedJson};

} // namespace

void EventLog::writeToStandardOutput(bool withRequests) {
    m_standardOutput = std::make_unique<LineWriter>(STDOUT_FILENO, kPlainWords);
    m_requestsToStandardOutput = withRequests;
}

std::optional<QString> EventLog::writeToFile(const ServerOptions& options) {
    if (options.logFile.isEmpty())
        return std::nullopt;
    m_fileFormat = options.logFormat;
    auto file = std::make_unique<LineWriter>(
        LineWriter::File{QFile::encodeName(options.logFile), options.logFileBytes, options.logFilesKept},
        m_fileFormat == LogFormat::Json ? kJsonWords : kTimedWords);
    if (file->openError() != 0)
        return QStringLiteral("cannot write the log file %1: %2")
            .arg(options.logFile, qt_error_string(file->openError()));
    m_file = std::move(file);
    return std::nullopt;
}

void EventLog::append(const std::vector<ServerEvent>& events) {
    quint64 lost = 0;
    for (const ServerEvent& event : events) {
        if (event.kind == ServerEvent::Kind::Overflowed)
            lost += event.count;
        else if (event.isRequest() && m_requestsWritten.hasExpired())
            ++lost;
        else
            write(event);
    }
    if (lost > 0)
        tellLost(lost);
}

void EventLog::tellLost(quint64 requests) {
    if (m_standardOutput && m_requestsToStandardOutput)
        m_standardOutput->lose(static_cast<qsizetype>(requests));
    if (m_file)
        m_file->lose(static_cast<qsizetype>(requests));
}

void EventLog::write(const ServerEvent& event) {
    if (m_standardOutput && (belongsToTutorial(event) || (m_requestsToStandardOutput && event.isRequest())))
        m_standardOutput->put(eventText(event));
    if (m_file)
        m_file->put(m_fileFormat == LogFormat::Json ? eventJson(event) : timedText(event));
}

void EventLog::reopenFile() {
    if (m_file)
        m_file->reopen();
}

} // namespace keisan::server
