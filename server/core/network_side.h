// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/client_status.h"
#include "server/core/mailbox.h"
#include "server/core/packed_events.h"
#include "server/core/server_event.h"
#include "server/core/server_limits.h"

#include <QAbstractSocket>
#include <QObject>

#include <latch>
#include <memory>
#include <variant>
#include <vector>

namespace keisan::server {

class CalculatorServer;

// An event that changes how the server stands, which the main thread is told at once, whoever takes events
// when.
struct NetworkReport {
    ServerEvent event;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError; // of CannotListen
};

struct ListenCommand {
    QHostAddress address;
    quint16 port = 0;
    int listeningSocket = -1; // instead of address and port
    bool evaluationEvents = true;
    bool oneAtATime = false;
    int threads = 1;
    ServerLimits limits;
};
struct LimitsCommand {
    ServerLimits limits;
};
struct OneAtATimeCommand {
    bool on = false;
};
struct StatusCommand {};
struct StopEvaluationCommand {
    quint64 client = 0;
};
struct SendAwayCommand {
    quint64 client = 0;
    QByteArray reason;
};
struct StopCommand {
    int graceMs = 0;
    bool cancelsEvaluations = false;
};
struct QuitCommand {};
using NetworkCommand = std::variant<ListenCommand, LimitsCommand, OneAtATimeCommand, StatusCommand,
                                    StopEvaluationCommand, SendAwayCommand, StopCommand, QuitCommand>;

// The network thread's end of ServerThread: carries out its commands on a CalculatorServer and reports back.
// Made and destroyed in the main thread while the network thread does not run; otherwise lives in the latter.
class NetworkSide : public QObject {
    Q_OBJECT

public:
    explicit NetworkSide(std::function<void()> wakeMainThread);
    ~NetworkSide() override;

    void put(NetworkCommand command) { m_commands.put(std::move(command)); } // any thread
    auto takeReports() { return m_reports.takeAll(); }                       // any thread
    // Any thread. Emptied ones bring room for those to come.
    PackedEvents takeEvents(PackedEvents emptied) { return m_events.takeAll(std::move(emptied)); }
    bool hasEvents() { return m_events.size() > 0; }     // any thread
    auto takeStatuses() { return m_statuses.takeAll(); } // any thread

    // After a QuitCommand: until its last deed is done. The thread may then be waited for; QThread::wait()
    // alone orders what both threads do for the machine, but not where ThreadSanitizer sees it.
    void awaitLastDeed() const { m_lastDeed.wait(); }

Q_SIGNALS:
    void commandsWaiting(QPrivateSignal); // wakes the network thread; carries nothing

private:
    void carryOutCommands();
    void carryOut(const ListenCommand& command);
    void carryOut(const LimitsCommand& command);
    void carryOut(const OneAtATimeCommand& command);
    void carryOut(const StatusCommand& command);
    void carryOut(const StopEvaluationCommand& command);
    void carryOut(const SendAwayCommand& command);
    void carryOut(const StopCommand& command);
    void carryOut(const QuitCommand& command);
    void report(const ServerEvent& event);
    void reportRequest(const AnsweredRequest& request) { m_events.put(request); }
    void reportFailure(const ServerEvent& event, QAbstractSocket::SocketError error);
    void forgetServer();

    Mailbox<NetworkCommand> m_commands;
    Mailbox<NetworkReport> m_reports;
    Mailbox<ServerEvent, PackedEvents> m_events; // bounded; wakes the main thread once until they are taken
    Mailbox<std::vector<ClientStatus>> m_statuses;
    std::unique_ptr<CalculatorServer> m_server;
    bool m_stopping = false;
    std::latch m_lastDeed{1};
};

} // namespace keisan::server
