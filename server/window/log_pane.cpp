// SPDX-License-Identifier: MIT
#include "server/window/log_pane.h"

#include "common/widgets/colours.h"
#include "server/window/log_view.h"
#include "server/window/models/log_export.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kColumnCharacters[] = {14, 7, 18, 36, 36, 10};
constexpr int kClientsInMenu = 30;

QToolButton* toolButton(const char* name, QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

LogPane::LogPane(LogModel& log, WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_shown(log)
    , m_view(new LogView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    buildFilterRow(actions);
    m_view->setModel(&m_shown);
    m_view->horizontalHeader()->setSectionResizeMode(LogModel::Answer, QHeaderView::Stretch);
    for (int i = 0; i < LogModel::ColumnCount; ++i)
        m_view->setColumnWidth(i, m_view->fontMetrics().horizontalAdvance(QLatin1Char('0')) *
                                      kColumnCharacters[i]);
    column->addWidget(m_view, 1);
    m_newLines = new QPushButton(this);
    m_newLines->setObjectName(QStringLiteral("newLines"));
    m_newLines->hide();
    column->addWidget(m_newLines);
    m_undoBar = buildBar("undoBar", m_undoText, m_undo);
    m_hintBar = buildBar("hintBar", m_hint, m_copyHint);
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(kFilterDelayMs);
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(kUndoMs);
    connectParts(actions);
    retranslate();
    colour();
}

void LogPane::buildFilterRow(WindowActions& actions) {
    auto* row = new QHBoxLayout;
    m_title = new QLabel(this);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setClearButtonEnabled(true);
    m_title->setBuddy(m_filter);
    row->addWidget(m_title);
    row->addWidget(m_filter, 1);
    for (QToolButton*& level : m_levels) {
        level = new QToolButton(this);
        level->setObjectName(QStringLiteral("level%1").arg(&level - m_levels.data()));
        level->setCheckable(true);
        level->setChecked(true);
        row->addWidget(level);
    }
    m_client = new QToolButton(this);
    m_client->setObjectName(QStringLiteral("clientMenu"));
    m_client->setPopupMode(QToolButton::InstantPopup);
    m_client->setMenu(new QMenu(m_client));
    m_follow = new QCheckBox(this);
    m_follow->setObjectName(QStringLiteral("followBox"));
    m_follow->setChecked(true);
    m_pause = toolButton("pauseButton", actions.pause, this);
    m_save = toolButton("saveButton", actions.saveLog, this);
    m_clear = toolButton("clearButton", actions.clearLog, this);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_client, m_follow, m_pause, m_save, m_clear})
        row->addWidget(widget);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("filterState"));
    m_count->setTextFormat(Qt::PlainText);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addLayout(row);
    column->addWidget(m_count);
}

QFrame* LogPane::buildBar(const char* name, QLabel*& text, QPushButton*& button) {
    auto* bar = new QFrame(this);
    bar->setObjectName(QLatin1String(name));
    bar->setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 2, 6, 2);
    text = new QLabel(bar);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    button = new QPushButton(bar);
    row->addWidget(text);
    row->addWidget(button);
    row->addStretch();
    layout()->addWidget(bar);
    bar->hide();
    return bar;
}

void LogPane::connectParts(WindowActions& actions) {
    connect(m_filter, &QLineEdit::textChanged, &m_filterDelay, qOverload<>(&QTimer::start));
    connect(&m_filterDelay, &QTimer::timeout, this, &LogPane::applyFilter);
    for (QToolButton* level : m_levels)
        connect(level, &QToolButton::toggled, this, &LogPane::showLevels);
    connect(m_client->menu(), &QMenu::aboutToShow, this, &LogPane::fillClientMenu);

    actions.follow->setChecked(true);
    connect(m_follow, &QCheckBox::clicked, m_view, &LogView::setFollows);
    connect(actions.follow, &QAction::triggered, m_view, &LogView::setFollows);
    connect(m_view, &LogView::followsChanged, m_follow, &QCheckBox::setChecked);
    connect(m_view, &LogView::followsChanged, actions.follow, &QAction::setChecked);
    connect(actions.newest, &QAction::triggered, m_view, [this] { m_view->setFollows(true); });
    connect(m_newLines, &QPushButton::clicked, m_view, [this] { m_view->setFollows(true); });
    connect(m_view, &LogView::newLinesChanged, this, &LogPane::showNewLines);
    connect(m_view, &LogView::choiceChanged, this, &LogPane::chosenEntryChanged);

    connect(actions.pause, &QAction::toggled, &m_log, &LogModel::setPaused);
    connect(actions.saveLog, &QAction::triggered, this, &LogPane::saveRequested);
    connect(actions.findInLog, &QAction::triggered, this, &LogPane::focusFilter);
    connect(actions.clearFilter, &QAction::triggered, this, &LogPane::clearFilter);
    connect(actions.clearLog, &QAction::triggered, this, &LogPane::clear);
    connect(actions.undoClear, &QAction::triggered, this, &LogPane::undoClear);
    connect(m_undo, &QPushButton::clicked, actions.undoClear, &QAction::trigger);
    connect(&m_undoTime, &QTimer::timeout, this, [this] {
        m_log.forgetCleared();
        m_undoBar->hide();
    });
    connect(m_copyHint, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_hintCommand);
        Q_EMIT copied(m_hintCommand);
    });
    connect(&m_log, &LogModel::heldBackChanged, this, &LogPane::showCount);
    connect(&m_log, &LogModel::rowsInserted, this, &LogPane::showCount);
    connect(&m_log, &LogModel::rowsRemoved, this, &LogPane::showCount);
    connect(&m_log, &LogModel::modelReset, this, &LogPane::showCount);
}

void LogPane::setFilterText(const QString& text) {
    m_filter->setText(text);
    applyFilter();
}

void LogPane::showOnly(quint64 client) {
    setFilterText(QStringLiteral("client:%1").arg(client));
}

QWidget* LogPane::filterEdit() const {
    return m_filter;
}

void LogPane::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LogPane::clearFilter() {
    setFilterText({});
    m_view->setFocus();
}

// A text that means nothing hides nothing: all lines stay until it does.
void LogPane::applyFilter() {
    m_filterDelay.stop();
    const auto parsed = LogFilter::parse(m_filter->text());
    const auto* fault = std::get_if<FilterFault>(&parsed);
    m_fault = fault == nullptr ? QString() : fault->reason;
    LogFilter filter = fault == nullptr ? std::get<LogFilter>(parsed) : LogFilter();
    for (std::size_t i = 0; i < m_levels.size(); ++i)
        filter.setLevel(static_cast<LogLevel>(i), m_levels[i]->isChecked());
    m_shown.setFilter(filter);
    if (m_view->follows())
        m_view->setFollows(true);
    colour();
    showCount();
}

void LogPane::fillClientMenu() {
    QMenu* menu = m_client->menu();
    menu->clear();
    menu->addAction(tr("All clients"), this, [this] { setFilterText({}); });
    QList<quint64> clients;
    for (int row = m_log.rowCount() - 1; row >= 0 && clients.size() < kClientsInMenu; --row)
        if (const quint64 client = m_log.entry(row).event.client; client != 0 && !clients.contains(client))
            clients += client;
    std::sort(clients.begin(), clients.end());
    for (const quint64 client : clients)
        menu->addAction(tr("Client %1").arg(client), this, [this, client] { showOnly(client); });
}

void LogPane::clear() {
    if (m_log.rowCount() == 0)
        return;
    m_log.clear();
    m_undoBar->show();
    m_undoTime.start();
}

void LogPane::undoClear() {
    if (!m_log.canUndoClear())
        return;
    m_undoTime.stop();
    m_undoBar->hide();
    m_log.undoClear();
    if (m_view->follows())
        m_view->setFollows(true);
}

void LogPane::setHint(const QString& text, const QString& command) {
    m_hintText = text;
    m_hintCommand = command;
    m_hint->setText(command.isEmpty() ? text : text + QStringLiteral("  ") + command);
    m_copyHint->setVisible(!command.isEmpty());
    m_hintBar->setVisible(!text.isEmpty());
}

const LogEntry* LogPane::chosenEntry() const {
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() && m_view->selectionModel()->hasSelection() ? &m_shown.entry(index.row())
                                                                       : nullptr;
}

QString LogPane::chosenLines() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    if (rows.size() > 1) {
        QStringList header;
        for (int column = 0; column < LogModel::ColumnCount; ++column)
            header += m_log.headerData(column, Qt::Horizontal).toString();
        lines += header.join(QLatin1Char('\t'));
    }
    for (const QModelIndex& row : rows)
        lines += QString::fromUtf8(tabSeparated(m_shown.entry(row.row())));
    return lines.join(QLatin1Char('\n'));
}

void LogPane::showCount() {
    const QLocale locale;
    QStringList parts;
    if (!m_fault.isEmpty())
        parts += QStringLiteral("✗ ") + m_fault;
    else if (!m_shown.filter().acceptsAll())
        parts += tr("Showing %1 of %2 lines")
                     .arg(locale.toString(m_shown.rowCount()), locale.toString(m_log.rowCount()));
    if (m_log.isPaused())
        parts += tr("Paused: %Ln new line(s) wait", nullptr, m_log.heldBack());
    m_count->setText(parts.join(QStringLiteral("   ")));
    m_count->setAccessibleName(m_count->text());
    m_count->setVisible(!parts.isEmpty());
}

void LogPane::showNewLines() {
    const int lines = m_view->newLines();
    m_newLines->setText(tr("▼ %Ln new line(s) (End)", nullptr, lines));
    m_newLines->setVisible(lines > 0);
}

// The look of a button that is down is hardly to be told in dark colours, so a sign says it too.
void LogPane::nameLevels() {
    const std::array names{tr("Info"), tr("Warnings"), tr("Errors")};
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        m_levels[i]->setText((m_levels[i]->isChecked() ? QStringLiteral("✓ ") : QStringLiteral("– ")) +
                             names[i]);
        m_levels[i]->setAccessibleName(tr("Show lines: %1").arg(names[i]));
    }
}

void LogPane::showLevels() {
    nameLevels();
    applyFilter();
}

void LogPane::retranslate() {
    m_title->setText(tr("&Log"));
    m_filter->setPlaceholderText(tr("Filter: zero   client:7   event:error   took>100"));
    m_filter->setAccessibleName(tr("Filter of the log"));
    nameLevels();
    m_client->setText(tr("Client"));
    m_client->setAccessibleName(tr("Show one client only"));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(
        tr("Stay at the newest line (Ctrl+L). Scrolling up or choosing a line turns it off."));
    m_view->setAccessibleName(tr("Log of the server"));
    m_undoText->setText(tr("Log cleared."));
    m_undo->setText(tr("Undo"));
    m_copyHint->setText(tr("Copy"));
    m_copyHint->setAccessibleName(tr("Copy the command"));
    showCount();
    showNewLines();
    m_view->widenToHeaders();
}

void LogPane::colour() {
    const auto countRole = m_fault.isEmpty() ? widgets::Role::Secondary : widgets::Role::Error;
    widgets::setTextColour(*m_count, widgets::colourOf(countRole, palette()));
    // The frame is drawn by the style, so only a style sheet can turn it red.
    m_filter->setStyleSheet(m_fault.isEmpty()
                                ? QString()
                                : QStringLiteral("border: 2px solid %1")
                                      .arg(widgets::colourOf(widgets::Role::Error, palette()).name()));
    m_filter->setToolTip(m_fault);
}

void LogPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_log.retranslate();
        applyFilter();
        retranslate();
    }
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
