// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/clients_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLabel;
class QTableView;

namespace keisan::server {

// Who is connected, as a table to sort, with what can be done about one client.
class ClientsPane : public QWidget {
    Q_OBJECT

public:
    explicit ClientsPane(ClientsModel& clients, QWidget* parent = nullptr);

    QTableView& view() { return *m_view; }
    std::vector<quint64> chosenClients() const;

Q_SIGNALS:
    void onlyThisRequested(quint64 client); // show its lines of the log alone
    void copyRequested(const QString& address);

protected:
    void changeEvent(QEvent* event) override;

private:
    const ClientsModel::Client& clientAt(const QModelIndex& index) const;
    void showMenu(const QPoint& at);
    void chooseColumns(const QPoint& at);
    void retranslate();

    ClientsModel& m_clients;
    QSortFilterProxyModel m_sorted;
    QLabel* m_title;
    QTableView* m_view;
};

} // namespace keisan::server
