// SPDX-License-Identifier: MIT
#include "client/session/preview.h"

#include "client/session/expression_line.h"
#include "client/session/server_calls.h"
#include "client/session/server_words.h"

namespace keisan::client {

Preview::Preview(CalculatorClient& client, QObject* parent) : QObject(parent), m_client(client) {
    connect(&client, &CalculatorClient::responseReceived, this, &Preview::take);
    connect(&client, &CalculatorClient::stateChanged, this, [this] {
        if (m_client.status().mode == CalculatorClient::Mode::Structured)
            return;
        m_open.clear();
        m_wanted.reset();
    });
}

bool Preview::ask(const QString& expression) {
    drop();
    const bool canAsk =
        m_client.status().mode == CalculatorClient::Mode::Structured && m_client.waiting().count == 0;
    if (!canAsk || wireLine(expression.toUtf8()).isEmpty())
        return false;
    m_wanted = expression;
    return !m_open.isEmpty() || send();
}

void Preview::drop() {
    m_wanted.reset();
    if (m_open.isEmpty() || m_isCancelled)
        return;
    m_isCancelled = true;
    m_client.call(m_open, cancelCall(m_open));
}

// False: it is too long to be sent.
bool Preview::send() {
    const QString id = QStringLiteral("preview-%1").arg(++m_count);
    if (!m_client.call(id, evaluateCall(id, wireLine(m_wanted->toUtf8()), true))) {
        m_wanted.reset();
        return false;
    }
    m_open = id;
    m_asked = *m_wanted;
    m_isCancelled = false;
    return true;
}

void Preview::take(const protocol::Response& response) {
    if (m_open.isEmpty() || response.id != QJsonValue(m_open))
        return;
    m_open.clear();
    if (!m_wanted)
        return;
    if (m_isCancelled) {
        send();
        return;
    }
    m_wanted.reset();
    Q_EMIT received(m_asked, replyFrom(response));
}

} // namespace keisan::client
