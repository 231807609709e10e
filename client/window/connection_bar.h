// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_address.h"
#include "client/window/connection_face.h"
#include "client/window/mode_words.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace keisan::client {

class StateSign;

// The row at the top: the state in shape, colour and word; server and port; the one button that connects,
// cancels or disconnects; how the two speak. Asks; does nothing to the connection itself.
class ConnectionBar : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionBar(QWidget* parent = nullptr);

    // What the fields say, or nothing when the server's name is none.
    std::optional<ServerAddress> address() const;
    void setAddress(const ServerAddress& address);
    void setKnownServers(const QStringList& servers);

    void showFace(const ConnectionFace& face);
    void showMode(const ModeWords& words);
    void focusServer();

Q_SIGNALS:
    void connectAsked();
    void leaveAsked(); // Cancel or Disconnect

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void fold();
    void splitPastedAddress();
    void press();

    ConnectionFace m_face;
    StateSign* m_sign;
    QLabel* m_word;
    QLabel* m_serverLabel;
    QComboBox* m_server;
    QLabel* m_portLabel;
    QSpinBox* m_port;
    QPushButton* m_button;
    QToolButton* m_mode;
    QString m_explanation; // of the mode
};

} // namespace keisan::client
