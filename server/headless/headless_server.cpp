// SPDX-License-Identifier: MIT
#include "server/headless/headless_server.h"

#include "server/log/event_text.h"

#include <QCoreApplication>

#include <cstdio>

namespace keisan::server {
namespace {

// After a signal: replies that are owed get this long, and the process ends in any case after that long.
constexpr int kGraceMs = 1000;
constexpr int kEndMs = 1900;

void complain(const QByteArray& line) {
    std::fprintf(stderr, "keisan-server: %s\n", line.constData());
}

} // namespace

HeadlessServer::HeadlessServer(const ServerOptions& options)
    : m_options(options)
    , m_signals(SignalWatcher::HangUp::ReopensLog) {
    connect(&m_server, &ServerThread::eventsAvailable, &m_server, &ServerThread::takeEvents);
    connect(&m_server, &ServerThread::eventsTaken, &m_log, &EventLog::append);
    connect(&m_server, &ServerThread::listenFailed, this, &HeadlessServer::tellWhyNot);
    connect(&m_server, &ServerThread::stateChanged, this, &HeadlessServer::leaveIfStopped);
    connect(&m_signals, &SignalWatcher::endRequested, this, &HeadlessServer::end);
    connect(&m_signals, &SignalWatcher::reopenRequested, &m_log, &EventLog::reopenFile);
}

int HeadlessServer::run() {
    m_log.writeToStandardOutput(m_options.verbose);
    if (!m_options.logFile.isEmpty() && !m_log.writeToFile(m_options.logFile)) {
        complain("cannot write the log file " + m_options.logFile.toLocal8Bit());
        return 1;
    }
    m_server.setLimits(m_options.limits);
    m_server.setOneAtATime(m_options.oneAtATime);
    m_server.setEvaluationEvents(m_log.wantsRequests());
    m_server.start({m_options.address, m_options.port});
    QCoreApplication::exec();
    m_server.takeEvents();
    return m_exitCode;
}

void HeadlessServer::end() {
    SignalWatcher::endProcessWithin(kEndMs);
    m_server.cancelAndStop(kGraceMs);
}

void HeadlessServer::tellWhyNot(QAbstractSocket::SocketError, const QString& reason) {
    complain("cannot listen on " + endpointText(m_options.address, m_options.port) + ": " +
             reason.toLocal8Bit());
    m_exitCode = 1;
}

void HeadlessServer::leaveIfStopped(ServerThread::State state) {
    if (state == ServerThread::State::Stopped)
        QCoreApplication::quit();
}

} // namespace keisan::server
