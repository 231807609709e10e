// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "client/session/server_words.h"

#include <QObject>

namespace keisan::client {

// The variables of the session on a structured server, asked for when the connection stands and whenever an
// answer came that may have changed them and nothing else is waited for. They live and die with the
// connection; that some have died is said once.
// The client must outlive it; same thread.
class SessionVariables : public QObject {
    Q_OBJECT

public:
    explicit SessionVariables(CalculatorClient& client, QObject* parent = nullptr);

    // Sorted by name, as the server last told them; empty without a structured connection.
    const QList<Variable>& variables() const { return m_variables; }

Q_SIGNALS:
    void changed();
    void lost(const QStringList& names); // with the connection

private:
    void followState();
    void ask();
    void take(const protocol::Response& response);

    CalculatorClient& m_client;
    QList<Variable> m_variables;
    QString m_open;         // the id of the call that is not answered yet
    bool m_isStale = false; // something changed since it was asked
    bool m_isLive = false;  // on a structured connection
    quint64 m_count = 0;
};

} // namespace keisan::client
