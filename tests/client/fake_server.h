// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/socket_reset.h"

#include <QList>
#include <QTcpServer>
#include <QTcpSocket>

#include <cerrno>
#include <functional>
#include <sys/socket.h>
#include <unistd.h>

namespace keisan::client {

// A server that does what the test says, on a free port of this computer. It answers nothing by itself;
// received lines are kept, without their LF, for all connections together.
class FakeServer : public QObject {
    Q_OBJECT

public:
    explicit FakeServer(quint16 port = 0) {
        connect(&m_server, &QTcpServer::newConnection, this, &FakeServer::accept);
        m_isListening = m_server.listen(QHostAddress::LocalHost, port);
    }

    bool isListening() const { return m_isListening; }
    quint16 port() const { return m_server.serverPort(); }
    int connectionCount() const { return m_connectionCount; }
    QTcpSocket* client() const { return m_client; } // the newest; nullptr before the first
    const QList<QByteArray>& lines() const { return m_lines; }
    bool sawEnd() const { return m_sawEnd; } // the newest client closed, in whichever way

    // From now on each line is answered with what this returns, sent as it is.
    void answerWith(const std::function<QByteArray(const QByteArray&)>& answer) { m_answer = answer; }

    void send(const QByteArray& bytes) {
        m_client->write(bytes);
        m_client->flush();
    }

    void closeClient() { m_client->disconnectFromHost(); }
    void resetClient() { resetConnection(*m_client); }

    // No further client gets in, and the present one is cut off.
    void stop() {
        m_server.close();
        if (m_client != nullptr)
            m_client->abort();
    }

private:
    void accept() {
        while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            m_client = socket;
            m_sawEnd = false;
            ++m_connectionCount;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, this,
                    [this, socket] { m_sawEnd |= socket == m_client; });
            Q_EMIT connected();
        }
    }

    void read(QTcpSocket& socket) {
        while (socket.canReadLine()) {
            QByteArray line = socket.readLine();
            line.chop(1);
            m_lines.append(line);
            if (m_answer)
                socket.write(m_answer(line));
        }
    }

    QTcpServer m_server;
    QTcpSocket* m_client = nullptr;
    std::function<QByteArray(const QByteArray&)> m_answer;
    QList<QByteArray> m_lines;
    int m_connectionCount = 0;
    bool m_isListening = false;
    bool m_sawEnd = false;

Q_SIGNALS:
    void connected();
};

// A server that takes one client and reads nothing, and can tell a reset from an end of file, which
// QTcpSocket cannot.
class SilentServer : public QTcpServer {
    Q_OBJECT

public:
    SilentServer() { listen(QHostAddress::LocalHost); }

    ~SilentServer() override {
        for (const int descriptor : m_descriptors)
            ::close(descriptor);
    }

    qsizetype connectionCount() const { return m_descriptors.size(); }

    // How the first connection stands: the bytes still unread are thrown away.
    enum class End { None, EndOfFile, Reset };
    End end() { // the system tells of a reset only once
        char byte = 0;
        ssize_t count = 1;
        while (m_end == End::None && count > 0)
            count = ::recv(m_descriptors.first(), &byte, 1, MSG_DONTWAIT);
        if (count == 0)
            m_end = End::EndOfFile;
        else if (count < 0 && errno == ECONNRESET)
            m_end = End::Reset;
        return m_end;
    }

protected:
    void incomingConnection(qintptr descriptor) override {
        m_descriptors.append(static_cast<int>(descriptor));
    }

private:
    QList<int> m_descriptors;
    End m_end = End::None;
};

} // namespace keisan::client
