// SPDX-License-Identifier: MIT
#include "server/window/figures_bar.h"

#include "server/window/figure_tile.h"
#include "server/window/models/log_text.h"
#include "server/window/sparkline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>
#include <iterator>
#include <optional>

namespace keisan::server {

using Series = GraphView::Series;

namespace {

struct TileRow {
    const char* name;
    int foldsAs;
    std::optional<Series> series; // whose graph a click shows
};

const TileRow kTileRows[] = {
    {"clientsFigure", 0, Series::Clients}, {"requestsFigure", 2, Series::Requests},
    {"rateFigure", 1, Series::Requests},   {"errorsFigure", 4, Series::Errors},
    {"timeFigure", 3, Series::Latency},    {"upFigure", 5, std::nullopt},
};

QString upText(qint64 ms) {
    const qint64 s = ms / 1000;
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, QLatin1Char('0')); };
    return two(s / 3600) + QLatin1Char(':') + two(s / 60 % 60) + QLatin1Char(':') + two(s % 60);
}

} // namespace

FiguresBar::FiguresBar(QWidget* parent) : FoldingRow(parent), m_lastMinute(new Sparkline(this)) {
    static_assert(std::size(kTileRows) == kTiles);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    layout()->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < kTiles; ++i) {
        m_tiles[i] = new FigureTile(this);
        m_tiles[i]->setObjectName(QLatin1String(kTileRows[i].name));
        if (const auto series = kTileRows[i].series)
            connect(m_tiles[i], &QToolButton::clicked, this,
                    [this, series] { Q_EMIT graphRequested(*series); });
        else
            m_tiles[i]->setFocusPolicy(Qt::NoFocus);
        if (i + 1 == kTiles)
            addStretch();
        add(m_tiles[i], kTileRows[i].foldsAs);
    }
    m_tiles.back()->setCheckable(false);
    m_tiles.back()->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_tiles[2]->addPicture(m_lastMinute);
    retranslate();
}

void FiguresBar::showFigures(const Figures& figures, int maxClients, qint64 nowMs) {
    m_clients = figures.clients();
    m_maxClients = maxClients;
    m_requests = figures.requests();
    m_errors = figures.errors();
    m_rate = figures.requestsPerSecond(nowMs);
    m_medianNs = figures.medianNs(nowMs);
    m_slowNs = figures.slowestHundredthNs(nowMs);
    m_upMs = figures.listeningSinceMs() == 0 ? -1 : nowMs - figures.listeningSinceMs();
    setWanted(m_tiles.back(), m_upMs >= 0);
    retranslate();
}

void FiguresBar::showLastMinutes(const std::vector<Figures::Point>& points) {
    std::vector<double> requests;
    const auto last = static_cast<std::ptrdiff_t>(std::min<std::size_t>(points.size(), Sparkline::kSeconds));
    for (auto point = points.end() - last; point != points.end(); ++point)
        requests.push_back(point->requests);
    m_lastMinute->setValues(std::move(requests));
}

void FiguresBar::setGraphShown(bool shown, Series series) {
    for (std::size_t i = 0; i < kTiles; ++i)
        m_tiles[i]->setChecked(shown && kTileRows[i].series == series);
}

void FiguresBar::retranslate() {
    const QLocale locale;
    const QString rate = locale.toString(m_rate, 'f', m_rate > 0 && m_rate < 10 ? 1 : 0);
    const QString none = QStringLiteral("–");
    const QString up = m_upMs < 0 ? QString() : upText(m_upMs);
    m_tiles[0]->setFigure(tr("Clients"), QStringLiteral("%1 / %2").arg(locale.toString(m_clients),
                                                                       locale.toString(m_maxClients)));
    m_tiles[1]->setFigure(tr("Requests"), locale.toString(m_requests));
    m_tiles[2]->setFigure(tr("Per second"), rate);
    m_tiles[3]->setFigure(tr("Errors"), locale.toString(m_errors));
    m_tiles[4]->setFigure(tr("Median, 99 %"),
                          m_medianNs == 0 || m_upMs < 0
                              ? none
                              : tookText(m_medianNs) + QStringLiteral(", ") + tookText(m_slowNs));
    m_tiles[5]->setFigure(tr("Up"), up);
    for (FigureTile* tile : m_tiles)
        tile->setToolTip(tr("Click: the last 5 minutes as a graph"));
    m_tiles[4]->setToolTip(tr("Time of an evaluation over the last 5 minutes: half of them took at most the "
                              "first, 99 of 100 at most the second. Click: a graph"));
}

void FiguresBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        for (FigureTile* tile : m_tiles)
            tile->forgetWidth();
        retranslate();
    }
    FoldingRow::changeEvent(event);
}

} // namespace keisan::server
