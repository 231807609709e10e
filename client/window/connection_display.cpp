// SPDX-License-Identifier: MIT
#include "client/window/connection_display.h"

#include "client/window/connection_bar.h"
#include "client/window/history_model.h"
#include "client/window/notice_bar.h"

#include <chrono>

namespace keisan::client {

namespace {

using namespace std::chrono_literals;
using State = CalculatorClient::State;

constexpr auto kAgainAfter = 100ms;
constexpr qint64 kBusyAfterNs = 1'500'000'000; // without any answer on this connection

} // namespace

ConnectionDisplay::ConnectionDisplay(const CalculatorClient& client, const ServerSession& session,
                                     const Places& places, QObject* parent)
    : QObject(parent)
    , m_client(client)
    , m_session(session)
    , m_places(places) {
    m_again.setInterval(kAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &ConnectionDisplay::show);
}

void ConnectionDisplay::follow() {
    connect(&m_client, &CalculatorClient::stateChanged, this, &ConnectionDisplay::show);
    connect(&m_client, &CalculatorClient::replyReceived, this, &ConnectionDisplay::show);
    connect(&m_session.heartbeat, &Heartbeat::latencyChanged, this, &ConnectionDisplay::show);
}

void ConnectionDisplay::show() {
    const CalculatorClient::Status& status = m_client.status();
    const CalculatorClient::Waiting waiting = m_client.waiting();
    const bool isBusy = waiting.unansweredNs > kBusyAfterNs;
    const ConnectionFace face = faceOf(status, isBusy);
    m_places.bar.showFace(face);
    m_places.bar.showMode(modeWords(status, m_session.heartbeat.latencyNs()));
    m_places.notice.showFace(face);
    m_places.history.setProgress(waiting, status.state != State::Connected ? HistoryModel::Holdup::Connection
                                          : isBusy                         ? HistoryModel::Holdup::Server
                                                                           : HistoryModel::Holdup::None);
    const bool isGreeting =
        status.state == State::Connected && status.mode == CalculatorClient::Mode::Unknown;
    if (waiting.count == 0 && !isGreeting && status.state != State::Reconnecting)
        m_again.stop();
    else if (!m_again.isActive())
        m_again.start();
    Q_EMIT shown();
}

} // namespace keisan::client
