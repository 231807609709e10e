// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "client/session/server_words.h"

#include <QObject>

namespace keisan::client {

// The functions a structured server knows, asked for once a connection. Those of the last such server stay
// until another one tells its own. The client must outlive it; same thread.
class KnownNames : public QObject {
    Q_OBJECT

public:
    explicit KnownNames(CalculatorClient& client, QObject* parent = nullptr);

    const QList<KnownName>& names() const { return m_names; }

Q_SIGNALS:
    void changed();

private:
    void followState();
    void take(const protocol::Response& response);

    CalculatorClient& m_client;
    QList<KnownName> m_names;
    bool m_isLive = false; // on a structured connection
};

} // namespace keisan::client
