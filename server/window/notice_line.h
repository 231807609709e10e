// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace keisan::server {

// One line of warning inside the window, with a sign; hidden while it has nothing to say.
class NoticeLine : public QLabel {
    Q_OBJECT

public:
    explicit NoticeLine(QWidget* parent = nullptr);

    void setNotice(const QString& text); // empty: hides it

protected:
    void changeEvent(QEvent* event) override;

private:
    void colour();
};

} // namespace keisan::server
