// SPDX-License-Identifier: MIT
#include "server/window/sparkline.h"

#include "common/widgets/colours.h"
#include "server/window/curve.h"

#include <QPainter>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kCharacters = 8; // as wide as
constexpr int kAreaAlpha = 50;

} // namespace

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(std::vector<double> values) {
    m_values = std::move(values);
    update();
}

QSize Sparkline::sizeHint() const {
    return {kCharacters * fontMetrics().averageCharWidth(), fontMetrics().ascent()};
}

void Sparkline::paintEvent(QPaintEvent*) {
    if (m_values.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = QRectF(rect()).adjusted(0, 1, 0, -1);
    const double most = std::max(1.0, *std::max_element(m_values.begin(), m_values.end()));
    const QPainterPath curve = curveThrough(m_values, most, plot);
    QColor colour = widgets::colourOf(widgets::Role::Number, palette());
    painter.setPen(QPen(colour, 1.2));
    painter.drawPath(curve);
    colour.setAlpha(kAreaAlpha);
    painter.fillPath(areaBelow(curve, plot), colour);
}

} // namespace keisan::server
