// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/figures.h"

#include <QWidget>

namespace keisan::server {

// One figure over the last five minutes, a point a second, the newest on the right, with its greatest value
// and the time written at it. Draws what it was last given.
class GraphView : public QWidget {
    Q_OBJECT

public:
    enum class Series { Clients, Requests, Latency, Errors };

    explicit GraphView(QWidget* parent = nullptr);

    void setSeries(Series series);
    void setPoints(std::vector<Figures::Point> points);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    double valueOf(const Figures::Point& point) const;
    QString textOf(double value) const;
    QString title() const;
    void retranslate();

    Series m_series = Series::Requests;
    std::vector<Figures::Point> m_points;
};

} // namespace keisan::server
