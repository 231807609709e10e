// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/folding_row.h"
#include "server/window/graph_view.h"

#include <array>

namespace keisan::server {

class FigureTile;
class Sparkline;

// The figures in one row. A click on one asks for its graph. Shows what it was last given. In a narrow window
// the less important ones fold away.
class FiguresBar : public FoldingRow {
    Q_OBJECT

public:
    explicit FiguresBar(QWidget* parent = nullptr);

    void showFigures(const Figures& figures, int maxClients, qint64 nowMs);
    void showLastMinutes(const std::vector<Figures::Point>& points); // a point a second
    void setGraphShown(bool shown, GraphView::Series series);        // which figure stands out

Q_SIGNALS:
    void graphRequested(GraphView::Series series);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    static constexpr std::size_t kTiles = 6;

    std::array<FigureTile*, kTiles> m_tiles{};
    Sparkline* m_lastMinute;

    // What is shown, to be said again in another language.
    int m_clients = 0;
    int m_maxClients = 0;
    quint64 m_requests = 0;
    quint64 m_errors = 0;
    double m_rate = 0;
    qint64 m_medianNs = 0;
    qint64 m_slowNs = 0;
    qint64 m_upMs = -1; // -1: does not listen
};

} // namespace keisan::server
