// SPDX-License-Identifier: MIT
#include "tests/server/serving.h"

#include <QTest>

#include <algorithm>

using namespace keisan::server;
using Kind = ServerEvent::Kind;
using Mode = ClientStatus::Mode;

namespace {

const QByteArray kLong = "sum(i * i for i in range(10 ** 12))"; // until the limit of 5 s

ClientStatus statusOf(const Serving& serving, quint64 client) {
    const std::vector<ClientStatus> all = serving.statuses();
    const auto found =
        std::find_if(all.begin(), all.end(), [=](const ClientStatus& s) { return s.client == client; });
    return found == all.end() ? ClientStatus{} : *found;
}

bool runsSomething(const Serving& serving, quint64 client) {
    return Wire::await([&] { return !statusOf(serving, client).running.isEmpty(); });
}

QJsonObject jsonOf(const QByteArray& line) {
    return QJsonDocument::fromJson(line.mid(1)).object();
}

} // namespace

// What somebody at the server sees of its clients and can do to one of them, the others noticing nothing.
class AdministrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStatusTellsWhoSpeaksHowAndHowMuch();
    void aStatusTellsWhatRunsAndWhatWaits();
    void aLongNameOfAProgramIsCut();
    void stoppingAnEvaluationLeavesTheClientItsPlace();
    void whoIsSentAwayIsToldWhyAfterItsReplies();
    void whoIsSentAwayGetsNoFurtherAnswer();
    void aPlainClientIsSentAwayByTheEndOfItsStream();
    void whoDoesNotReadIsSentAwayAllTheSame();
    void sendingAwayTwiceOrNobodyDoesNothing();
    void theNextOneIsServedWhenTheFirstIsSentAway();
};

void AdministrationTest::aStatusTellsWhoSpeaksHowAndHowMuch() {
    Serving serving;
    Wire silent(serving.port());
    QVERIFY(serving.awaitsClients(1));
    Wire plain(serving.port());
    QCOMPARE(ask(plain, "2 ** 10"), QByteArray("1024"));
    Wire structured(serving.port());
    askFor(structured, QStringLiteral("hello"),
           {{QStringLiteral("client"), QStringLiteral("Keisan")},
            {QStringLiteral("version"), QStringLiteral("1.2")}});
    QCOMPARE(serving.statuses().size(), std::size_t{3});
    QCOMPARE(statusOf(serving, 1).mode, Mode::Silent);
    QCOMPARE(statusOf(serving, 1).bytesIn, quint64{0});
    const ClientStatus ofPlain = statusOf(serving, 2);
    QCOMPARE(ofPlain.mode, Mode::Plain);
    QCOMPARE(ofPlain.bytesIn, quint64{8});
    QCOMPARE(ofPlain.bytesOut, quint64{5});
    QVERIFY(ofPlain.cost > 0);
    QVERIFY(ofPlain.program.isEmpty() && ofPlain.running.isEmpty());
    const ClientStatus ofStructured = statusOf(serving, 3);
    QCOMPARE(ofStructured.mode, Mode::Structured);
    QCOMPARE(ofStructured.program, QByteArray("Keisan 1.2"));
}

void AdministrationTest::aStatusTellsWhatRunsAndWhatWaits() {
    Serving serving;
    Wire wire(serving.port());
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    wire.send(kLong + "\n1\n2\n");
    QVERIFY(runsSomething(serving, 1));
    QVERIFY(Wire::await([&] { return statusOf(serving, 1).owed == 3; })); // looked at in their turn
    const ClientStatus status = statusOf(serving, 1);
    QCOMPARE(status.running, kLong);
    QVERIFY(status.runningSinceMs >= before && status.runningSinceMs <= QDateTime::currentMSecsSinceEpoch());
    serving.server.stopEvaluation(1);
    wire.readLine();
    QCOMPARE(wire.readLine(), QByteArray("1"));
    QCOMPARE(wire.readLine(), QByteArray("2"));
    QVERIFY(statusOf(serving, 1).running.isEmpty());
    QCOMPARE(statusOf(serving, 1).owed, 0);
}

void AdministrationTest::aLongNameOfAProgramIsCut() {
    Serving serving;
    Wire wire(serving.port());
    askFor(wire, QStringLiteral("hello"),
           {{QStringLiteral("client"), QString(100'000, u'x')},
            {QStringLiteral("version"), QStringLiteral("1")}});
    QCOMPARE(statusOf(serving, 1).program.size(), qsizetype{60});
}

void AdministrationTest::stoppingAnEvaluationLeavesTheClientItsPlace() {
    Serving serving;
    Wire heavy(serving.port());
    Wire other(serving.port());
    heavy.send("x = 7\n" + kLong + "\n");
    other.send(kLong + "\n");
    QVERIFY(runsSomething(serving, 1) && runsSomething(serving, 2));
    QCOMPARE(heavy.readLine(), QByteArray("7"));
    serving.server.stopEvaluation(1);
    QCOMPARE(heavy.readLine(), QByteArray("Error: Cancelled"));
    QCOMPARE(ask(heavy, "x + 1"), QByteArray("8"));
    QVERIFY(!statusOf(serving, 2).running.isEmpty());
}

void AdministrationTest::whoIsSentAwayIsToldWhyAfterItsReplies() {
    Serving serving;
    Wire wire(serving.port());
    Wire other(serving.port());
    askFor(
        wire, QStringLiteral("hello"),
        {{QStringLiteral("client"), QStringLiteral("k")}, {QStringLiteral("version"), QStringLiteral("1")}});
    wire.send("1\n" + kLong + "\n2\n");
    QVERIFY(runsSomething(serving, 1));
    serving.server.sendAway(1, "you have been working for too long");
    QVERIFY(statusOf(serving, 1).running.isEmpty()); // what ran is given up
    QCOMPARE(wire.readLine(), QByteArray("1"));
    const QJsonObject bye = jsonOf(wire.readLine());
    QCOMPARE(bye[u"method"].toString(), QStringLiteral("bye"));
    QCOMPARE(bye[u"params"][u"reason"].toString(), QStringLiteral("you have been working for too long"));
    QCOMPARE(wire.readAll(), QByteArray());
    QVERIFY(wire.sawEnd());
    const QList<ServerEvent> ends = serving.eventsOf(Kind::Disconnected);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(ends.first().client, quint64{1});
    QCOMPARE(ends.first().answer, QByteArray("you have been working for too long"));
    QVERIFY(serving.eventsOf(Kind::Failed).isEmpty());
    QCOMPARE(ask(other, "2"), QByteArray("2"));
    wire.leave();
    QVERIFY(serving.awaitsClients(1));
    QCOMPARE(serving.eventsOf(Kind::Lost).size() + serving.eventsOf(Kind::ClosedByClient).size(), 0);
}

void AdministrationTest::whoIsSentAwayGetsNoFurtherAnswer() {
    Serving serving;
    Wire wire(serving.port());
    QCOMPARE(ask(wire, "1"), QByteArray("1"));
    serving.server.sendAway(1, "enough");
    wire.send("2\n3\n");
    QCOMPARE(wire.readAll(), QByteArray());
    QCOMPARE(serving.eventsOf(Kind::Evaluated).size(), 1);
}

void AdministrationTest::aPlainClientIsSentAwayByTheEndOfItsStream() {
    Serving serving;
    Wire wire(serving.port());
    QCOMPARE(ask(wire, "1"), QByteArray("1"));
    serving.server.sendAway(1, "enough");
    QCOMPARE(wire.readAll(), QByteArray());
    QVERIFY(wire.sawEnd());
}

void AdministrationTest::whoDoesNotReadIsSentAwayAllTheSame() {
    Serving serving;
    Wire wire(serving.port(), 4096);
    for (int i = 0; i < 200; ++i)
        wire.trySend("'x' * 200_000\n");
    quint64 sent = 0;
    QVERIFY(Wire::await([&] { // the kernel takes no more
        QTest::qWait(300);
        const ClientStatus now = statusOf(serving, 1);
        return now.owed > 0 && std::exchange(sent, now.bytesOut) == now.bytesOut;
    }));
    serving.server.sendAway(1, "enough");
    QCOMPARE(serving.eventsOf(Kind::Disconnected).size(), 1);
    QVERIFY(serving.awaitsClients(0)); // though it neither reads nor closes
}

void AdministrationTest::sendingAwayTwiceOrNobodyDoesNothing() {
    Serving serving;
    Wire wire(serving.port());
    QCOMPARE(ask(wire, "1"), QByteArray("1"));
    serving.server.sendAway(1, "enough");
    serving.server.sendAway(1, "enough");
    serving.server.sendAway(77, "nobody");
    serving.server.stopEvaluation(1);
    serving.server.stopEvaluation(77);
    QCOMPARE(serving.eventsOf(Kind::Disconnected).size(), 1);
    wire.leave();
    QVERIFY(serving.awaitsClients(0));
    QCOMPARE(serving.eventsOf(Kind::Disconnected).size(), 1);
}

void AdministrationTest::theNextOneIsServedWhenTheFirstIsSentAway() {
    Serving serving;
    serving.server.setOneAtATime(true);
    Wire first(serving.port());
    QCOMPARE(ask(first, "1"), QByteArray("1"));
    Wire second(serving.port());
    second.send("2\n");
    QVERIFY(serving.awaitsClients(2));
    serving.server.sendAway(1, "enough");
    QCOMPARE(second.readLine(), QByteArray("2"));
}

QTEST_GUILESS_MAIN(AdministrationTest)
#include "administration_test.moc"
