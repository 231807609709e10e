// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <vector>

class QAbstractEventDispatcher;

namespace keisan::server {

class Connection;

// What the connections of one thread write in one turn of its event loop goes out together when the turn
// ends, or 1 ms after the first of it was written. Waking a peer that sleeps costs more time than sending
// to one that is awake: so many a peer is woken once, not once for every connection. Lives in that thread.
class Outbox : public QObject {
    Q_OBJECT

public:
    // `dispatcher` is that of the thread.
    explicit Outbox(const QAbstractEventDispatcher& dispatcher, QObject* parent = nullptr);

    // Its endTurn() is called, once.
    void add(Connection* connection);

    // For one that is destroyed.
    void remove(Connection* connection);

private:
    void sendAll();

    std::vector<Connection*> m_waiting;
    QElapsedTimer m_sinceFirst; // of those that wait
};

} // namespace keisan::server
