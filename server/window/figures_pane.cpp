// SPDX-License-Identifier: MIT
#include "server/window/figures_pane.h"

#include "server/window/figures_bar.h"

#include <QVBoxLayout>

namespace keisan::server {

FiguresPane::FiguresPane(QWidget* parent)
    : QWidget(parent)
    , m_bar(new FiguresBar(this))
    , m_graph(new GraphView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_bar);
    column->addWidget(m_graph);
    m_graph->hide();
    connect(m_bar, &FiguresBar::graphRequested, this, &FiguresPane::toggleGraph);
}

void FiguresPane::append(const std::vector<ServerEvent>& events) {
    for (const ServerEvent& event : events)
        m_figures.add(event);
}

void FiguresPane::refresh(qint64 nowMs) {
    m_nowMs = nowMs;
    m_bar->showFigures(m_figures, m_maxClients, nowMs);
    std::vector<Figures::Point> points = m_figures.lastMinutes(nowMs);
    m_bar->showLastMinutes(points);
    if (m_graphShown)
        m_graph->setPoints(std::move(points));
}

void FiguresPane::setGraphShown(bool shown) {
    m_graphShown = shown;
    m_graph->setSeries(m_series);
    m_graph->setVisible(shown);
    m_bar->setGraphShown(shown, m_series);
    refresh(m_nowMs);
    Q_EMIT graphShownChanged(shown);
}

// The figure whose graph is shown hides it again, another one replaces it.
void FiguresPane::toggleGraph(GraphView::Series series) {
    const bool shown = !m_graphShown || series != m_series;
    m_series = series;
    setGraphShown(shown);
}

} // namespace keisan::server
