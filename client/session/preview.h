// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"

#include <QObject>

#include <optional>

namespace keisan::client {

// What an expression would come to, asked of a structured server without changing anything there. One is in
// flight: asked for another, the older is cancelled, and whatever it still answers is dropped. None is asked
// for while an evaluation is waited for.
// The client must outlive it; same thread.
class Preview : public QObject {
    Q_OBJECT

public:
    explicit Preview(CalculatorClient& client, QObject* parent = nullptr);

    // False, and nothing is asked, without a structured connection, while an evaluation is waited for, and of
    // a line longer than the server takes.
    bool ask(const QString& expression);

    // What was asked for is not wanted any more.
    void drop();

Q_SIGNALS:
    void received(const QString& expression, const keisan::client::Reply& reply);

private:
    bool send();
    void take(const protocol::Response& response);

    CalculatorClient& m_client;
    QString m_open;                  // the id of the call that is not answered yet
    QString m_asked;                 // its expression
    std::optional<QString> m_wanted; // the expression the next answer is wanted for
    bool m_isCancelled = false;      // the open one
    quint64 m_count = 0;
};

} // namespace keisan::client
