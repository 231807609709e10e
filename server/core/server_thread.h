// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QAbstractSocket>
#include <QHostAddress>
#include <QObject>

#include <memory>
#include <vector>

namespace keisan::server {

// The server seen from the main thread: starts and stops the network thread in which CalculatorServer lives,
// and brings its events over. Headless mode and the window both stand on it and on nothing else of the core.
// Lives in the main thread; never blocks it, save in the destructor.
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

    State state() const;

    // Where it listens, with the port that was chosen when 0 was asked for; what was asked for until then.
    Endpoint endpoint() const;

    // Clients connected as of the last events taken.
    int clientCount() const;

    // Stopped -> Starting, then stateChanged(Listening), or listenFailed and stateChanged(Stopped).
    void start(const Endpoint& endpoint);

    // Listening -> Stopping: no new clients, waits for the answers owed for at most graceMs, then closes.
    // Called again while Stopping: closes at once.
    void stop(int graceMs = 1000);

    // What happened since the last call, oldest first.
    std::vector<ServerEvent> takeEvents();

Q_SIGNALS:
    void stateChanged(State state);
    void listenFailed(QAbstractSocket::SocketError error, const QString& reason);
    void eventsAvailable(); // at most once between two takeEvents()

private:
    class Private; // placeholder until the core lands
};

} // namespace keisan::server
