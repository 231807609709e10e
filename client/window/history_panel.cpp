// SPDX-License-Identifier: MIT
#include "client/window/history_panel.h"

#include "client/window/history_delegate.h"
#include "client/window/history_filter.h"
#include "client/window/history_item.h"
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
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace keisan::client {

using namespace std::chrono_literals;

namespace {

constexpr auto kSearchDelay = 150ms; // after the last key: the answers may be long

} // namespace

HistoryPanel::HistoryPanel(HistoryModel& history, QWidget* parent)
    : QWidget(parent)
    , m_history(history)
    , m_filter(new HistoryFilter(history, this))
    , m_search(new QLineEdit(this))
    , m_found(new QLabel(this))
    , m_view(new HistoryView(this))
    , m_delegate(new HistoryDelegate(this))
    , m_welcome(new Welcome(this))
    , m_nothing(new QWidget(this))
    , m_nothingText(new QLabel(this))
    , m_clearSearch(new QPushButton(this))
    , m_pages(new QStackedWidget(this)) {
    buildList();
    buildLayout();
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(kSearchDelay);
    connect(m_search, &QLineEdit::textChanged, &m_searchDelay, qOverload<>(&QTimer::start));
    connect(&m_searchDelay, &QTimer::timeout, this, &HistoryPanel::search);
    connect(m_clearSearch, &QPushButton::clicked, this, &HistoryPanel::leaveSearch);
    // Of the history itself: the filter tells of a removal before it has happened there.
    connect(&m_history, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::showCounts);
    connect(&m_history, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::showCounts);
    connect(m_welcome, &Welcome::exampleChosen, this, &HistoryPanel::exampleChosen);
    retranslate();
    showCounts();
}

void HistoryPanel::buildList() {
    m_view->setModel(m_filter);
    m_view->setItemDelegate(m_delegate);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &HistoryPanel::askForMenu);
    connect(m_view, &HistoryView::copyAsked, this, [this] { copyChosen(CopyForm::Answer); });
    connect(m_view, &HistoryView::removeAsked, this, &HistoryPanel::removeChosen);
    connect(m_view, &HistoryView::insertExpressionAsked, this, [this](const QModelIndex& index) {
        Q_EMIT insertAsked(m_history.item(sourceRow(index)).expression);
    });
    connect(m_view, &HistoryView::insertAnswerAsked, this,
            [this](const QModelIndex& index) { insertAnswer(sourceRow(index)); });
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
    m_clearSearch->setObjectName(QStringLiteral("clearSearchButton"));
    auto* nothing = new QVBoxLayout(m_nothing);
    nothing->addStretch();
    nothing->addWidget(m_nothingText, 0, Qt::AlignCenter);
    nothing->addWidget(m_clearSearch, 0, Qt::AlignCenter);
    nothing->addStretch();
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
    if (remove(chosenRows()))
        Q_EMIT said(tr("Removed. Ctrl+Z brings it back."));
}

void HistoryPanel::clearHistory() {
    QList<int> rows;
    for (int row = 0; row < m_history.rowCount(); ++row)
        rows << row;
    if (remove(rows))
        Q_EMIT said(tr("The history is cleared. Ctrl+Z brings it back."));
}

// What still runs stays: it could not be stopped any more, and its answer would find no place.
bool HistoryPanel::remove(QList<int> rows) {
    const bool areThereAny = !rows.isEmpty();
    rows.removeIf([this](int row) { return m_history.item(row).isOpen(); });
    if (!rows.isEmpty())
        m_undo.push(new RemoveItems(m_history, rows));
    else if (areThereAny)
        Q_EMIT said(tr("What is running cannot be removed: stop it first."));
    return !rows.isEmpty();
}

QList<int> HistoryPanel::rowsForDeed() const {
    QList<int> rows = chosenRows();
    for (int row = m_history.rowCount() - 1; row >= 0 && rows.isEmpty(); --row) {
        if (m_history.item(row).state == ItemState::Answered)
            rows << row;
    }
    return rows;
}

bool HistoryPanel::hasChosen() const {
    return m_view->selectionModel()->hasSelection();
}

void HistoryPanel::chooseNone() {
    m_view->clearSelection();
    m_view->selectionModel()->clearCurrentIndex();
}

void HistoryPanel::reveal(int row) {
    if (!m_filter->mapFromSource(m_history.index(row)).isValid())
        endSearch();
}

void HistoryPanel::copyChosen(CopyForm form) {
    QList<HistoryItem> items;
    for (const int row : rowsForDeed())
        items << m_history.item(row);
    if (items.isEmpty())
        return Q_EMIT said(tr("There is no answer to copy yet"));
    auto* copied = new QMimeData;
    copied->setText(copyText(items, form));
    if (items.size() > 1)
        copied->setData(QStringLiteral("text/csv"), copyCsv(items));
    const QString shown = headAndTail(copied->text());
    QGuiApplication::clipboard()->setMimeData(copied);
    const bool isWhole =
        std::all_of(items.begin(), items.end(), [](const HistoryItem& item) { return item.isWhole(); });
    Q_EMIT said(!isWhole           ? tr("Copied only the beginning: the whole answer was not kept")
                : !hasChosen()     ? tr("Copied the last answer: %1").arg(shown)
                : items.size() > 1 ? tr("Copied, items: %1").arg(items.size())
                                   : tr("Copied: %1").arg(shown));
}

void HistoryPanel::insertAnswer(int row) {
    const HistoryItem& item = m_history.item(row);
    if (item.state != ItemState::Answered)
        Q_EMIT said(tr("This item has no answer"));
    else if (!item.isWhole())
        Q_EMIT said(tr("Only the two ends of this answer were kept: send it again"));
    else
        Q_EMIT insertAsked(QString::fromUtf8(item.answer));
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
    leaveSearch();
    return true;
}

void HistoryPanel::search() {
    m_filter->setText(m_search->text());
    showCounts();
}

void HistoryPanel::leaveSearch() {
    endSearch();
    Q_EMIT left();
}

void HistoryPanel::endSearch() {
    m_search->clear();
    m_searchDelay.stop();
    search();
}

void HistoryPanel::retranslate() {
    m_search->setPlaceholderText(tr("Search the history"));
    m_search->setAccessibleName(tr("Search the history"));
    m_view->setAccessibleName(tr("History"));
    m_nothingText->setText(tr("No item matches."));
    m_clearSearch->setText(tr("Clear the search"));
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

// By the mouse for the item under it, by the menu key for the current one.
void HistoryPanel::askForMenu(QPoint position) {
    QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        index = m_view->currentIndex();
    if (!index.isValid())
        return;
    if (!m_view->selectionModel()->isSelected(index))
        m_view->setCurrentIndex(index);
    const QRect box = m_view->visualRect(index);
    Q_EMIT menuAsked(m_view->viewport()->mapToGlobal(box.contains(position) ? position : box.center()));
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
