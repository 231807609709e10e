// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace keisan::client {

// Pings a structured server, at once, again when all has been asked that is asked at the beginning, and then
// every interval: how long that takes is the latency, also while
// an evaluation runs. A ping that stays unanswered while nothing at all comes for kMostSilence means that the
// server has vanished, its cable pulled or its machine asleep: then the connection is given up.
// The client must outlive it; same thread.
class Heartbeat : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kInterval{10'000};
    static constexpr std::chrono::milliseconds kMostSilence{30'000};

    explicit Heartbeat(CalculatorClient& client, std::chrono::milliseconds interval = kInterval,
                       std::chrono::milliseconds mostSilence = kMostSilence, QObject* parent = nullptr);

    // Of the last ping that was answered on this connection; nothing before the first.
    std::optional<qint64> latencyNs() const { return m_latencyNs; }

Q_SIGNALS:
    void latencyChanged();

private:
    void followState();
    void beat();
    void take(const protocol::Response& response);

    CalculatorClient& m_client;
    std::chrono::milliseconds m_mostSilence;
    QTimer m_timer;
    QElapsedTimer m_sinceSent;
    QString m_open; // the id of the ping that is not answered yet
    quint64 m_count = 0;
    std::optional<qint64> m_latencyNs;
};

} // namespace keisan::client
