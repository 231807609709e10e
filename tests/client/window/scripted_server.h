// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace keisan::client::test {

// A server that does what a test says: for every line of a client it calls `onLine`, which may answer, wait,
// or close. Keeps every line it was sent. Like the tutorial's server it answers a hello with a line that
// means nothing, without asking the test, unless that wants to do so. Listens on 127.0.0.1, on any free port
// unless told one.
class ScriptedServer : public QTcpServer {
    Q_OBJECT

public:
    using OnLine = std::function<void(QTcpSocket& client, const QByteArray& line)>;

    explicit ScriptedServer(OnLine onLine) : m_onLine(std::move(onLine)) {
        connect(this, &QTcpServer::newConnection, this, &ScriptedServer::takeClients);
    }

    void leaveHelloToTest() { m_answersHello = false; }

    bool start(quint16 port = 0) { return listen(QHostAddress::LocalHost, port); }

    // Stops listening and drops every client, as a killed process does.
    void die() {
        close();
        for (const auto& client : std::as_const(m_clients)) {
            if (client)
                client->abort();
        }
        m_clients.clear();
    }

    QTcpSocket* client() const { return m_clients.isEmpty() ? nullptr : m_clients.last().data(); }
    const QByteArrayList& lines() const { return m_lines; }

private:
    void takeClients() {
        while (QTcpSocket* client = nextPendingConnection()) {
            m_clients << client;
            connect(client, &QTcpSocket::readyRead, this, [this, client] { readLines(*client); });
        }
    }

    void readLines(QTcpSocket& client) {
        while (client.canReadLine()) {
            const QByteArray line = client.readLine().trimmed();
            if (m_answersHello && line.startsWith('\x1e')) {
                client.write("{}\n");
                continue;
            }
            m_lines << line;
            m_onLine(client, m_lines.last());
        }
    }

    OnLine m_onLine;
    bool m_answersHello = true;
    QList<QPointer<QTcpSocket>> m_clients;
    QByteArrayList m_lines;
};

// What it may do with a line.
inline void echo(QTcpSocket& client, const QByteArray& line) {
    client.write(line + "\n");
}
inline void keepSilent(QTcpSocket&, const QByteArray&) {}

} // namespace keisan::client::test
