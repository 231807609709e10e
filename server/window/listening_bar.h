// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_thread.h"
#include "server/window/folding_row.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace keisan::server {

// The top line of the window: whether the server listens, where, and the one button that changes it. Shows
// the state in a colour, a shape and a word; they and the button stay in the narrowest window. Only reports
// what was pressed; the window tells it what came of it.
class ListeningBar : public FoldingRow {
    Q_OBJECT

public:
    explicit ListeningBar(QWidget* parent = nullptr);

    // What the fields say. A port of 0 means any free one.
    ServerThread::Endpoint chosen() const;
    void choose(const ServerThread::Endpoint& endpoint);

    // actual: where it listens or is about to; failed: the last try to listen came to nothing.
    void showState(ServerThread::State state, const ServerThread::Endpoint& actual, bool failed);

    void setOwed(int answers); // to be sent before a stopping server is stopped

Q_SIGNALS:
    void startRequested(const ServerThread::Endpoint& endpoint);
    void stopRequested();
    void copyRequested();
    void chosenChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void colour();
    void fillAddresses();
    void nameAddresses();
    void lockFields();
    QString stateText() const;
    void pressed();

    QLabel* m_sign;
    QLabel* m_word;
    QPushButton* m_copy;
    QLabel* m_addressLabel;
    QComboBox* m_address;
    QLabel* m_portLabel;
    QSpinBox* m_port;
    QPushButton* m_startStop;

    ServerThread::State m_state = ServerThread::State::Stopped;
    ServerThread::Endpoint m_actual;
    bool m_failed = false;
    int m_owed = 0;
};

} // namespace keisan::server
