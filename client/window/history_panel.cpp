// SPDX-License-Identifier: MIT
#include "client/window/history_panel.h"

#include "client/window/history_delegate.h"
#include "client/window/history_filter.h"
#include "client/window/history_model.h"
#include "client/window/history_undo.h"
#include "client/window/history_view.h"
#include "client/window/welcome.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace keisan::client {

HistoryPanel::HistoryPanel(HistoryModel& history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_filter(new HistoryFilter(history, this))
    , m_search(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_view(new HistoryView(this))
    , m_delegate(new HistoryDelegate(this))
    , m_welcome(new Welcome(this))
    , m_nothing(new QLabel(this))
    , m_pages(new QStackedWidget(this)) {
    buildList();
    buildLayout();
    connect(m_search, &QLineEdit::textChanged, m_filter, &HistoryFilter::setText);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryPanel::showCounts);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::showCounts);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::showCounts);
    connect(m_welcome, &Welcome::exampleChosen, this, &HistoryPanel::exampleChosen);
    retranslate();
    showCounts();
}

void HistoryPanel::buildList() {
    m_view->setModel(m_filter);
    m_view->setItemDelegate(m_delegate);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
    connect(m_view, &HistoryView::copyAsked, this, [this] { copyChosen(CopyForm::Answer); });
    connect(m_view, &HistoryView::removeAsked, this, &HistoryPanel::removeChosen);
    connect(m_view, &HistoryView::insertExpressionAsked, this, [this](const QModelIndex& index) {
        Q_EMIT insertAsked(m_history.item(sourceRow(index)).expression);
    });
    connect(m_view, &HistoryView::insertAnswerAsked, this, [this](const QModelIndex& index) {
        Q_EMIT insertAsked(QString::fromUtf8(m_history.item(sourceRow(index)).answer));
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(sourceRow(index)); });
    connect(m_delegate, &HistoryDelegate::deedAsked, this,
            [this](const QModelIndex& index, ItemDeed deed) { Q_EMIT deedAsked(sourceRow(index), deed); });
    connect(m_delegate, &HistoryDelegate::noteEdited, this,
            [this](const QModelIndex& index, const QString& note) {
                m_undo.push(new ChangeNote(m_history, sourceRow(index), note));
            });
}

void HistoryPanel::buildLayout() {
    m_search->setObjectName(QStringLiteral("searchField"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("foundCount"));
    m_nothing->setObjectName(QStringLiteral("nothingFound"));
    m_nothing->setAlignment(Qt::AlignCenter);
    auto* row = new QHBoxLayout;
    row->addWidget(m_search, 1);
    row->addWidget(m_found);
    auto* list = new QWidget(this);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    column->addWidget(m_nothing, 1);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(list);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setTabOrder(m_view, m_search);
}

void HistoryPanel::scrollByPages(int pages) {
    m_view->scrollByPages(pages);
}

void HistoryPanel::scrollToStart() {
    m_view->scrollToTop();
}

void HistoryPanel::scrollToEnd() {
    m_view->scrollToBottom();
}

void HistoryPanel::focusHistory() {
    if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_filter->index(m_filter->rowCount() - 1, 0));
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void HistoryPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryPanel::editNote() {
    focusHistory();
    if (m_view->currentIndex().isValid())
        m_view->edit(m_view->currentIndex());
}

void HistoryPanel::removeChosen() {
    const QList<int> rows = chosenRows();
    if (rows.isEmpty())
        return;
    m_undo.push(new RemoveItems(m_history, rows));
    Q_EMIT said(tr("Removed. Ctrl+Z brings it back."));
}

void HistoryPanel::copyChosen(CopyForm form) {
    QList<HistoryItem> items;
    for (const int row : chosenRows())
        items << m_history.item(row);
    for (int row = m_history.rowCount() - 1; row >= 0 && items.isEmpty(); --row) {
        if (m_history.item(row).state == ItemState::Answered)
            items << m_history.item(row);
    }
    if (items.isEmpty())
        return Q_EMIT said(tr("There is no answer to copy yet"));
    QGuiApplication::clipboard()->setText(copyText(items, form));
    const bool isWhole =
        std::all_of(items.begin(), items.end(), [](const HistoryItem& item) { return item.isWhole(); });
    Q_EMIT said(isWhole ? tr("Copied") : tr("Copied only the beginning: the whole answer was not kept"));
}

void HistoryPanel::repaintProgress() {
    m_view->viewport()->update();
}

void HistoryPanel::setGrouping(bool grouping) {
    m_delegate->setGrouping(grouping);
    repaintProgress();
}

void HistoryPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool HistoryPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool isEscape =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (watched != m_search || !isEscape)
        return QWidget::eventFilter(watched, event);
    m_search->clear();
    Q_EMIT left();
    return true;
}

void HistoryPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search the history"));
    m_search->setAccessibleName(tr("Search the history"));
    m_view->setAccessibleName(tr("History"));
    m_nothing->setText(tr("No item matches. Esc in the search shows all again."));
}

void HistoryPanel::showCounts() {
    const bool isEmpty = m_filter->rowCount() == 0;
    m_pages->setCurrentIndex(m_history.rowCount() > 0 ? 1 : 0);
    m_found->setText(m_filter->isFiltering()
                         ? QStringLiteral("%1/%2").arg(m_filter->rowCount()).arg(m_history.rowCount())
                         : QString());
    m_found->setVisible(m_filter->isFiltering());
    m_view->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
}

void HistoryPanel::showMenu(QPoint position) {
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    QMenu menu(this);
    const auto add = [&menu, this](const QString& text, auto deed) {
        connect(menu.addAction(text), &QAction::triggered, this, deed);
    };
    const int row = sourceRow(index);
    const HistoryItem& item = m_history.item(row);
    if (item.isOpen())
        add(tr("Stop"), [this, row] { Q_EMIT deedAsked(row, ItemDeed::Stop); });
    else
        add(tr("Send again"), [this, row] { Q_EMIT deedAsked(row, ItemDeed::SendAgain); });
    add(tr("Show the whole answer"), [this, row] { Q_EMIT deedAsked(row, ItemDeed::Show); });
    add(tr("Insert the expression"), [this, index] { Q_EMIT m_view->insertExpressionAsked(index); });
    add(tr("Insert the answer"), [this, index] { Q_EMIT m_view->insertAnswerAsked(index); });
    menu.addSeparator();
    add(tr("Copy the answer"), [this] { copyChosen(CopyForm::Answer); });
    add(tr("Copy the expression"), [this] { copyChosen(CopyForm::Expression); });
    add(tr("Copy both"), [this] { copyChosen(CopyForm::Both); });
    add(tr("Copy as a Markdown table"), [this] { copyChosen(CopyForm::MarkdownTable); });
    add(tr("Copy as a Python session"), [this] { copyChosen(CopyForm::PythonSession); });
    menu.addSeparator();
    add(tr("Note…"), [this] { editNote(); });
    add(tr("Remove"), [this] { removeChosen(); });
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

QList<int> HistoryPanel::chosenRows() const {
    QList<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes())
        rows << sourceRow(index);
    std::sort(rows.begin(), rows.end());
    return rows;
}

int HistoryPanel::sourceRow(const QModelIndex& index) const {
    return m_filter->mapToSource(index).row();
}

} // namespace keisan::client
