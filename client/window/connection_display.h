// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_session.h"

#include <QObject>
#include <QTimer>

namespace keisan::client {

class ConnectionBar;
class HistoryModel;
class NoticeBar;

// Shows how the connection stands wherever that is seen: in the bar, in the notice, on the items of the
// history that wait. Looks again ten times a second while something changes by itself: a time that runs, a
// try that comes.
class ConnectionDisplay : public QObject {
    Q_OBJECT

public:
    struct Places {
        ConnectionBar& bar;
        NoticeBar& notice;
        HistoryModel& history;
    };

    // All must outlive it.
    ConnectionDisplay(const CalculatorClient& client, const ServerSession& session, const Places& places,
                      QObject* parent);

    // From now on shows every change by itself; what hears of it earlier is shown as it is then.
    void follow();
    void show();

Q_SIGNALS:
    void shown();

private:
    const CalculatorClient& m_client;
    const ServerSession& m_session;
    Places m_places;
    QTimer m_again;
};

} // namespace keisan::client
