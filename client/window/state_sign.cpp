// SPDX-License-Identifier: MIT
#include "client/window/state_sign.h"

#include <QPainter>
#include <QPainterPath>

namespace keisan::client {

StateSign::StateSign(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateSign::setSign(Sign sign, widgets::Role colour) {
    m_sign = sign;
    m_colour = colour;
    update();
}

QSize StateSign::sizeHint() const {
    const int side = fontMetrics().height();
    return {side, side};
}

void StateSign::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = widgets::colourOf(m_colour, palette());
    const double side = std::min(width(), height()) - 4.0;
    const QRectF box((width() - side) / 2, (height() - side) / 2, side, side);
    const double line = side / 5;
    const QRectF inner = box.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(colour, line));
    switch (m_sign) {
    case Sign::Ring: painter.drawEllipse(inner); break;
    case Sign::HalfRing:
        painter.drawEllipse(inner);
        painter.setBrush(colour);
        painter.drawChord(inner, 90 * 16, 180 * 16);
        break;
    case Sign::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(box);
        break;
    case Sign::Triangle:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
        break;
    }
}

} // namespace keisan::client
