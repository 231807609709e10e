// SPDX-License-Identifier: MIT
#include "server/window/clients_pane.h"

#include "server/window/column_folder.h"
#include "server/window/folding_row.h"
#include "server/window/models/log_text.h"
#include "server/window/now_delegate.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kRowPadding = 6;
constexpr int kLeastRows = 2;

std::vector<ColumnFolder::Column> columns() {
    return {
        {7, 0},              // Number
        {17, 1},             // Address
        {14, 3},             // Program
        {10, 6},             // Mode
        {9, 10},             // Since
        {7, 5},              // Idle
        {9, 2},              // Requests
        {7, 4},              // Errors
        {8, 9},              // In
        {8, 8},              // Out
        {9, 7},              // Cost
        {9, 11, false},      // Busy
        {22, 0, true, true}, // Now
    };
}

} // namespace

ClientsPane::ClientsPane(ClientsModel& clients, WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_actions(actions)
    , m_row(new FoldingRow(this))
    , m_title(new QLabel(this))
    , m_stop(new QToolButton(this))
    , m_disconnect(new QToolButton(this))
    , m_view(new QTableView(this)) {
    m_sorted.setSourceModel(&clients);
    m_sorted.setSortRole(ClientsModel::SortRole);
    m_stop->setObjectName(QStringLiteral("stopEvaluationButton"));
    m_stop->setDefaultAction(actions.stopEvaluation);
    m_disconnect->setObjectName(QStringLiteral("disconnectButton"));
    m_disconnect->setDefaultAction(actions.disconnectClients);
    m_row->layout()->setContentsMargins(0, 0, 0, 0);
    m_row->add(m_title);
    m_row->addStretch();
    m_row->add(m_stop, 2);
    m_row->add(m_disconnect, 1);
    buildTable();
    m_title->setBuddy(m_view);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_row);
    column->addWidget(m_view, 1);
    connectParts();
    retranslate();
    showWhatCanBeDone();
}

void ClientsPane::buildTable() {
    m_view->setObjectName(QStringLiteral("clients"));
    m_view->setModel(&m_sorted);
    m_view->setSelectionBehavior(QTableView::SelectRows);
    m_view->setEditTriggers(QTableView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ClientsModel::Number, Qt::AscendingOrder);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->addAction(m_actions.disconnectClients);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setRowHeight();
    auto* now = new NowDelegate(*m_view);
    m_view->setItemDelegateForColumn(ClientsModel::Now, now);
    connect(now, &NowDelegate::stopRequested, this,
            [this](const QModelIndex& index) { Q_EMIT stopRequested({clientAt(index).number}); });
    m_columns = new ColumnFolder(*m_view, keisan::server::columns());
}

void ClientsPane::setRowHeight() {
    const int height = fontMetrics().height() + kRowPadding;
    m_view->verticalHeader()->setDefaultSectionSize(height);
    m_view->setMinimumHeight(m_view->horizontalHeader()->sizeHint().height() + kLeastRows * height + 4);
}

void ClientsPane::connectParts() {
    connect(m_view, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT onlyThisRequested(clientAt(index).number); });
    connect(m_view, &QTableView::customContextMenuRequested, this, &ClientsPane::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ClientsPane::showWhatCanBeDone);
    connect(&m_sorted, &QAbstractItemModel::rowsRemoved, this, &ClientsPane::showWhatCanBeDone);
    connect(m_actions.stopEvaluation, &QAction::triggered, this,
            [this] { Q_EMIT stopRequested(runningOnes()); });
    connect(m_actions.disconnectClients, &QAction::triggered, this, &ClientsPane::askAndDisconnect);
}

const ClientsModel::Client& ClientsPane::clientAt(const QModelIndex& index) const {
    return m_clients.client(m_sorted.mapToSource(index).row());
}

ClientsPane::Clients ClientsPane::chosenClients() const {
    Clients chosen;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        chosen.push_back(clientAt(index).number);
    return chosen;
}

ClientsPane::Clients ClientsPane::runningOnes() const {
    Clients running;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows(ClientsModel::Now))
        if (index.data(ClientsModel::RunsRole).toBool())
            running.push_back(clientAt(index).number);
    return running;
}

QString ClientsPane::chosenLines() const {
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    const auto line = [this](const auto& cell) {
        QStringList cells;
        for (int column = 0; column < ClientsModel::ColumnCount; ++column)
            if (!m_view->isColumnHidden(column))
                cells += cell(column);
        return cells.join(QLatin1Char('\t'));
    };
    QStringList lines;
    if (rows.size() > 1)
        lines += line([this](int column) { return m_clients.headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex& row : rows)
        lines += line([&row](int column) { return row.siblingAtColumn(column).data().toString(); });
    return lines.join(QLatin1Char('\n'));
}

void ClientsPane::showWhatCanBeDone() {
    const bool chosen = m_view->selectionModel()->hasSelection();
    const bool running = !runningOnes().empty();
    const QString choose = tr("Choose a client first.");
    m_actions.stopEvaluation->setEnabled(running);
    m_actions.stopEvaluation->setToolTip(running  ? tr("Ends what the chosen clients are having evaluated; "
                                                        "they stay connected")
                                         : chosen ? tr("The chosen clients have no evaluation running.")
                                                  : choose);
    m_actions.disconnectClients->setEnabled(chosen);
    m_actions.disconnectClients->setToolTip(chosen ? tr("Ends the connections of the chosen clients (Del)")
                                                   : choose);
}

void ClientsPane::askAndDisconnect() {
    const Clients chosen = chosenClients();
    const auto count = static_cast<int>(chosen.size());
    if (count > 1 && QMessageBox::question(
                         this, tr("Disconnect"), tr("Disconnect %Ln client(s)?", nullptr, count),
                         QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel) != QMessageBox::Yes)
        return;
    Q_EMIT disconnectRequested(chosen);
}

// The client may leave while the menu is open, so the menu remembers it and not its row.
void ClientsPane::showMenu(const QPoint& at) {
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    const quint64 number = clientAt(index).number;
    const QString address = shownEndpoint(clientAt(index).address, clientAt(index).port);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->setObjectName(QStringLiteral("clientContextMenu"));
    menu->addActions({m_actions.stopEvaluation, m_actions.disconnectClients});
    menu->addSeparator();
    menu->addAction(tr("Show only this one"), this, [this, number] { Q_EMIT onlyThisRequested(number); });
    menu->addAction(tr("Copy address"), this, [this, address] { Q_EMIT copyRequested(address); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ClientsPane::retranslate() {
    m_title->setText(tr("&Clients"));
    m_view->setAccessibleName(tr("Connected clients"));
    showWhatCanBeDone();
}

void ClientsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_clients.retranslate();
        retranslate();
    }
    if (event->type() == QEvent::FontChange)
        setRowHeight();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
