// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QAbstractTableModel>

#include <vector>

namespace keisan::server {

// Who is connected, told by the events alone, in the order of connecting. Comings and goings show at once;
// the figures of the rows show with refresh(), which the window calls once a second. Lives in the main
// thread.
class ClientsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Number, Address, Since, Idle, Requests, Errors, Busy, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    struct Client {
        quint64 number = 0;
        QHostAddress address;
        quint16 port = 0;
        qint64 sinceMs = 0;
        qint64 lastMs = 0; // of its last request, or of its connecting
        quint64 requests = 0;
        quint64 errors = 0;
        qint64 busyNs = 0; // all its evaluations together
    };

    explicit ClientsModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Client& client(int row) const { return m_clients[static_cast<std::size_t>(row)]; }

    void append(const std::vector<ServerEvent>& events);
    void refresh(qint64 nowMs);
    void retranslate();

private:
    using Clients = std::vector<Client>; // by number, ascending: numbers are given in the order of connecting

    Clients::iterator find(quint64 number);
    void add(Clients arrived);
    void remove(std::vector<quint64> gone);
    QString cellText(const Client& client, int column) const;
    QVariant sortValue(const Client& client, int column) const;

    Clients m_clients;
    qint64 m_nowMs = 0;
};

} // namespace keisan::server
