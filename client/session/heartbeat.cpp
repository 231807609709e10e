// SPDX-License-Identifier: MIT
#include "client/session/heartbeat.h"

#include "common/protocol/structured_codec.h"

namespace keisan::client {

namespace {

constexpr std::chrono::milliseconds kSettled(1'000); // names, variables and what waited are through

} // namespace

Heartbeat::Heartbeat(CalculatorClient& client, std::chrono::milliseconds interval,
                     std::chrono::milliseconds mostSilence, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_mostSilence(mostSilence) {
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Heartbeat::beat);
    connect(&client, &CalculatorClient::stateChanged, this, &Heartbeat::followState);
    connect(&client, &CalculatorClient::responseReceived, this, &Heartbeat::take);
}

void Heartbeat::followState() {
    const bool isStructured = m_client.status().mode == CalculatorClient::Mode::Structured;
    if (isStructured == m_timer.isActive())
        return;
    m_open.clear();
    m_latencyNs.reset();
    if (!isStructured)
        return m_timer.stop();
    m_timer.start();
    beat();
    QTimer::singleShot(kSettled, this, &Heartbeat::beat);
}

void Heartbeat::beat() {
    if (!m_open.isEmpty()) {
        if (m_client.silentNs() > std::chrono::nanoseconds(m_mostSilence).count())
            m_client.loseConnection(tr("%1 does not answer any more").arg(m_client.status().address.text()));
        return;
    }
    const QString id = QStringLiteral("ping-%1").arg(++m_count);
    m_sinceSent.start();
    if (m_client.call(id, protocol::encodeCall(id, QStringLiteral("ping"))))
        m_open = id;
}

void Heartbeat::take(const protocol::Response& response) {
    if (m_open.isEmpty() || response.id != QJsonValue(m_open))
        return;
    m_open.clear();
    m_latencyNs = m_sinceSent.nsecsElapsed();
    Q_EMIT latencyChanged();
}

} // namespace keisan::client
