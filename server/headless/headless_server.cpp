// SPDX-License-Identifier: MIT
#include "server/headless/headless_server.h"

#include "server/log/event_text.h"
#include "server/process.h"
#include "server/systemd.h"

#include <QCoreApplication>

#include <cstdio>

namespace keisan::server {
namespace {

// After a signal: replies that are owed and requests that wait for the log get this long (what is left of
// these is counted), and the process ends in any case after that long.
constexpr int kGraceMs = 1000;
constexpr int kEndMs = 1900;

// On standard error: standard output holds the tutorial's lines and nothing else.
void say(const QByteArray& line) {
    std::fprintf(stderr, "keisan-server: %s\n", line.constData());
}

int failToStart(const QString& problem) {
    say(problem.toLocal8Bit());
    return 1;
}

} // namespace

HeadlessServer::HeadlessServer(const ServerOptions& options) : m_options(options) {
    ignoreFailedWrites();
    m_signals.watchHangUps();
    connect(&m_server, &ServerThread::eventsAvailable, &m_server, &ServerThread::takeEvents);
    connect(&m_server, &ServerThread::eventsTaken, &m_log, &EventLog::append);
    connect(&m_server, &ServerThread::eventsTaken, this, &HeadlessServer::tellRoom);
    connect(&m_server, &ServerThread::listenFailed, this, &HeadlessServer::tellWhyNot);
    connect(&m_server, &ServerThread::stateChanged, this, &HeadlessServer::follow);
    connect(&m_signals, &program::SignalWatcher::endRequested, this, &HeadlessServer::end);
    connect(&m_signals, &program::SignalWatcher::hungUp, &m_log, &EventLog::reopenFile);
}

int HeadlessServer::run() {
    const PassedSocket passed = passedSocket();
    if (!passed.problem.isEmpty())
        return failToStart(passed.problem);
    if (const auto problem = m_log.writeToFile(m_options))
        return failToStart(*problem);
    m_log.writeToStandardOutput(m_options.verbose);
    configure(m_server, m_options);
    m_server.setEvaluationEvents(m_log.wantsRequests());
    passed.descriptor >= 0 ? m_server.startOn(passed.descriptor)
                           : m_server.start({m_options.address, m_options.port});
    QCoreApplication::exec();
    while (!m_server.takeEvents().empty()) {
    }
    return m_exitCode;
}

void HeadlessServer::end() {
    endProcessWithin(kEndMs);
    m_log.countRequestsAfter(kGraceMs);
    notifyServiceManager("STOPPING=1");
    m_server.cancelAndStop(kGraceMs);
}

void HeadlessServer::tellRoom(const std::vector<ServerEvent>& events) {
    for (const ServerEvent& event : events) {
        if (event.kind == ServerEvent::Kind::Capacity)
            say("room for " + QByteArray::number(event.count) + " clients" +
                (event.answer.isEmpty() ? QByteArray() : " (" + event.answer + ')'));
    }
}

void HeadlessServer::tellWhyNot(QAbstractSocket::SocketError, const QString& reason) {
    say("cannot listen on " + endpointText(m_options.address, m_options.port) + ": " + reason.toLocal8Bit());
    m_exitCode = 1;
}

void HeadlessServer::follow(ServerThread::State state) {
    if (state == ServerThread::State::Stopped)
        QCoreApplication::quit();
    if (state != ServerThread::State::Listening)
        return;
    const auto [address, port] = m_server.endpoint();
    const QByteArray place = endpointText(address, port);
    if (!address.isLoopback())
        say("everyone who reaches " + place + " can compute here");
    notifyServiceManager("READY=1\nSTATUS=Listening on " + place);
}

} // namespace keisan::server
