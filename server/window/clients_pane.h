// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/clients_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QTableView;
class QToolButton;

namespace keisan::server {

class ColumnFolder;
class FoldingRow;
class WindowActions;

// Who is connected, as a table to sort, with what can be done about the chosen ones. Stopping an evaluation
// and ending a connection are two things and never one button.
class ClientsPane : public QWidget {
    Q_OBJECT

public:
    using Clients = std::vector<quint64>;

    ClientsPane(ClientsModel& clients, WindowActions& actions, QWidget* parent = nullptr);

    QTableView& view() { return *m_view; }
    ColumnFolder& columns() { return *m_columns; }
    Clients chosenClients() const;
    QString chosenLines() const; // tab separated, with a header when there are several; empty: none is chosen

    void showWhatCanBeDone(); // the clients' status has changed

Q_SIGNALS:
    void onlyThisRequested(quint64 client); // show its lines of the log alone
    void copyRequested(const QString& address);
    void stopRequested(const std::vector<quint64>& clients); // what they are having evaluated
    void disconnectRequested(const std::vector<quint64>& clients);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    void setRowHeight();
    void connectParts();
    const ClientsModel::Client& clientAt(const QModelIndex& index) const;
    Clients runningOnes() const;
    void askAndDisconnect();
    void showMenu(const QPoint& at);
    void retranslate();

    ClientsModel& m_clients;
    WindowActions& m_actions;
    QSortFilterProxyModel m_sorted;
    FoldingRow* m_row;
    QLabel* m_title;
    QToolButton* m_stop;
    QToolButton* m_disconnect;
    QTableView* m_view;
    ColumnFolder* m_columns = nullptr;
};

} // namespace keisan::server
