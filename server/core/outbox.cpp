// SPDX-License-Identifier: MIT
#include "server/core/outbox.h"

#include "server/core/connection.h"

#include <QAbstractEventDispatcher>

#include <utility>

namespace keisan::server {
namespace {

constexpr qint64 kHeldNs = 1'000'000;

} // namespace

// A turn is over when the next one begins, or when the thread is about to wait for it.
Outbox::Outbox(const QAbstractEventDispatcher& dispatcher, QObject* parent) : QObject(parent) {
    connect(&dispatcher, &QAbstractEventDispatcher::awake, this, &Outbox::sendAll);
    connect(&dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Outbox::sendAll);
}

void Outbox::add(Connection* connection) {
    if (m_waiting.empty())
        m_sinceFirst.start();
    m_waiting.push_back(connection);
    if (m_sinceFirst.nsecsElapsed() >= kHeldNs)
        sendAll();
}

void Outbox::remove(Connection* connection) {
    std::erase(m_waiting, connection);
}

// One that ends may let another be served.
void Outbox::sendAll() {
    while (!m_waiting.empty())
        for (Connection* connection : std::exchange(m_waiting, {}))
            connection->endTurn();
}

} // namespace keisan::server
