// SPDX-License-Identifier: MIT
#include "server/window/graph_view.h"

#include "common/widgets/colours.h"
#include "server/window/curve.h"
#include "server/window/models/log_text.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace keisan::server {

namespace {

constexpr int kMargin = 6;
constexpr int kAreaAlpha = 40;

// The next 1, 2 or 5 times a power of ten: the top of the scale does not change with every point.
double roundUp(double value) {
    if (value <= 1)
        return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 5.0})
        if (value <= step * power)
            return step * power;
    return 10 * power;
}

} // namespace

GraphView::GraphView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("graph"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMinimumHeight(4 * fontMetrics().height());
    retranslate();
}

QSize GraphView::sizeHint() const {
    return {60 * fontMetrics().averageCharWidth(), 7 * fontMetrics().height()};
}

void GraphView::setSeries(Series series) {
    m_series = series;
    retranslate();
    update();
}

void GraphView::setPoints(std::vector<Figures::Point> points) {
    m_points = std::move(points);
    update();
}

double GraphView::valueOf(const Figures::Point& point) const {
    switch (m_series) {
    case Series::Clients: return point.clients;
    case Series::Requests: return point.requests;
    case Series::Latency:
        return static_cast<double>(point.medianNs) / 1000; // µs, so that the scale has steps
    case Series::Errors: return point.errors;
    }
    return 0;
}

QString GraphView::textOf(double value) const {
    return m_series == Series::Latency ? tookText(static_cast<qint64>(value * 1000))
                                       : QLocale().toString(value, 'f', 0);
}

QString GraphView::title() const {
    switch (m_series) {
    case Series::Clients: return tr("Clients");
    case Series::Requests: return tr("Requests a second");
    case Series::Latency: return tr("Median time of an evaluation");
    case Series::Errors: return tr("Errors a second");
    }
    return {};
}

void GraphView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    // The font that stands in for another's signs may be higher than the font itself.
    const int line = fontMetrics().boundingRect({}, Qt::AlignLeft, title() + tr("now")).height();
    const QRect area = rect().adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QRect plot = area.adjusted(0, line, 0, -line);
    double most = 0;
    for (const Figures::Point& point : m_points)
        most = std::max(most, valueOf(point));
    const double top = roundUp(most);

    painter.setPen(widgets::colourOf(widgets::Role::Secondary, palette()));
    painter.drawText(area, Qt::AlignTop | Qt::AlignLeft, textOf(top));
    painter.drawText(area, Qt::AlignTop | Qt::AlignHCenter, title());
    painter.drawText(area, Qt::AlignBottom | Qt::AlignLeft, tr("5 minutes ago"));
    painter.drawText(area, Qt::AlignBottom | Qt::AlignRight, tr("now"));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.drawLine(plot.left(), plot.center().y(), plot.right(), plot.center().y());

    std::vector<double> values;
    for (const Figures::Point& point : m_points)
        values.push_back(valueOf(point));
    const QPainterPath curve = curveThrough(values, top, plot);
    QColor colour = widgets::colourOf(widgets::Role::Number, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.drawPath(curve);
    colour.setAlpha(kAreaAlpha);
    painter.fillPath(areaBelow(curve, plot), colour);
}

void GraphView::retranslate() {
    setAccessibleName(tr("Graph of 5 minutes: %1").arg(title()));
}

void GraphView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
