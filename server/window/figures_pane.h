// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/graph_view.h"

#include <QWidget>

namespace keisan::server {

class FiguresBar;

// The figures of the server and, when asked for, the graph of one of them.
class FiguresPane : public QWidget {
    Q_OBJECT

public:
    explicit FiguresPane(QWidget* parent = nullptr);

    void append(const std::vector<ServerEvent>& events);
    void refresh(qint64 nowMs); // shows how things stand; the window calls it once a second while it is seen
    void setMaxClients(int clients) { m_maxClients = clients; }

    const Figures& figures() const { return m_figures; }

    // The rate is 0, and stays so while nothing happens.
    bool isQuiet() const { return rateAt(m_nowMs) == 0 && rateAt(m_nowMs + 1000) == 0; }
    void setGraphShown(bool shown);

Q_SIGNALS:
    void graphShownChanged(bool shown);

private:
    double rateAt(qint64 ms) const { return m_figures.requestsPerSecond(ms); }
    void toggleGraph(GraphView::Series series);

    Figures m_figures;
    int m_maxClients = 0;
    qint64 m_nowMs = 0;
    GraphView::Series m_series = GraphView::Series::Requests;
    bool m_graphShown = false;
    FiguresBar* m_bar;
    GraphView* m_graph;
};

} // namespace keisan::server
