// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_thread.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace keisan::server {

// Why the server cannot listen, in words, with the ways out as buttons. Part of the window, never a dialog;
// hidden while there is no problem.
class ListenProblemBar : public QFrame {
    Q_OBJECT

public:
    explicit ListenProblemBar(QWidget* parent = nullptr);

    // What was tried and what came of it. reason is the system's own, shown where we have no better words.
    void showProblem(const ServerThread::Endpoint& tried, QAbstractSocket::SocketError error,
                     const QString& reason);

Q_SIGNALS:
    void startRequested(const ServerThread::Endpoint& endpoint);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void colour();
    QString problemText() const;
    ServerThread::Endpoint otherEndpoint() const;

    QBoxLayout* m_rows;
    QLabel* m_text;
    QPushButton* m_useOther;
    QPushButton* m_anyPort;
    QPushButton* m_tryAgain;

    ServerThread::Endpoint m_tried;
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
    QString m_reason;
};

} // namespace keisan::server
