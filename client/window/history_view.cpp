// SPDX-License-Identifier: MIT
#include "client/window/history_view.h"

#include "client/window/typed_text.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace keisan::client {

HistoryView::HistoryView(QWidget* parent) : QListView(parent) {
    setObjectName(QStringLiteral("historyView"));
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // coming and going would change every item's width
    setResizeMode(QListView::Adjust);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_settling)
            m_follows = value >= verticalScrollBar()->maximum();
    });
}

void HistoryView::scrollByPages(int pages) {
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pages * verticalScrollBar()->pageStep());
}

// A click chooses for itself, and a window that comes back shows what it showed.
void HistoryView::focusInEvent(QFocusEvent* event) {
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                         event->reason() == Qt::ShortcutFocusReason;
    if (isByKey && !currentIndex().isValid())
        setCurrentIndex(model()->index(model()->rowCount() - 1, 0));
    QListView::focusInEvent(event);
}

void HistoryView::keyPressEvent(QKeyEvent* event) {
    if (state() == EditingState) // the key that ends a note is heard here too
        return QListView::keyPressEvent(event);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid() && event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT insertAnswerAsked(currentIndex());
    else if (isEnter && currentIndex().isValid())
        Q_EMIT insertExpressionAsked(currentIndex());
    else if (event->matches(QKeySequence::Copy))
        Q_EMIT copyAsked();
    else if (event->key() == Qt::Key_Delete)
        Q_EMIT removeAsked();
    else if (isTypedText(*event))
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

void HistoryView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    if (m_follows)
        scheduleDelayedItemsLayout();
}

void HistoryView::rowsInserted(const QModelIndex& parent, int start, int end) {
    if (end == model()->rowCount(parent) - 1)
        m_follows = true; // a new expression is what one wants to see
    QListView::rowsInserted(parent, start, end);
}

void HistoryView::updateGeometries() {
    m_settling = true;
    QListView::updateGeometries();
    if (m_follows)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_settling = false;
}

} // namespace keisan::client
