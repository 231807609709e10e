// SPDX-License-Identifier: MIT
#include "server/window/log_pane.h"

#include "common/widgets/colours.h"
#include "server/window/column_folder.h"
#include "server/window/log_filter_row.h"
#include "server/window/log_view.h"
#include "server/window/models/log_export.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace keisan::server {

namespace {

QStringList eventLabels() {
    QStringList labels;
    for (const ServerEvent::Kind kind : kEventKinds)
        labels << levelSign(levelOf(kind)) + eventLabel(kind);
    return labels;
}

std::vector<ColumnFolder::Column> columns() {
    return {
        {14, 3},                              // Time
        {7, 1},                               // Client
        {18, 0, true, false, 0, eventLabels}, // Event
        {34, 0, true, false, 14},             // Expression
        {16, 0, true, true},                  // Answer
        {10, 2},                              // Took
    };
}

} // namespace

LogPane::LogPane(LogModel& log, WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_actions(actions)
    , m_shown(log)
    , m_filter(new LogFilterRow(log, actions, this))
    , m_count(new QLabel(this))
    , m_view(new LogView(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_filter);
    m_count->setObjectName(QStringLiteral("filterState"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    column->addWidget(m_count);
    buildTable();
    column->addWidget(m_view, 1);
    m_newLines = new QPushButton(this);
    m_newLines->setObjectName(QStringLiteral("newLines"));
    m_newLines->hide();
    column->addWidget(m_newLines);
    m_undoBar = buildBar("undoBar", m_undoText, m_undo);
    m_hintBar = buildBar("hintBar", m_hint, m_copyHint);
    m_undoTime.setSingleShot(true);
    m_undoTime.setInterval(kUndoMs);
    connectFollow();
    connectActions();
    connectParts();
    retranslate();
    colour();
}

void LogPane::buildTable() {
    m_view->setModel(&m_shown);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_columns = new ColumnFolder(*m_view, keisan::server::columns());
}

QFrame* LogPane::buildBar(const char* name, QLabel*& text, QPushButton*& button) {
    auto* bar = new QFrame(this);
    bar->setObjectName(QLatin1String(name));
    bar->setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 2, 6, 2);
    text = new QLabel(bar);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    button = new QPushButton(bar);
    row->addWidget(text, 1);
    row->addWidget(button);
    layout()->addWidget(bar);
    bar->hide();
    return bar;
}

void LogPane::connectFollow() {
    QCheckBox& box = m_filter->follow();
    m_actions.follow->setChecked(true);
    connect(&box, &QCheckBox::clicked, m_view, &LogView::setFollows);
    connect(m_actions.follow, &QAction::triggered, m_view, &LogView::setFollows);
    connect(m_view, &LogView::followsChanged, &box, &QCheckBox::setChecked);
    connect(m_view, &LogView::followsChanged, m_actions.follow, &QAction::setChecked);
    connect(m_actions.newest, &QAction::triggered, m_view, [this] { m_view->setFollows(true); });
    connect(m_newLines, &QPushButton::clicked, m_view, [this] { m_view->setFollows(true); });
    connect(m_view, &LogView::newLinesChanged, this, &LogPane::showNewLines);
}

void LogPane::connectActions() {
    connect(m_actions.pause, &QAction::toggled, &m_log, &LogModel::setPaused);
    connect(m_actions.findInLog, &QAction::triggered, m_filter, &LogFilterRow::focusEdit);
    connect(m_actions.clearFilter, &QAction::triggered, this, &LogPane::clearFilter);
    connect(m_actions.clearLog, &QAction::triggered, this, &LogPane::clear);
    connect(m_actions.undoClear, &QAction::triggered, this, &LogPane::undoClear);
    connect(m_undo, &QPushButton::clicked, m_actions.undoClear, &QAction::trigger);
}

void LogPane::connectParts() {
    connect(m_filter, &LogFilterRow::filterChanged, this, &LogPane::applyFilter);
    connect(m_view, &LogView::choiceChanged, this, &LogPane::chosenEntryChanged);
    connect(m_view, &QWidget::customContextMenuRequested, this, &LogPane::showMenu);
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

void LogPane::clearFilter() {
    m_filter->setText({});
    m_view->setFocus();
}

void LogPane::applyFilter() {
    m_shown.setFilter(m_filter->filter());
    if (m_view->follows())
        m_view->setFollows(true);
    colour();
    showCount();
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

void LogPane::showMenu(const QPoint& at) {
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    const quint64 client = m_shown.entry(index.row()).event.client;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("logContextMenu"));
    menu->addActions({m_actions.copyLines, m_actions.showDetails});
    if (client != 0)
        menu->addAction(tr("Show only client %1").arg(client), this,
                        [this, client] { m_filter->showOnly(client); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
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
    if (!m_filter->fault().isEmpty())
        parts += QStringLiteral("✗ ") + m_filter->fault();
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

void LogPane::retranslate() {
    m_view->setAccessibleName(tr("Log of the server"));
    m_undoText->setText(tr("Log cleared."));
    m_undo->setText(tr("Undo"));
    m_copyHint->setText(tr("Copy"));
    m_copyHint->setAccessibleName(tr("Copy the command"));
    showCount();
    showNewLines();
}

void LogPane::colour() {
    const auto role = m_filter->fault().isEmpty() ? widgets::Role::Secondary : widgets::Role::Error;
    widgets::setTextColour(*m_count, widgets::colourOf(role, palette()));
}

void LogPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_log.retranslate();
        retranslate();
    }
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
