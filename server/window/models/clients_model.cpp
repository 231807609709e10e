// SPDX-License-Identifier: MIT
#include "server/window/models/clients_model.h"

#include "server/window/models/log_entry.h"
#include "server/window/models/log_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace keisan::server {

namespace {

QString idleText(qint64 ms) {
    const qint64 s = std::max<qint64>(ms, 0) / 1000;
    if (s < 60)
        return ClientsModel::tr("%1 s").arg(s);
    if (s < 3600)
        return ClientsModel::tr("%1 min").arg(s / 60);
    return ClientsModel::tr("%1 h").arg(s / 3600);
}

void count(ClientsModel::Client& client, const ServerEvent& event) {
    if (!event.isRequest())
        return;
    client.lastMs = event.timeMs;
    client.busyNs += event.elapsedNs;
    ++client.requests;
    client.errors += event.kind == ServerEvent::Kind::Failed ? 1 : 0;
}

ClientsModel::Client clientOf(const ServerEvent& event) {
    ClientsModel::Client client;
    client.number = event.client;
    client.address = event.address;
    client.port = event.port;
    client.sinceMs = client.lastMs = event.timeMs;
    return client;
}

template <class Clients>
auto lowerBound(Clients& clients, quint64 number) {
    return std::lower_bound(clients.begin(), clients.end(), number,
                            [](const ClientsModel::Client& client, quint64 n) { return client.number < n; });
}

} // namespace

ClientsModel::ClientsModel(QObject* parent) : QAbstractTableModel(parent) {}

int ClientsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_clients.size());
}

int ClientsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClientsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole: return cellText(client(index.row()), index.column());
    case SortRole: return sortValue(client(index.row()), index.column());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Address ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QString ClientsModel::cellText(const Client& client, int column) const {
    const QLocale locale;
    switch (column) {
    case Number: return QString::number(client.number);
    case Address: return shownEndpoint(client.address, client.port);
    case Since: return QDateTime::fromMSecsSinceEpoch(client.sinceMs).toString(QStringLiteral("hh:mm:ss"));
    case Idle: return idleText(m_nowMs - client.lastMs);
    case Requests: return locale.toString(client.requests);
    case Errors: return locale.toString(client.errors);
    case Busy: return tookText(client.busyNs);
    default: return {};
    }
}

QVariant ClientsModel::sortValue(const Client& client, int column) const {
    switch (column) {
    case Address: return shownEndpoint(client.address, client.port);
    case Since: return client.sinceMs;
    case Idle: return -client.lastMs;
    case Requests: return client.requests;
    case Errors: return client.errors;
    case Busy: return client.busyNs;
    default: return client.number;
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case Number: return role == Qt::ToolTipRole ? tr("The client's number, as in the log") : tr("#");
    case Address: return tr("Address");
    case Since: return tr("Since");
    case Idle: return role == Qt::ToolTipRole ? tr("Time since the last request") : tr("Idle");
    case Requests: return tr("Requests");
    case Errors: return tr("Errors");
    case Busy: return role == Qt::ToolTipRole ? tr("Time spent on all its requests") : tr("Busy");
    default: return {};
    }
}

// A client that comes and goes within one batch never gets a row.
void ClientsModel::append(const std::vector<ServerEvent>& events) {
    Clients arrived;
    std::vector<quint64> gone;
    for (const ServerEvent& event : events) {
        if (event.client == 0)
            continue;
        if (event.kind == ServerEvent::Kind::Connected) {
            arrived.push_back(clientOf(event));
            continue;
        }
        const auto fresh = lowerBound(arrived, event.client);
        const bool isFresh = fresh != arrived.end() && fresh->number == event.client;
        if (isFresh && event.endsConnection())
            arrived.erase(fresh);
        else if (isFresh)
            count(*fresh, event);
        else if (event.endsConnection())
            gone.push_back(event.client);
        else if (const auto known = find(event.client); known != m_clients.end())
            count(*known, event);
    }
    remove(std::move(gone));
    add(std::move(arrived));
}

ClientsModel::Clients::iterator ClientsModel::find(quint64 number) {
    const auto it = lowerBound(m_clients, number);
    return it != m_clients.end() && it->number == number ? it : m_clients.end();
}

void ClientsModel::add(Clients arrived) {
    if (arrived.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(arrived.size()) - 1);
    m_clients.insert(m_clients.end(), arrived.begin(), arrived.end());
    endInsertRows();
}

// In runs of neighbours from the end: 10,000 that leave together cost one removal, not 10,000.
void ClientsModel::remove(std::vector<quint64> gone) {
    std::sort(gone.begin(), gone.end());
    while (!gone.empty()) {
        const auto last = find(gone.back());
        gone.pop_back();
        if (last == m_clients.end())
            continue;
        auto first = last;
        while (!gone.empty() && first != m_clients.begin() && std::prev(first)->number == gone.back()) {
            --first;
            gone.pop_back();
        }
        beginRemoveRows({}, static_cast<int>(first - m_clients.begin()),
                        static_cast<int>(last - m_clients.begin()));
        m_clients.erase(first, std::next(last));
        endRemoveRows();
    }
}

void ClientsModel::refresh(qint64 nowMs) {
    m_nowMs = nowMs;
    if (!m_clients.empty())
        Q_EMIT dataChanged(index(0, Idle), index(rowCount() - 1, ColumnCount - 1));
}

void ClientsModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh(m_nowMs);
}

} // namespace keisan::server
