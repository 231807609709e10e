// SPDX-License-Identifier: MIT
#include "server/core/transport.h"

#include <QAbstractEventDispatcher>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>

using namespace keisan::server;

// How the socket of a client is set up.
class TransportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aShortReplyIsSentAtOnce();
    void aPeerWhoseCableWasPulledIsNoticedAfter300Seconds();
    void whatHasGoneIsNotKeptForWhatWaits();

private:
    int option(int level, int name) const;

    QTcpServer m_listener;
    QTcpSocket m_client;
    std::unique_ptr<QTcpSocket> m_accepted;
    int m_descriptor = -1; // a duplicate that the transport owns
    std::unique_ptr<Transport> m_transport;
};

void TransportTest::init() {
    QVERIFY(m_listener.listen(QHostAddress::LocalHost));
    m_client.connectToHost(QHostAddress::LocalHost, m_listener.serverPort());
    QVERIFY(m_listener.waitForNewConnection(20'000));
    m_accepted.reset(m_listener.nextPendingConnection());
    m_descriptor = dup(static_cast<int>(m_accepted->socketDescriptor()));
    m_transport = std::make_unique<Transport>(m_descriptor, *thread()->eventDispatcher());
}

void TransportTest::cleanup() {
    m_transport.reset();
    m_accepted.reset();
    m_client.abort();
    m_listener.close();
}

int TransportTest::option(int level, int name) const {
    int value = -1;
    socklen_t size = sizeof value;
    getsockopt(m_descriptor, level, name, &value, &size);
    return value;
}

void TransportTest::aShortReplyIsSentAtOnce() {
    QVERIFY(option(IPPROTO_TCP, TCP_NODELAY) > 0); // not held back until the one before is acknowledged
}

void TransportTest::aPeerWhoseCableWasPulledIsNoticedAfter300Seconds() {
    QVERIFY(option(SOL_SOCKET, SO_KEEPALIVE) > 0);
#ifdef TCP_KEEPIDLE
    QCOMPARE(option(IPPROTO_TCP, TCP_KEEPIDLE) +
                 option(IPPROTO_TCP, TCP_KEEPINTVL) * option(IPPROTO_TCP, TCP_KEEPCNT),
             300);
#endif
}

// A slow peer that never lets the way become empty: what waits is never all sent.
void TransportTest::whatHasGoneIsNotKeptForWhatWaits() {
    const int little = 4096;
    setsockopt(m_descriptor, SOL_SOCKET, SO_SNDBUF, &little, sizeof little);
    m_client.setReadBufferSize(little);
    constexpr qsizetype kWaiting = 1024 * 1024;
    const QByteArray piece(64 * 1024, 'x');
    qsizetype written = 0;
    qsizetype most = 0;
    while (written < 6 * kWaiting) {
        for (; m_transport->unsentBytes() < kWaiting; written += piece.size())
            m_transport->write(piece);
        m_transport->flush();
        most = std::max(most, m_transport->heldBytes());
        QVERIFY(QTest::qWaitFor([this] { return m_client.bytesAvailable() > 0; }));
        m_client.readAll();
        QCoreApplication::processEvents();
        QVERIFY(m_transport->unsentBytes() > 0);
    }
    QVERIFY2(most < 3 * kWaiting, qPrintable(QString::number(most)));
}

QTEST_GUILESS_MAIN(TransportTest)
#include "transport_test.moc"
