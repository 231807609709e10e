// SPDX-License-Identifier: MIT
#include "tests/client/window/window_fixture.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace keisan::client::test {

namespace {

// Keisan's server as a process of its own, which can be killed.
class ServerProcess {
public:
    ServerProcess(quint16 port, const QString& logFile) : m_port(port) {
        m_process.start(QStringLiteral(KEISAN_SERVER),
                        {QStringLiteral("--headless"), QStringLiteral("--port"), QString::number(port),
                         QStringLiteral("--log-file"), logFile});
    }
    ~ServerProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(ServerProcess)

    bool waitUntilItListens() const {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket probe;
                probe.connectToHost(QHostAddress::LocalHost, m_port);
                return probe.waitForConnected(100);
            },
            10'000);
    }
    void kill() {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
    quint16 m_port;
};

quint16 freePort() {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// Our window and our server, which dies.
class ServerProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsDeathLosesNothingAndItsReturnIsNoticed();
};

void ServerProcessTest::itsDeathLosesNothingAndItsReturnIsNoticed() {
    constexpr int kAwayMs = 3'000;     // long enough for the tries to have become rarer
    constexpr int kTenfoldMs = 10'000; // of what is promised: a second after the return
    const QTemporaryDir folder;
    const quint16 port = freePort();
    auto server = std::make_unique<ServerProcess>(port, folder.filePath(QStringLiteral("first")));
    QVERIFY(server->waitUntilItListens());
    WindowFixture fixture(port);
    QVERIFY(fixture.connectNow());
    fixture.enter("rate = 3");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    for (const char* expression : {"sum(i * i for i in range(10 ** 9))", "x = 1", "x + 1"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(3, ItemState::Sent));
    fixture.type("a draft");
    server->kill();
    for (int row = 1; row <= 3; ++row)
        QVERIFY(fixture.waitForState(row, ItemState::NotAnswered));
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connection lost"));
    QVERIFY(fixture.notice().contains(QStringLiteral("Again in")));
    QTest::qWait(kAwayMs);
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));

    const QString log = folder.filePath(QStringLiteral("second"));
    server = std::make_unique<ServerProcess>(port, log);
    QVERIFY(server->waitUntilItListens());
    QElapsedTimer sinceReturn;
    sinceReturn.start();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.client.status().mode, CalculatorClient::Mode::Structured, kTenfoldMs);
    qInfo("connected again %lld ms after the server's return", static_cast<long long>(sinceReturn.elapsed()));
    QTest::qWait(300);
    QCOMPARE(fixture.stateWord(), QStringLiteral("Connected"));
    QCOMPARE(fixture.notice(), QString()); // what is over is not told any more
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));
    QCOMPARE(fixture.window.history().rowCount(), 4);
    fixture.input().clear();
    fixture.enter("6 * 7");
    QVERIFY(fixture.waitForState(4, ItemState::Answered));
    QTRY_VERIFY(contentOf(log).contains("6 * 7"));
    for (const char* unanswered : {"range", "x = 1", "x + 1"}) // nothing is sent again by itself
        QVERIFY2(!contentOf(log).contains(unanswered), contentOf(log).constData());
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::ServerProcessTest)
#include "server_process_test.moc"
