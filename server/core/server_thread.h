// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/client_status.h"
#include "server/core/network_thread.h"
#include "server/core/packed_events.h"
#include "server/core/server_event.h"
#include "server/core/server_limits.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>
#include <vector>

namespace keisan::server {

class NetworkSide;
struct NetworkReport;

class ServerThread;
struct ServerOptions;

// Before it is started: limits, the order of serving, what events tell.
void configure(ServerThread& server, const ServerOptions& options);

// The server seen from the main thread: starts and stops the network thread in which CalculatorServer lives,
// with those beside it, and brings their events over. Headless mode and the window both stand on it and on
// nothing else of the core. Lives in the main thread; never blocks it, save in the destructor.
class ServerThread : public QObject {
    Q_OBJECT

public:
    enum class State { Stopped, Starting, Listening, Stopping };
    Q_ENUM(State)

    struct Endpoint {
        QHostAddress address;
        quint16 port = 0;
    };

    explicit ServerThread(QObject* parent = nullptr);
    ~ServerThread() override; // stops at once

    State state() const { return m_state; }

    // Where it listens, with the port that was chosen when 0 was asked for; what was asked for until then.
    Endpoint endpoint() const { return m_endpoint; }

    // Clients connected as of the last events taken.
    int clientCount() const { return static_cast<int>(m_clients.size()); }

    // What bounds the server, from now on: also the clients that are connected.
    void setLimits(const ServerLimits& limits);
    const ServerLimits& limits() const { return m_limits; }

    // How many network threads share the clients. From the next start on.
    void setThreads(int threads) { m_threads = threads; }
    int threads() const { return m_threads; }

    // Whether clients are served one after another, from now on. Not with several threads.
    void setOneAtATime(bool on);
    bool isOneAtATime() const { return m_oneAtATime; }

    // How every client stands: comes with clientsReported, if the server listens.
    void askForClients();

    // Ends what the client is having evaluated; its reply is the error Cancelled. It stays connected.
    void stopEvaluation(quint64 client);

    // Ends its connection and tells it why, if it understands that: bye {reason}.
    void sendAway(quint64 client, const QString& reason);

    // Whether requests are events too (they are by default): Evaluated and Failed. From the next start on.
    void setEvaluationEvents(bool wanted) { m_evaluationEvents = wanted; }

    // Off: the events taken from now on tell of expressions and answers only how long they were, "(12 B)".
    void setEventTexts(bool wanted) { m_eventTexts = wanted; }
    bool eventTexts() const { return m_eventTexts; }

    // Stopped -> Starting, then stateChanged(Listening), or listenFailed and stateChanged(Stopped).
    void start(const Endpoint& endpoint);

    // The same on a socket that listens already, which the server takes over.
    void startOn(int listeningSocket);

    // Listening -> Stopping: no new clients, waits for the answers owed for at most graceMs, then closes.
    // Called again while Stopping: closes at once.
    void stop(int graceMs = 1000);

    // The same, but evaluations are cancelled at once; what is owed then is sent.
    void cancelAndStop(int graceMs = 1000);

    // What happened, oldest first: a slice that a log writes in a few milliseconds (packed_events.h), of a
    // batch that is taken from the network thread when the one before has come to its end. The log gets the
    // same by eventsTaken. While there are more eventsAvailable comes in the next turn of the event loop.
    // Until it is called the network thread wakes nobody for its events: taken seldom, they cost a busy
    // server little, and those of requests that fill the room for them are counted
    // (ServerEvent::Kind::Overflowed).
    std::vector<ServerEvent> takeEvents();

    // Whether there are more slices of the batch that was begun.
    bool isWithinBatch() const { return !m_batch.empty(); }

Q_SIGNALS:
    void stateChanged(State state);
    void listenFailed(QAbstractSocket::SocketError error, const QString& reason);
    void clientsReported(const std::vector<keisan::server::ClientStatus>& clients); // in no order
    void eventsAvailable(); // at most once between two takeEvents()
    void eventsTaken(const std::vector<keisan::server::ServerEvent>& events);
    void reportsWaiting(QPrivateSignal); // wakes the main thread; carries nothing

private:
    void follow(ServerEvent& event);
    void complete(ServerEvent& event) const;
    void receiveReports();
    void receive(const NetworkReport& report);
    bool hasEvents();
    void announceEvents();
    void receiveStatuses();
    void setState(State state);
    void listen(int listeningSocket);
    void stop(int graceMs, bool cancelsEvaluations);

    State m_state = State::Stopped;
    Endpoint m_endpoint;
    ServerLimits m_limits;
    int m_threads = 1;
    bool m_oneAtATime = false;
    bool m_evaluationEvents = true;
    bool m_eventTexts = true;
    std::unordered_map<quint64, Endpoint> m_clients; // connected, as of the last events taken
    bool m_eventsAnnounced = false;                  // since they were last taken
    PackedEvents m_batch;                            // taken from the network thread
    QTimer m_nextSlice;
    std::unique_ptr<NetworkSide> m_network; // lives in m_thread
    NetworkThread m_thread;
};

} // namespace keisan::server
