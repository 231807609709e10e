// SPDX-License-Identifier: MIT
#include "server/window/figures_bar.h"

#include "server/window/models/log_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace keisan::server {

using Series = GraphView::Series;

namespace {

constexpr std::array kSeries{Series::Clients, Series::Requests, Series::Requests, Series::Errors,
                             Series::Latency};

QString upText(qint64 ms) {
    const qint64 s = ms / 1000;
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, QLatin1Char('0')); };
    return two(s / 3600) + QLatin1Char(':') + two(s / 60 % 60) + QLatin1Char(':') + two(s % 60);
}

} // namespace

FiguresBar::FiguresBar(QWidget* parent) : QWidget(parent), m_up(new QLabel(this)) {
    static constexpr std::array kNames{"clientsFigure", "requestsFigure", "rateFigure", "errorsFigure",
                                       "timeFigure"};
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i] = new QToolButton(this);
        m_buttons[i]->setObjectName(QLatin1String(kNames[i]));
        m_buttons[i]->setAutoRaise(true);
        m_buttons[i]->setCheckable(true);
        connect(m_buttons[i], &QToolButton::clicked, this, [this, i] { Q_EMIT graphRequested(kSeries[i]); });
        row->addWidget(m_buttons[i]);
    }
    row->addStretch();
    m_up->setObjectName(QStringLiteral("upFigure"));
    row->addWidget(m_up);
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
    retranslate();
}

void FiguresBar::setGraphShown(bool shown, Series series) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(shown && kSeries[i] == series);
}

void FiguresBar::retranslate() {
    const QLocale locale;
    const std::array texts{
        tr("Clients %1 / %2").arg(locale.toString(m_clients), locale.toString(m_maxClients)),
        tr("Requests %1").arg(locale.toString(m_requests)),
        tr("%1/s").arg(locale.toString(m_rate, 'f', m_rate > 0 && m_rate < 10 ? 1 : 0)),
        tr("Errors %1").arg(locale.toString(m_errors)),
        m_medianNs == 0 ? tr("median –, 99 % –")
                        : tr("median %1, 99 % %2").arg(tookText(m_medianNs), tookText(m_slowNs)),
    };
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setText(texts[i]);
        m_buttons[i]->setAccessibleName(texts[i]);
        m_buttons[i]->setToolTip(tr("Click: the last 5 minutes as a graph"));
    }
    m_buttons.back()->setToolTip(
        tr("Time of an evaluation over the last 5 minutes: half of them took at most the "
           "first, 99 of 100 at most the second. Click: a graph"));
    m_up->setText(m_upMs < 0 ? QString() : tr("Up %1").arg(upText(m_upMs)));
}

void FiguresBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
