// SPDX-License-Identifier: MIT
#include "server/window/clients_pane.h"

#include "server/window/models/log_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

namespace keisan::server {

namespace {

constexpr int kColumnCharacters[] = {6, 24, 10, 8, 11, 9, 11};
constexpr int kRowPadding = 6;

} // namespace

ClientsPane::ClientsPane(ClientsModel& clients, QWidget* parent)
    : QWidget(parent)
    , m_clients(clients)
    , m_title(new QLabel(this))
    , m_view(new QTableView(this)) {
    m_sorted.setSourceModel(&clients);
    m_sorted.setSortRole(ClientsModel::SortRole);
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
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + kRowPadding);
    m_view->horizontalHeader()->setSectionsMovable(true);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    for (int i = 0; i < ClientsModel::ColumnCount; ++i)
        m_view->setColumnWidth(i, fontMetrics().horizontalAdvance(QLatin1Char('0')) * kColumnCharacters[i]);
    m_title->setBuddy(m_view);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    connect(m_view, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT onlyThisRequested(clientAt(index).number); });
    connect(m_view, &QTableView::customContextMenuRequested, this, &ClientsPane::showMenu);
    connect(m_view->horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
            &ClientsPane::chooseColumns);
    retranslate();
}

const ClientsModel::Client& ClientsPane::clientAt(const QModelIndex& index) const {
    return m_clients.client(m_sorted.mapToSource(index).row());
}

std::vector<quint64> ClientsPane::chosenClients() const {
    std::vector<quint64> chosen;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        chosen.push_back(clientAt(index).number);
    return chosen;
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
    menu->setObjectName(QStringLiteral("clientContextMenu"));
    menu->addAction(tr("Show only this one"), this, [this, number] { Q_EMIT onlyThisRequested(number); });
    menu->addAction(tr("Copy address"), this, [this, address] { Q_EMIT copyRequested(address); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ClientsPane::chooseColumns(const QPoint& at) {
    QHeaderView* header = m_view->horizontalHeader();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = ClientsModel::Address; column < ClientsModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(m_clients.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header,
                [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
    menu->popup(header->mapToGlobal(at));
}

void ClientsPane::retranslate() {
    m_title->setText(tr("&Clients"));
    m_view->setAccessibleName(tr("Connected clients"));
    m_view->setToolTip(tr("Double click: only this client's lines in the log"));
}

void ClientsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        m_clients.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace keisan::server
