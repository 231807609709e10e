// SPDX-License-Identifier: MIT
#include "client/session/calculator_client.h"
#include "tests/server/window/server_window_fixture.h"

#include <QLabel>
#include <QSignalSpy>

using namespace keisan::server;
using namespace keisan::server::test;
using keisan::client::CalculatorClient;
using ClientState = CalculatorClient::State;

// Our own client and the server's window, over a real socket.
class SentAwayClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoIsDisconnectedStaysAwayUntilToldToComeBack();
    void whoseEvaluationIsStoppedGoesOn();

private:
    static constexpr int kLongestBackOffMs = 2'500; // a lost client would have come back twice by then

    static bool connects(CalculatorClient& client, Fixture& f) {
        client.connectToServer({QStringLiteral("127.0.0.1"), f.server.endpoint().port});
        return QTest::qWaitFor([&] {
            return client.status().state == ClientState::Connected &&
                   client.status().mode == CalculatorClient::Mode::Structured;
        });
    }
    static QAbstractItemModel* clientsOf(Fixture& f) { return f.child<QTableView>("clients")->model(); }
};

void SentAwayClientTest::whoIsDisconnectedStaysAwayUntilToldToComeBack() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CalculatorClient client(CalculatorClient::Speech::Structured);
    CalculatorClient other(CalculatorClient::Speech::Structured);
    QVERIFY(connects(client, f));
    QVERIFY(connects(other, f));
    QTRY_COMPARE(clientsOf(f)->rowCount(), 2);
    f.child<QTableView>("clients")->selectRow(0);
    f.action("disconnectClients")->trigger();
    QTRY_COMPARE(client.status().state, ClientState::EndedByServer);
    QVERIFY2(client.status().reason.contains(QStringLiteral("administrator")),
             qPrintable(client.status().reason));
    QTRY_COMPARE(clientsOf(f)->rowCount(), 1);
    QTest::qWait(kLongestBackOffMs);
    QCOMPARE(client.status().state, ClientState::EndedByServer);
    QCOMPARE(clientsOf(f)->rowCount(), 1);
    QCOMPARE(other.status().state, ClientState::Connected);
    client.retryNow(); // told to come back
    QTRY_COMPARE(client.status().state, ClientState::Connected);
    QTRY_COMPARE(clientsOf(f)->rowCount(), 2);
}

void SentAwayClientTest::whoseEvaluationIsStoppedGoesOn() {
    Fixture f;
    QTRY_VERIFY(f.isListening());
    CalculatorClient client(CalculatorClient::Speech::Structured);
    QVERIFY(connects(client, f));
    QSignalSpy replies(&client, &CalculatorClient::replyReceived);
    client.submit("sum(i * i for i in range(10 ** 12))");
    client.submit("6 * 7");
    QTRY_COMPARE(clientsOf(f)->rowCount(), 1);
    const QModelIndex now = clientsOf(f)->index(0, ClientsModel::Now);
    QTRY_VERIFY_WITH_TIMEOUT(now.data(ClientsModel::RunsRole).toBool(), 20'000);
    f.child<QTableView>("clients")->selectRow(0);
    f.action("stopEvaluation")->trigger();
    QTRY_VERIFY(f.logHas(QStringLiteral("Cancelled")));
    QTRY_VERIFY(f.logHas(QStringLiteral("42")));
    QCOMPARE(client.status().state, ClientState::Connected);
}

QTEST_MAIN(SentAwayClientTest)
#include "sent_away_client_test.moc"
