// SPDX-License-Identifier: MIT
#include "server/log/event_log.h"

#include "server/log/event_text.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace keisan::server {
namespace {

bool isRequest(const ServerEvent& event) {
    return event.kind == ServerEvent::Kind::Evaluated || event.kind == ServerEvent::Kind::Failed;
}

// The tutorial has no line for the other events; a failure to listen is told on standard error.
bool belongsToTutorial(const ServerEvent& event) {
    using Kind = ServerEvent::Kind;
    return !isRequest(event) && event.kind != Kind::CannotListen && event.kind != Kind::Disconnected &&
           event.kind != Kind::Stopped;
}

QByteArray timeText(qint64 timeMs) {
    return QDateTime::fromMSecsSinceEpoch(timeMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
}

} // namespace

void EventLog::writeToStandardOutput(bool withRequests) {
    m_standardOutput = std::make_unique<LineWriter>(STDOUT_FILENO);
    m_requestsToStandardOutput = withRequests;
}

bool EventLog::writeToFile(const QString& path) {
    auto file = std::make_unique<LineWriter>(QFile::encodeName(path));
    if (!file->isOpen())
        return false;
    m_file = std::move(file);
    return true;
}

void EventLog::append(const std::vector<ServerEvent>& events) {
    for (const ServerEvent& event : events)
        write(event);
}

void EventLog::write(const ServerEvent& event) {
    if (m_standardOutput && (belongsToTutorial(event) || (m_requestsToStandardOutput && isRequest(event))))
        m_standardOutput->put(eventText(event));
    if (m_file)
        m_file->put(timeText(event.timeMs) + ' ' + eventText(event));
}

void EventLog::reopenFile() {
    if (m_file)
        m_file->reopen();
}

} // namespace keisan::server
