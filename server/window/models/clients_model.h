// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/client_status.h"
#include "server/core/server_event.h"

#include <QAbstractTableModel>

#include <vector>

namespace keisan::server {

// Who is connected, in the order of connecting. Comings and goings, requests and errors are told by the
// events, the rest by the clients' status, which the window asks for once a second; the figures of the rows
// show with refresh(). Lives in the main thread.
class ClientsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        Number,
        Address,
        Program,
        Mode,
        Since,
        Idle,
        Requests,
        Errors,
        In,
        Out,
        Cost,
        Busy,
        Now,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole,
        RunsRole, // of Now: whether an evaluation runs, which can be stopped
        SlowRole, // of Now: whether it has run for longer than kSlowMs
        HeldRole, // of Now: whether the client must wait for others
    };

    static constexpr qint64 kSlowMs = 1000;

    struct Client {
        quint64 number = 0;
        QHostAddress address;
        quint16 port = 0;
        qint64 sinceMs = 0;
        qint64 lastMs = 0; // of its last request, or of its connecting
        quint64 requests = 0;
        quint64 errors = 0;
        qint64 busyNs = 0; // all its evaluations together
        ClientStatus status;
        bool isHeld = false; // waits until those before it have gone
    };

    explicit ClientsModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Client& client(int row) const { return m_clients[static_cast<std::size_t>(row)]; }

    void append(const std::vector<ServerEvent>& events);
    void update(std::vector<ClientStatus> statuses); // of clients that are known; others are skipped
    void refresh(qint64 nowMs);

    int owed() const;    // requests of all clients that are not answered, as of the last update
    int waiting() const; // clients that wait until others have gone

    void retranslate();

private:
    using Clients = std::vector<Client>; // by number, ascending: numbers are given in the order of connecting

    Clients::iterator find(quint64 number);
    void add(Clients arrived);
    void remove(std::vector<quint64> gone);
    QString cellText(const Client& client, int column) const;
    QString nowText(const Client& client) const;
    QVariant sortValue(const Client& client, int column) const;
    QString tip(const Client& client, int column) const;
    qint64 runningMs(const Client& client) const; // -1: nothing runs

    Clients m_clients;
    qint64 m_nowMs = 0;
};

} // namespace keisan::server
