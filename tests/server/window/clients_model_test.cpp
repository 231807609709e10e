// SPDX-License-Identifier: MIT
#include "server/window/models/clients_model.h"
#include "tests/server/window/events.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

class ClientsModelTest : public QObject {
    Q_OBJECT

private:
    static QString numbers(const ClientsModel& clients) {
        QStringList all;
        for (int row = 0; row < clients.rowCount(); ++row)
            all += QString::number(clients.client(row).number);
        return all.join(QLatin1Char(' '));
    }

    static QString cell(const ClientsModel& clients, int row, int column) {
        return clients.index(row, column).data().toString();
    }
    static ClientStatus running(quint64 client, const QByteArray& expression, qint64 sinceMs) {
        ClientStatus status;
        status.client = client;
        status.running = expression;
        status.runningSinceMs = sinceMs;
        return status;
    }

private Q_SLOTS:
    void clientsComeAndGo();
    void requestsAreCounted();
    void theStatusFillsTheRestOfTheRow();
    void whatRunsIsShownWithItsTimeAndSlowOnesStandOut();
    void theEndOfAnEvaluationShowsBeforeTheNextStatus();
    void whoMustWaitIsShownWithThoseBeforeIt();
    void whoComesAndGoesInOneBatchHasNoRow();
    void manyThatLeaveTogetherAreOneRemoval();
};

void ClientsModelTest::clientsComeAndGo() {
    ClientsModel clients;
    const QAbstractItemModelTester tester(&clients);
    clients.append({eventOf(Kind::Listening, 0), eventOf(Kind::Connected, 1), eventOf(Kind::Connected, 2),
                    eventOf(Kind::Connected, 3), eventOf(Kind::Connected, 5)});
    QCOMPARE(numbers(clients), QStringLiteral("1 2 3 5"));
    clients.append({eventOf(Kind::ClosedByClient, 2), eventOf(Kind::Lost, 5), eventOf(Kind::ClosedEof, 99)});
    QCOMPARE(numbers(clients), QStringLiteral("1 3"));
    clients.append({eventOf(Kind::Connected, 6), eventOf(Kind::ClosedEof, 1)});
    QCOMPARE(numbers(clients), QStringLiteral("3 6"));
}

void ClientsModelTest::requestsAreCounted() {
    ClientsModel clients;
    clients.append({eventOf(Kind::Connected, 7, 5'000), evaluated(7, "1", "1", 1'500'000, 6'000)});
    clients.append({failed(7, "x", "y"), evaluated(7, "1", "1", 1'000'000, 9'000)});
    clients.refresh(21'500);
    const ClientsModel::Client& client = clients.client(0);
    QCOMPARE(client.requests, quint64{3});
    QCOMPARE(client.errors, quint64{1});
    QCOMPARE(clients.index(0, ClientsModel::Idle).data().toString(), QStringLiteral("12 s"));
    QCOMPARE(clients.index(0, ClientsModel::Address).data().toString(), QStringLiteral("127.0.0.1:40007"));
    QCOMPARE(clients.index(0, ClientsModel::Busy).data().toString(), QStringLiteral("2.6 ms"));
    clients.append({overflowed(7, 10, 4, 21'000)});
    QCOMPARE(client.requests, quint64{13});
    QCOMPARE(client.errors, quint64{5});
    QCOMPARE(clients.index(0, ClientsModel::Idle).data().toString(), QStringLiteral("0 s"));
}

void ClientsModelTest::theStatusFillsTheRestOfTheRow() {
    ClientsModel clients;
    clients.append({eventOf(Kind::Connected, 3), eventOf(Kind::Connected, 7)});
    ClientStatus status;
    status.client = 7;
    status.mode = ClientStatus::Mode::Structured;
    status.program = "Keisan 1.0";
    status.bytesIn = 9'300;
    status.bytesOut = 1'300'000;
    status.cost = 45'600'000;
    status.owed = 2;
    ClientStatus stranger;
    stranger.client = 5;
    stranger.owed = 9;
    clients.update({status, stranger});
    QCOMPARE(cell(clients, 1, ClientsModel::Program), QStringLiteral("Keisan 1.0"));
    QCOMPARE(cell(clients, 1, ClientsModel::Mode), QStringLiteral("structured"));
    QCOMPARE(cell(clients, 1, ClientsModel::In), QStringLiteral("9.1 kB"));
    QCOMPARE(cell(clients, 1, ClientsModel::Out), QStringLiteral("1 MB"));
    QCOMPARE(cell(clients, 1, ClientsModel::Cost), QStringLiteral("45.6 M"));
    QCOMPARE(clients.owed(), 2);
    QCOMPARE(cell(clients, 0, ClientsModel::Program), QStringLiteral("–"));
    QCOMPARE(cell(clients, 0, ClientsModel::In), QStringLiteral("0 B"));
}

void ClientsModelTest::whatRunsIsShownWithItsTimeAndSlowOnesStandOut() {
    ClientsModel clients;
    clients.append({eventOf(Kind::Connected, 7)});
    clients.update({running(7, "9**9**9", 10'000)});
    const QModelIndex now = clients.index(0, ClientsModel::Now);
    clients.refresh(10'800);
    QCOMPARE(now.data().toString(), QStringLiteral("0.8 s  9**9**9"));
    QVERIFY(now.data(ClientsModel::RunsRole).toBool() && !now.data(ClientsModel::SlowRole).toBool());
    clients.refresh(13'200);
    QCOMPARE(now.data().toString(), QStringLiteral("3.2 s  9**9**9"));
    QVERIFY(now.data(ClientsModel::SlowRole).toBool());
    QCOMPARE(cell(clients, 0, ClientsModel::Idle), QStringLiteral("–"));
    clients.update({running(7, {}, 0)});
    QCOMPARE(now.data().toString(), QStringLiteral("–"));
    QVERIFY(!now.data(ClientsModel::RunsRole).toBool());
}

void ClientsModelTest::theEndOfAnEvaluationShowsBeforeTheNextStatus() {
    ClientsModel clients;
    clients.append({eventOf(Kind::Connected, 7)});
    clients.update({running(7, "slow", 10'000)});
    clients.append({evaluated(7, "slow", "1", 1'000, 10'000)}); // the one before it ended as it began
    QVERIFY(clients.index(0, ClientsModel::Now).data(ClientsModel::RunsRole).toBool());
    clients.append({evaluated(7, "slow", "1", 1'000, 11'000)});
    QVERIFY(!clients.index(0, ClientsModel::Now).data(ClientsModel::RunsRole).toBool());
}

void ClientsModelTest::whoMustWaitIsShownWithThoseBeforeIt() {
    ClientsModel clients;
    clients.append({eventOf(Kind::Connected, 1), eventOf(Kind::Connected, 2), eventOf(Kind::Held, 2),
                    eventOf(Kind::Connected, 3), eventOf(Kind::Held, 3)});
    QCOMPARE(clients.waiting(), 2);
    QVERIFY(cell(clients, 2, ClientsModel::Now).contains(QStringLiteral("waits for 2")));
    clients.append({eventOf(Kind::ClosedEof, 1), eventOf(Kind::Released, 2)});
    QCOMPARE(clients.waiting(), 1);
    QCOMPARE(cell(clients, 0, ClientsModel::Now), QStringLiteral("–"));
    QVERIFY(cell(clients, 1, ClientsModel::Now).contains(QStringLiteral("waits for 1")));
}

void ClientsModelTest::whoComesAndGoesInOneBatchHasNoRow() {
    ClientsModel clients;
    QSignalSpy inserted(&clients, &ClientsModel::rowsInserted);
    clients.append({eventOf(Kind::Connected, 1), evaluated(1, "1", "1"), eventOf(Kind::ClosedEof, 1)});
    QCOMPARE(inserted.size(), 0);
}

void ClientsModelTest::manyThatLeaveTogetherAreOneRemoval() {
    ClientsModel clients;
    std::vector<ServerEvent> come;
    std::vector<ServerEvent> go;
    for (quint64 i = 1; i <= 10'000; ++i) {
        come.push_back(eventOf(Kind::Connected, i));
        if (i != 5'000)
            go.push_back(eventOf(Kind::ClosedEof, i));
    }
    clients.append(come);
    QCOMPARE(clients.rowCount(), 10'000);
    QSignalSpy removed(&clients, &ClientsModel::rowsRemoved);
    std::reverse(go.begin(), go.end());
    clients.append(go);
    QCOMPARE(numbers(clients), QStringLiteral("5000"));
    QCOMPARE(removed.size(), 2);
}

QTEST_GUILESS_MAIN(ClientsModelTest)
#include "clients_model_test.moc"
