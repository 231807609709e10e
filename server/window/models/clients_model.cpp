// SPDX-License-Identifier: MIT
#include "server/window/models/clients_model.h"

#include "server/window/models/client_text.h"
#include "server/window/models/log_entry.h"
#include "server/window/models/log_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <numeric>

namespace keisan::server {

namespace {

bool isText(int column) {
    return column == ClientsModel::Address || column == ClientsModel::Program ||
           column == ClientsModel::Mode || column == ClientsModel::Now;
}

QString modeText(ClientStatus::Mode mode) {
    switch (mode) {
    case ClientStatus::Mode::Silent: return QStringLiteral("–");
    case ClientStatus::Mode::Plain: return ClientsModel::tr("plain");
    case ClientStatus::Mode::Structured: return ClientsModel::tr("structured");
    }
    return {};
}

void note(ClientsModel::Client& client, const ServerEvent& event) {
    if (event.kind == ServerEvent::Kind::Held || event.kind == ServerEvent::Kind::Released)
        client.isHeld = event.kind == ServerEvent::Kind::Held;
    const bool isMany = event.kind == ServerEvent::Kind::Overflowed;
    if (!event.isRequest() && !isMany)
        return;
    client.lastMs = event.timeMs;
    client.busyNs += event.elapsedNs;
    // It has ended; the next status will say so, too.
    if (event.expression == client.status.running && event.timeMs > client.status.runningSinceMs)
        client.status.running.clear();
    client.requests += isMany ? event.count : 1;
    client.errors += isMany ? event.failed : event.kind == ServerEvent::Kind::Failed ? 1 : 0;
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

QString headerText(int column) {
    switch (column) {
    case ClientsModel::Number: return ClientsModel::tr("#");
    case ClientsModel::Address: return ClientsModel::tr("Address");
    case ClientsModel::Program: return ClientsModel::tr("Program");
    case ClientsModel::Mode: return ClientsModel::tr("Mode");
    case ClientsModel::Since: return ClientsModel::tr("Since");
    case ClientsModel::Idle: return ClientsModel::tr("Idle");
    case ClientsModel::Requests: return ClientsModel::tr("Requests");
    case ClientsModel::Errors: return ClientsModel::tr("Errors");
    case ClientsModel::In: return ClientsModel::tr("In");
    case ClientsModel::Out: return ClientsModel::tr("Out");
    case ClientsModel::Cost: return ClientsModel::tr("Cost");
    case ClientsModel::Busy: return ClientsModel::tr("Busy");
    case ClientsModel::Now: return ClientsModel::tr("Now");
    default: return {};
    }
}

QString headerTip(int column) {
    switch (column) {
    case ClientsModel::Number: return ClientsModel::tr("The client's number, as in the log");
    case ClientsModel::Program: return ClientsModel::tr("What it calls itself; plain clients do not");
    case ClientsModel::Idle: return ClientsModel::tr("Time since the last request");
    case ClientsModel::In: return ClientsModel::tr("Bytes received from it");
    case ClientsModel::Out: return ClientsModel::tr("Bytes sent to it");
    case ClientsModel::Cost: return ClientsModel::tr("Work that its evaluations were charged");
    case ClientsModel::Busy: return ClientsModel::tr("Time spent on all its requests");
    case ClientsModel::Now: return ClientsModel::tr("The evaluation that runs, and for how long");
    default: return {};
    }
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
    case Qt::ToolTipRole: return tip(client(index.row()), index.column());
    case SortRole: return sortValue(client(index.row()), index.column());
    case RunsRole: return runningMs(client(index.row())) >= 0;
    case HeldRole: return client(index.row()).isHeld;
    case SlowRole: return runningMs(client(index.row())) > kSlowMs;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QString ClientsModel::cellText(const Client& client, int column) const {
    const QLocale locale;
    switch (column) {
    case Number: return QString::number(client.number);
    case Address: return shownEndpoint(client.address, client.port);
    case Program:
        return client.status.program.isEmpty() ? QStringLiteral("–") : shownText(client.status.program);
    case Mode: return modeText(client.status.mode);
    case Since: return QDateTime::fromMSecsSinceEpoch(client.sinceMs).toString(QStringLiteral("hh:mm:ss"));
    case Idle: return runningMs(client) >= 0 ? QStringLiteral("–") : idleText(m_nowMs - client.lastMs);
    case Requests: return locale.toString(client.requests);
    case Errors: return locale.toString(client.errors);
    case In: return bytesText(client.status.bytesIn);
    case Out: return bytesText(client.status.bytesOut);
    case Cost: return costText(client.status.cost);
    case Busy: return tookText(client.busyNs);
    case Now: return nowText(client);
    default: return {};
    }
}

qint64 ClientsModel::runningMs(const Client& client) const {
    return client.status.running.isEmpty() ? -1 : std::max<qint64>(0, m_nowMs - client.status.runningSinceMs);
}

QString ClientsModel::nowText(const Client& client) const {
    const qint64 ms = runningMs(client);
    if (client.isHeld)
        return tr("waits for %Ln client(s)", nullptr, static_cast<int>(&client - m_clients.data()));
    if (ms < 0)
        return QStringLiteral("–");
    return tr("%1 s  %2")
        .arg(QLocale().toString(double(ms) / 1000, 'f', 1), shownText(client.status.running));
}

QString ClientsModel::tip(const Client& client, int column) const {
    const QLocale locale;
    switch (column) {
    case Number:
    case Address: return tr("Double click: only this client's lines in the log");
    case In: return tr("%1 bytes").arg(locale.toString(client.status.bytesIn));
    case Out: return tr("%1 bytes").arg(locale.toString(client.status.bytesOut));
    case Cost: return locale.toString(client.status.cost);
    case Now: return runningMs(client) < 0 ? QString() : nowText(client);
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
    case Program: return QString::fromUtf8(client.status.program);
    case Mode: return static_cast<int>(client.status.mode);
    case In: return client.status.bytesIn;
    case Out: return client.status.bytesOut;
    case Cost: return client.status.cost;
    case Busy: return client.busyNs;
    case Now: return runningMs(client);
    default: return client.number;
    }
}

QVariant ClientsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole: return headerText(section);
    case Qt::ToolTipRole: return headerTip(section);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isText(section) ? Qt::AlignLeft : Qt::AlignRight));
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
            note(*fresh, event);
        else if (event.endsConnection())
            gone.push_back(event.client);
        else if (const auto known = find(event.client); known != m_clients.end())
            note(*known, event);
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

void ClientsModel::update(std::vector<ClientStatus> statuses) {
    for (ClientStatus& status : statuses)
        if (const auto known = find(status.client); known != m_clients.end())
            known->status = std::move(status);
}

int ClientsModel::owed() const {
    return std::accumulate(m_clients.begin(), m_clients.end(), 0,
                           [](int sum, const Client& client) { return sum + client.status.owed; });
}

int ClientsModel::waiting() const {
    return static_cast<int>(std::count_if(m_clients.begin(), m_clients.end(),
                                          [](const Client& client) { return client.isHeld; }));
}

void ClientsModel::refresh(qint64 nowMs) {
    m_nowMs = nowMs;
    if (!m_clients.empty())
        Q_EMIT dataChanged(index(0, Program), index(rowCount() - 1, ColumnCount - 1));
}

void ClientsModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    refresh(m_nowMs);
}

} // namespace keisan::server
