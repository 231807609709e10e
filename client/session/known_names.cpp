// SPDX-License-Identifier: MIT
#include "client/session/known_names.h"

#include "common/protocol/structured_codec.h"

namespace keisan::client {

namespace {

QString callId() {
    return QStringLiteral("names");
}

} // namespace

KnownNames::KnownNames(CalculatorClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client, &CalculatorClient::stateChanged, this, &KnownNames::followState);
    connect(&client, &CalculatorClient::responseReceived, this, &KnownNames::take);
}

void KnownNames::followState() {
    const bool isLive = m_client.status().mode == CalculatorClient::Mode::Structured;
    if (isLive && !m_isLive)
        m_client.call(callId(), protocol::encodeCall(callId(), QStringLiteral("names")));
    m_isLive = isLive;
}

void KnownNames::take(const protocol::Response& response) {
    if (response.id != QJsonValue(callId()) || response.fault)
        return;
    m_names = namesFrom(response.result);
    Q_EMIT changed();
}

} // namespace keisan::client
