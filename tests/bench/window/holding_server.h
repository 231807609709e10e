// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace keisan::bench {

// Answers the first line with a long number but for its line end, which it holds back until told: so that the
// time from the last byte on can be measured. It speaks only the plain protocol.
class HoldingServer : public QTcpServer {
    Q_OBJECT

public:
    explicit HoldingServer(qsizetype digits) : m_digits(digits) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_client = nextPendingConnection();
            connect(m_client, &QIODevice::readyRead, this, &HoldingServer::answer);
        });
    }

    bool hasSent() const { return m_sent && m_client->bytesToWrite() == 0; }

    void release() {
        m_client->write("\n");
        m_client->flush();
    }

private:
    void answer() {
        if (m_client->readAll().contains('\x1e')) { // a hello: this server does not understand it
            m_client->write("{}\n");
            return;
        }
        m_client->write(QByteArray(m_digits, '7'));
        m_sent = true;
    }

    qsizetype m_digits;
    QTcpSocket* m_client = nullptr;
    bool m_sent = false;
};

} // namespace keisan::bench
