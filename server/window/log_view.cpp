// SPDX-License-Identifier: MIT
#include "server/window/log_view.h"

#include "common/widgets/colours.h"
#include "server/window/fixed_font.h"
#include "server/window/models/log_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kRowPadding = 6;

// Warnings and errors in their colour, and with a sign before the event's name.
class LevelDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto level = static_cast<LogLevel>(index.data(LogModel::LevelRole).toInt());
        if (level == LogLevel::Info)
            return;
        const auto role = level == LogLevel::Error ? widgets::Role::Error : widgets::Role::Warning;
        option->palette.setColor(QPalette::Text, widgets::colourOf(role, option->palette));
        if (index.column() == LogModel::Event)
            option->text.prepend(levelSign(level));
    }
};

} // namespace

LogView::LogView(QWidget* parent) : QTableView(parent) {
    setObjectName(QStringLiteral("log"));
    setItemDelegate(new LevelDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerItem);
    setFont(fixedFont());
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight();
    setTextElideMode(Qt::ElideMiddle);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::scrolled);
}

void LogView::setModel(QAbstractItemModel* model) {
    QTableView::setModel(model);
    // After the view's own connections: its scroll bar has the new range by then.
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int start, int end) {
        if (start == 0)
            standStill(end - start + 1);
    });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { setNewLines(0); });
}

void LogView::setFollows(bool follows) {
    if (follows)
        goToEnd();
    if (follows == m_follows)
        return;
    m_follows = follows;
    setNewLines(0);
    Q_EMIT followsChanged(follows);
}

void LogView::goToEnd() {
    const QScopedValueRollback adjusting(m_adjusting, true);
    scrollToBottom();
}

void LogView::scrolled(int value) {
    if (!m_adjusting)
        setFollows(value == verticalScrollBar()->maximum());
}

void LogView::setNewLines(int lines) {
    if (lines == m_newLines)
        return;
    m_newLines = lines;
    Q_EMIT newLinesChanged(lines);
}

void LogView::rowsInserted(const QModelIndex& parent, int start, int end) {
    QTableView::rowsInserted(parent, start, end);
    if (m_follows)
        goToEnd();
    else
        setNewLines(m_newLines + end - start + 1);
}

void LogView::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) {
    m_topBeforeRemoval = verticalScrollBar()->value();
    const QScopedValueRollback adjusting(m_adjusting, true);
    QTableView::rowsAboutToBeRemoved(parent, start, end);
}

// The oldest lines have gone: what the reader looks at must not move.
void LogView::standStill(int removed) {
    const QScopedValueRollback adjusting(m_adjusting, true);
    if (m_follows)
        scrollToBottom();
    else
        verticalScrollBar()->setValue(std::max(0, m_topBeforeRemoval - removed));
}

void LogView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
    QTableView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        setFollows(false);
    Q_EMIT choiceChanged();
}

void LogView::updateGeometries() {
    const QScopedValueRollback adjusting(m_adjusting, true);
    QTableView::updateGeometries();
    if (m_follows)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

// A pane that opens below must not cover the line that it tells about.
void LogView::resizeEvent(QResizeEvent* event) {
    const QRect chosen = visualRect(currentIndex());
    const bool wasSeen = chosen.isValid() && chosen.top() >= 0 && chosen.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (m_follows || !wasSeen)
        return;
    const QScopedValueRollback adjusting(m_adjusting, true);
    scrollTo(currentIndex());
}

void LogView::setRowHeight() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + kRowPadding);
}

void LogView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont());
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
}

} // namespace keisan::server
