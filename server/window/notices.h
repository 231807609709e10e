// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace keisan::server {

class NoticeLine;

// What whoever looks at the window has to know as long as it is so: who can reach the server, what is not
// logged, who is made to wait. Takes no room while there is nothing to say.
class Notices : public QWidget {
    Q_OBJECT

public:
    explicit Notices(QWidget* parent = nullptr);

    void setOpenToNetwork(bool open);
    void setLogsExpressions(bool logs);
    void setOneAtATime(bool on, int waitingClients);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    NoticeLine* m_network;
    NoticeLine* m_privacy;
    NoticeLine* m_oneAtATime;

    bool m_openToNetwork = false;
    bool m_logsExpressions = true;
    bool m_isOneAtATime = false;
    int m_waitingClients = 0;
};

} // namespace keisan::server
