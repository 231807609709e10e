// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/connection_face.h"

#include <QWidget>

namespace keisan::client {

// The small sign of the connection's state: a ring, half a ring, a dot or a triangle in the state's colour.
class StateSign : public QWidget {
    Q_OBJECT

public:
    explicit StateSign(QWidget* parent = nullptr);

    void setSign(Sign sign, widgets::Role colour);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Sign m_sign = Sign::Ring;
    widgets::Role m_colour = widgets::Role::Secondary;
};

} // namespace keisan::client
