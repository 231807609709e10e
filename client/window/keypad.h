// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace keisan::client {

// Keys for the mouse and the finger, made from one table. Each inserts at once; none takes the focus.
class Keypad : public QWidget {
    Q_OBJECT

public:
    explicit Keypad(QWidget* parent = nullptr);

Q_SIGNALS:
    void inserted(const QString& text);
    void backspaced();
    void cleared();
    void evaluated();
};

} // namespace keisan::client
