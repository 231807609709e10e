// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/connection_face.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace keisan::client {

class StateSign;

// One sentence above the input that stays while it is true, with what can be done about it. Hidden without
// one.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void showFace(const ConnectionFace& face);

Q_SIGNALS:
    void retryAsked();
    void giveUpAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StateSign* m_sign;
    QLabel* m_text;
    QPushButton* m_retry;
    QPushButton* m_giveUp;
    QBoxLayout* m_rows;
};

} // namespace keisan::client
