// SPDX-License-Identifier: MIT
#include "server/core/limit_table.h"
#include "tests/server/serving.h"

#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <array>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

namespace {

const QJsonObject kHello{{QStringLiteral("client"), QStringLiteral("test")},
                         {QStringLiteral("version"), QStringLiteral("1")}};

QJsonObject shownLimits(Wire& wire) {
    return askFor(wire, QStringLiteral("hello"), kHello)[u"limits"].toObject();
}

QByteArray usedUp(quint64 limit) {
    return "Error: the session's cost limit of " + amountText(limit, Unit::Count).toLatin1() + " is used up";
}

quint64 costOf(const char* expression) {
    Serving free;
    Wire generous(free.port());
    const QJsonObject result = askFor(generous, QStringLiteral("evaluate"),
                                      {{QStringLiteral("expression"), QString::fromLatin1(expression)}});
    return static_cast<quint64>(result[u"cost"].toInteger());
}

} // namespace

// What bounds the server: the table that names it, what is shown of it, and that it may change while clients
// are there.
class LimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsAreReadAsPeopleWriteThem_data();
    void amountsAreReadAsPeopleWriteThem();
    void whatIsNoAmountIsRefused_data();
    void whatIsNoAmountIsRefused();
    void everyLimitIsNamedOnceAndHasItsDefaultWithinItsBounds();
    void aLimitIsSetAtItsBoundsAndRefusedPastThem();
    void helloShowsTheLimitsThatHold();
    void changedLimitsHoldForTheClientsThatAreThere();
    void fewerClientsThanThereAreDropNobody();
    void refusedClientsAreToldAsACount();
    void requestsAreReadAheadUpToTheirLimit();
    void repliesAreHeldUpToTheirLimit();
    void whatIsHeldForClientsIsMemoryOfTheServer();
    void theLineOfARunningEvaluationCountsToo();
    void aSessionMayCostItsLimitAndNoMore();
    void aFloodThatCannotBePaidForDelaysNobodyElse();
    void theCostLimitEndsALongEvaluationToo();
    void previewsCostNothing();
    void aListOfVariablesIsBoundedInBytes();
};

void LimitsTest::amountsAreReadAsPeopleWriteThem_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<quint64>("amount");
    QTest::newRow("bare") << QStringLiteral("10000") << Unit::Count << quint64{10'000};
    QTest::newRow("grouped") << QStringLiteral("1,000,000") << Unit::Count << quint64{1'000'000};
    QTest::newRow("bytes") << QStringLiteral("1048576") << Unit::Bytes << quint64{1 << 20};
    QTest::newRow("KiB") << QStringLiteral("1.5KiB") << Unit::Bytes << quint64{1536};
    QTest::newRow("MiB") << QStringLiteral(" 64 MiB ") << Unit::Bytes << quint64{64 << 20};
    QTest::newRow("short") << QStringLiteral("2g") << Unit::Bytes << quint64{2} * 1024 * 1024 * 1024;
    QTest::newRow("seconds") << QStringLiteral("5") << Unit::Milliseconds << quint64{5000};
    QTest::newRow("half a second") << QStringLiteral("0.5 s") << Unit::Milliseconds << quint64{500};
    QTest::newRow("milliseconds") << QStringLiteral("250ms") << Unit::Milliseconds << quint64{250};
}

void LimitsTest::amountsAreReadAsPeopleWriteThem() {
    QFETCH(QString, text);
    QFETCH(Unit, unit);
    QFETCH(quint64, amount);
    QCOMPARE(parseAmount(text, unit), std::optional(amount));
    QCOMPARE(parseAmount(amountText(amount, unit), unit), std::optional(amount));
}

void LimitsTest::whatIsNoAmountIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<Unit>("unit");
    QTest::newRow("nothing") << QString() << Unit::Count;
    QTest::newRow("word") << QStringLiteral("many") << Unit::Count;
    QTest::newRow("negative") << QStringLiteral("-1") << Unit::Count;
    QTest::newRow("not whole") << QStringLiteral("1.5") << Unit::Count;
    QTest::newRow("wrong unit") << QStringLiteral("5 s") << Unit::Bytes;
    QTest::newRow("part of a byte") << QStringLiteral("0.0001 KiB") << Unit::Bytes;
    QTest::newRow("two points") << QStringLiteral("1.2.3") << Unit::Count;
    QTest::newRow("infinite") << QStringLiteral("inf") << Unit::Count;
    QTest::newRow("beyond doubles") << QStringLiteral("9007199254740993") << Unit::Count;
    QTest::newRow("exponent") << QStringLiteral("1e3") << Unit::Count;
}

void LimitsTest::whatIsNoAmountIsRefused() {
    QFETCH(QString, text);
    QFETCH(Unit, unit);
    QCOMPARE(parseAmount(text, unit), std::optional<quint64>());
}

void LimitsTest::everyLimitIsNamedOnceAndHasItsDefaultWithinItsBounds() {
    QSet<QByteArray> names;
    for (const LimitRow& row : limitRows()) {
        names << QByteArray(row.name.data()) << QByteArray(row.helloName.data());
        QVERIFY2(defaultOf(row) >= row.minimum && defaultOf(row) <= row.maximum, row.name.data());
        QVERIFY2(helpOf(row).endsWith(u'.'), row.name.data());
    }
    QCOMPARE(names.size(), 2 * static_cast<qsizetype>(limitRows().size()));
}

void LimitsTest::aLimitIsSetAtItsBoundsAndRefusedPastThem() {
    for (const LimitRow& row : limitRows()) {
        ServerLimits limits;
        for (const quint64 bound : {row.minimum, row.maximum}) {
            QCOMPARE(setLimit(limits, row, amountText(bound, row.unit)), std::optional<QString>());
            QCOMPARE(row.get(limits), bound);
        }
        QVERIFY(setLimit(limits, row, amountText(row.maximum + 1, row.unit)).has_value());
        if (row.minimum > 0)
            QVERIFY(setLimit(limits, row, amountText(row.minimum - 1, row.unit)).has_value());
        QCOMPARE(row.get(limits), row.maximum);
    }
}

void LimitsTest::helloShowsTheLimitsThatHold() {
    ServerLimits limits;
    quint64 number = 100;
    for (const LimitRow& row : limitRows())
        row.set(limits, row.minimum + ++number);
    Serving serving(limits);
    Wire wire(serving.port());
    const QJsonObject shown = shownLimits(wire);
    QCOMPARE(shown.size(), static_cast<qsizetype>(limitRows().size()));
    for (const LimitRow& row : limitRows())
        QCOMPARE(static_cast<quint64>(shown[row.helloName].toInteger()), row.get(limits));
}

void LimitsTest::changedLimitsHoldForTheClientsThatAreThere() {
    Serving serving;
    Wire wire(serving.port());
    QCOMPARE(ask(wire, "x = 10**1999"), '1' + QByteArray(1999, '0'));
    ServerLimits limits;
    limits.evaluation.printedDigits = 999;
    limits.lineBytes = 100;
    limits.evaluation.time = std::chrono::milliseconds(50);
    serving.server.setLimits(limits);
    QVERIFY(ask(wire, "x").endsWith(" digits; the limit is 999"));
    QCOMPARE(ask(wire, QByteArray(101, '1')), QByteArray("Error: line longer than 100 bytes"));
    QCOMPARE(ask(wire, "sum(i for i in range(10**9))"),
             QByteArray("Error: evaluation took longer than 50 ms"));
    QCOMPARE(shownLimits(wire)[u"line_bytes"], QJsonValue(100));
    serving.server.setLimits({});
    QCOMPARE(ask(wire, "len(str(x))" + QByteArray(200, ' ')), QByteArray("2000"));
}

void LimitsTest::fewerClientsThanThereAreDropNobody() {
    Serving serving;
    Wire first(serving.port());
    Wire second(serving.port());
    QVERIFY(serving.awaitsClients(2));
    ServerLimits limits;
    limits.clients = 1;
    serving.server.setLimits(limits);
    QCOMPARE(ask(first, "1"), QByteArray("1"));
    QCOMPARE(ask(second, "2"), QByteArray("2"));
    Wire third(serving.port());
    QCOMPARE(third.readAll(), QByteArray("Error: too many clients\n"));
    first.leave();
    QVERIFY(serving.awaitsClients(1));
    QCOMPARE(Wire(serving.port()).readAll(), QByteArray("Error: too many clients\n"));
    serving.server.setLimits({});
    Wire fourth(serving.port());
    QCOMPARE(ask(fourth, "4"), QByteArray("4"));
}

void LimitsTest::refusedClientsAreToldAsACount() {
    ServerLimits limits;
    limits.clients = 1;
    Serving serving(limits);
    const Wire first(serving.port());
    QVERIFY(serving.awaitsClients(1));
    constexpr int kRefused = 50;
    for (int i = 0; i < kRefused; ++i)
        QCOMPARE(Wire(serving.port()).readAll(), QByteArray("Error: too many clients\n"));
    const auto told = [&] {
        quint64 count = 0;
        for (const ServerEvent& event : serving.eventsOf(Kind::Refused))
            count += event.count;
        return count;
    };
    QVERIFY(Wire::await([&] { return told() == kRefused; }));
    QCOMPARE(serving.eventsOf(Kind::Refused).first().count, 1u);
    QVERIFY(serving.eventsOf(Kind::Refused).size() <= 5);
    QCOMPARE(serving.eventsOf(Kind::Connected).size(), 1);
}

void LimitsTest::requestsAreReadAheadUpToTheirLimit() {
    ServerLimits limits;
    limits.unreadBytes = 100'000;
    limits.readBytes = 5'000;
    Serving serving(limits);
    Wire wire(serving.port());
    const QByteArray runs = "sum(i for i in range(10**12))\n";
    wire.send(runs);
    const QByteArray request = QByteArray(999, ' ') + '\n';
    while (Wire::await([&] { return wire.trySend(request) > 0; }, 300))
        continue; // until the kernel is full too
    const auto read = static_cast<qsizetype>(serving.statuses().front().bytesIn) - runs.size();
    QVERIFY2(read > limits.unreadBytes / 2, qPrintable(QString::number(read)));
    QVERIFY2(read <= limits.unreadBytes + limits.readBytes, qPrintable(QString::number(read)));
}

void LimitsTest::repliesAreHeldUpToTheirLimit() {
    constexpr qsizetype kReplyBytes = 1001;
    ServerLimits limits;
    limits.unsentBytes = 100'000;
    Serving serving(limits);
    Wire wire(serving.port(), 4096); // and does not read
    qsizetype answers = 0;
    const auto isFull = [&] {
        for (int i = 0; i < 100; ++i)
            wire.trySend("'x' * 1000\n");
        QTest::qWait(300);
        const qsizetype before = std::exchange(answers, serving.eventsOf(Kind::Evaluated).size());
        return before > 0 && before == answers;
    };
    QVERIFY(Wire::await(isFull));
    const auto sent = static_cast<qsizetype>(serving.statuses().front().bytesOut);
    const qsizetype held = answers * kReplyBytes - sent;
    QVERIFY2(held >= limits.unsentBytes, qPrintable(QString::number(held)));
    QVERIFY2(held < limits.unsentBytes + kReplyBytes, qPrintable(QString::number(held)));
}

// Of four that begin a line of a megabyte two have room for it. The others are told at once, and stay.
void LimitsTest::whatIsHeldForClientsIsMemoryOfTheServer() {
    const QByteArray outOfMemory = "Error: server is out of memory";
    ServerLimits limits;
    limits.serverBytes = 3'500'000; // three quarters are for lines
    Serving serving(limits);
    std::array<Wire, 4> wires{Wire(serving.port()), Wire(serving.port()), Wire(serving.port()),
                              Wire(serving.port())};
    for (Wire& wire : wires)
        QVERIFY(wire.send("1+1" + QByteArray(1'000'000, ' ')));
    const auto isTold = [](Wire& wire) { return wire.hasReceived(); };
    QVERIFY(Wire::await([&] { return std::count_if(wires.begin(), wires.end(), isTold) == 2; }));
    Wire other(serving.port());
    QCOMPARE(ask(other, "len('x' * 2_000_000)"), outOfMemory);
    for (Wire& wire : wires) {
        const bool wasTold = wire.hasReceived();
        QCOMPARE(ask(wire, "+1"), wasTold ? outOfMemory : QByteArray("3"));
        if (wasTold)
            QCOMPARE(ask(wire, "2+2"), QByteArray("4"));
    }
    QCOMPARE(ask(other, "len('x' * 2_000_000)"), QByteArray("2000000"));
}

void LimitsTest::theLineOfARunningEvaluationCountsToo() {
    ServerLimits limits;
    limits.serverBytes = 4'000'000;
    Serving serving(limits);
    Wire running(serving.port());
    Wire other(serving.port());
    running.send("sum(i for i in range(10**12))" + QByteArray(1'000'000, ' ') + "+1\n");
    const auto runs = [](const ClientStatus& status) { return !status.running.isEmpty(); };
    QVERIFY(Wire::await([&] {
        const std::vector<ClientStatus> statuses = serving.statuses();
        return std::any_of(statuses.begin(), statuses.end(), runs);
    }));
    QCOMPARE(ask(other, "len('x' * 3_500_000)"), QByteArray("Error: server is out of memory"));
    running.reset();
    QVERIFY(serving.awaitsClients(1));
    QCOMPARE(ask(other, "len('x' * 3_500_000)"), QByteArray("3500000"));
}

void LimitsTest::aSessionMayCostItsLimitAndNoMore() {
    const quint64 cost = costOf("2**1000");
    QVERIFY(cost > 0);

    ServerLimits limits;
    limits.sessionCost = 3 * cost;
    Serving serving(limits);
    Wire wire(serving.port());
    for (int i = 0; i < 3; ++i)
        QVERIFY(ask(wire, "2**1000").startsWith("10715"));
    QCOMPARE(ask(wire, "1"), usedUp(limits.sessionCost));
    Wire other(serving.port());
    QCOMPARE(ask(other, "1"), QByteArray("1"));

    limits.sessionCost = 3 * cost - 1;
    serving.server.setLimits(limits);
    Wire third(serving.port());
    for (int i = 0; i < 2; ++i)
        QVERIFY(ask(third, "2**1000").startsWith("10715"));
    QCOMPARE(ask(third, "2**1000"), usedUp(limits.sessionCost));
}

// Refusing is work for the network thread, too: a turn of it has an end.
void LimitsTest::aFloodThatCannotBePaidForDelaysNobodyElse() {
    constexpr int kRequests = 2000;
    ServerLimits limits;
    limits.sessionCost = costOf("2**1000");
    limits.turnNs = 50'000;
    Serving serving(limits);
    Wire flood(serving.port());
    QVERIFY(ask(flood, "2**1000").startsWith("10715"));
    Wire light(serving.port());
    flood.send(QByteArray("1\n").repeated(kRequests));
    QCOMPARE(ask(light, "1"), QByteArray("1"));
    int early = 0;
    for (; flood.hasReceived(); ++early)
        QCOMPARE(flood.readLine(), usedUp(limits.sessionCost));
    QVERIFY2(early < kRequests / 2, qPrintable(QString::number(early)));
    for (int rest = early; rest < kRequests; ++rest)
        QCOMPARE(flood.readLine(), usedUp(limits.sessionCost));
}

void LimitsTest::theCostLimitEndsALongEvaluationToo() {
    ServerLimits limits;
    for (const quint64 limit : {limits.fastWork / 2, 2 * limits.fastWork, 2 * limits.middleWork}) {
        limits.sessionCost = limit;
        Serving serving(limits);
        Wire wire(serving.port());
        QCOMPARE(ask(wire, "x = sum(i for i in range(10**9))"), usedUp(limit));
        QCOMPARE(ask(wire, "x"), usedUp(limit));
    }
}

void LimitsTest::previewsCostNothing() {
    ServerLimits limits;
    limits.sessionCost = 2000;
    Serving serving(limits);
    Wire wire(serving.port());
    const QJsonObject preview{{QStringLiteral("expression"), QStringLiteral("2**10")},
                              {QStringLiteral("preview"), true}};
    for (int i = 0; i < 100; ++i)
        QCOMPARE(askFor(wire, QStringLiteral("evaluate"), preview)[u"value"],
                 QJsonValue(QStringLiteral("1024")));
    QCOMPARE(ask(wire, "1"), QByteArray("1"));
}

void LimitsTest::aListOfVariablesIsBoundedInBytes() {
    ServerLimits limits;
    limits.replyBytes = 10'000;
    Serving serving(limits);
    Wire wire(serving.port());
    QByteArray names;
    for (int i = 0; i < 100; ++i)
        names += (i == 0 ? "a" : ", a") + QByteArray::number(i);
    ask(wire, names + " = ['\\\\' * 100] * 100"); // itself too long to be shown
    wire.send(keisan::protocol::encodeCall(1, QStringLiteral("variables")));
    const QByteArray frame = wire.readLine();
    QVERIFY(frame.size() <= 10'000 && frame.size() > 9'000);
    const QJsonObject result = QJsonDocument::fromJson(frame.mid(1)).object()[u"result"].toObject();
    const qsizetype shown = result[u"variables"].toArray().size();
    QVERIFY(shown > 10);
    QCOMPARE(result[u"omitted"].toInteger(), 100 - shown);
    QCOMPARE(ask(wire, "del " + names), QByteArray("None"));
    QCOMPARE(askFor(wire, QStringLiteral("variables")).keys(), QStringList{QStringLiteral("variables")});
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "limits_test.moc"
