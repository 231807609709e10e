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

private Q_SLOTS:
    void clientsComeAndGo();
    void requestsAreCounted();
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
