// SPDX-License-Identifier: MIT
#include "client/session/session_variables.h"

#include "common/protocol/structured_codec.h"

#include <utility>

namespace keisan::client {

SessionVariables::SessionVariables(CalculatorClient& client, QObject* parent)
    : QObject(parent)
    , m_client(client) {
    connect(&client, &CalculatorClient::stateChanged, this, &SessionVariables::followState);
    connect(&client, &CalculatorClient::responseReceived, this, &SessionVariables::take);
    connect(&client, &CalculatorClient::replyReceived, this, [this](RequestId, const Reply& reply) {
        m_isStale = m_isStale || !reply.isError;
        ask();
    });
    connect(&client, &CalculatorClient::requestStopped, this, &SessionVariables::ask);
}

void SessionVariables::followState() {
    const bool isLive = m_client.status().mode == CalculatorClient::Mode::Structured;
    if (isLive == m_isLive)
        return;
    m_isLive = isLive;
    m_open.clear();
    m_isStale = isLive;
    const QList<Variable> gone = std::exchange(m_variables, {});
    if (!gone.isEmpty()) {
        QStringList names;
        for (const Variable& variable : gone)
            names << variable.name;
        Q_EMIT changed();
        Q_EMIT lost(names);
    }
    ask();
}

// Behind an evaluation the server would answer only after it, and then it would have to be asked again.
void SessionVariables::ask() {
    if (!m_isLive || !m_isStale || !m_open.isEmpty() || m_client.waiting().count > 0)
        return;
    const QString id = QStringLiteral("variables-%1").arg(++m_count);
    if (!m_client.call(id, protocol::encodeCall(id, QStringLiteral("variables"))))
        return;
    m_open = id;
    m_isStale = false;
}

void SessionVariables::take(const protocol::Response& response) {
    if (m_open.isEmpty() || response.id != QJsonValue(m_open))
        return;
    m_open.clear();
    QList<Variable> variables = variablesFrom(response.result);
    const bool isOther = variables != m_variables;
    m_variables = std::move(variables);
    if (isOther)
        Q_EMIT changed();
    ask();
}

} // namespace keisan::client
