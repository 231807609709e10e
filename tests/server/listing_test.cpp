// SPDX-License-Identifier: MIT
#include "common/protocol/structured_codec.h"
#include "server/core/calculator_server.h"
#include "tests/server/parrot.h"
#include "tests/server/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace keisan;
using namespace keisan::server;

namespace {

constexpr int kNames = 1000;

QByteArray call(int id, const char* method) {
    return protocol::encodeCall(id, QString::fromLatin1(method), {});
}

QByteArray evaluate(int id, const char* expression) {
    return protocol::encodeCall(id, QStringLiteral("evaluate"),
                                {{QStringLiteral("expression"), QString::fromLatin1(expression)}});
}

QByteArray cancel(int id) {
    return protocol::encodeNotification(QStringLiteral("cancel"), {{QStringLiteral("id"), id}});
}

QJsonObject objectOf(const QByteArray& frame) {
    return QJsonDocument::fromJson(frame.mid(1)).object();
}

} // namespace

// The list of a session's names takes the lanes of an evaluation. The evaluator is the real one, but that
// "sleep 20" is the parrot's.
class ListingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { serve({}); }
    void cleanup() { m_server.reset(); }

    void aShortOneIsMadeAtOnce();
    void othersAndPingsAreServedWhileALongOneIsMade();
    void aLongOneIsTheSameAsOneMadeAtOnce();
    void oneThatWaitsInItsLaneCanBeCancelled();
    void oneThatWaitsForAnEvaluationCanBeCancelled();
    void itEndsWithTheTimeLimit();
    void aResetEndsIt();
    void theServerStopsWithIt();

private:
    void serve(const ServerLimits& limits);
    // A client with many names.
    std::unique_ptr<Wire> namer();
    QByteArray listOf(Wire& wire, int id);
    // Requests of all clients that have come and are not answered.
    int owed() const;

    Parrot m_parrot;
    std::unique_ptr<CalculatorServer> m_server;
};

void ListingTest::serve(const ServerLimits& limits) {
    const auto evaluator = [this](std::string_view line, eval::Session& session, const eval::Limits& allowed,
                                  const std::stop_token& stop) {
        return line.starts_with("sleep") ? m_parrot(line, session, allowed, stop)
                                         : eval::evaluate(line, session, allowed, stop);
    };
    m_server = std::make_unique<CalculatorServer>(limits, true, evaluator);
    QVERIFY(m_server->listenOn(QHostAddress::LocalHost, 0));
}

std::unique_ptr<Wire> ListingTest::namer() {
    auto wire = std::make_unique<Wire>(m_server->serverPort());
    QByteArray names;
    for (int i = 0; i < kNames; ++i)
        names += "name" + QByteArray::number(i) + ',';
    wire->send(names + " = range(1000)\n");
    wire->readLine();
    return wire;
}

QByteArray ListingTest::listOf(Wire& wire, int id) {
    wire.send(call(id, "variables"));
    return wire.readLine();
}

int ListingTest::owed() const {
    int owed = 0;
    m_server->askForStatuses([&owed](CalculatorServer::Statuses&& statuses) {
        for (const ClientStatus& status : statuses)
            owed += status.owed;
    });
    return owed;
}

void ListingTest::aShortOneIsMadeAtOnce() {
    ServerLimits limits;
    limits.turnNs = 10'000'000'000; // all three in one turn
    serve(limits);
    Wire wire(m_server->serverPort());
    wire.send("x = [1, 2]\n" + call(1, "variables") + call(2, "ping"));
    QCOMPARE(wire.readLine(), QByteArray("[1, 2]"));
    QCOMPARE(wire.readLine(),
             QByteArray("\x1e{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":{\"variables\":[{\"name\":"
                        "\"x\",\"type\":\"list\",\"value\":\"[1, 2]\"}]}}"));
    QCOMPARE(objectOf(wire.readLine())[u"id"].toInt(), 2);
}

void ListingTest::othersAndPingsAreServedWhileALongOneIsMade() {
    ServerLimits limits;
    limits.turnNs = 10'000'000'000;
    serve(limits);
    const auto wire = namer();
    wire->send(call(1, "variables") + evaluate(2, "name7") + call(3, "ping"));
    QCOMPARE(objectOf(wire->readLine())[u"id"].toInt(), 3);
    QCOMPARE(objectOf(wire->readLine())[u"result"][u"variables"].toArray().size(), kNames);
    QCOMPARE(objectOf(wire->readLine())[u"result"][u"value"].toString(), QStringLiteral("7"));
}

void ListingTest::aLongOneIsTheSameAsOneMadeAtOnce() {
    const QByteArray inItsLane = listOf(*namer(), 1);
    ServerLimits ample;
    ample.fastWork = ample.evaluation.work;
    serve(ample);
    QCOMPARE(listOf(*namer(), 1), inItsLane);
    QVERIFY(inItsLane.size() > kNames * 40);
}

void ListingTest::oneThatWaitsInItsLaneCanBeCancelled() {
    const auto wire = namer();
    Wire other(m_server->serverPort());
    other.send("sleep 60000\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire->send(call(1, "variables") + cancel(1) + evaluate(2, "name7"));
    const QJsonObject cancelled = objectOf(wire->readLine());
    QCOMPARE(cancelled[u"id"].toInt(), 1);
    QCOMPARE(cancelled[u"error"][u"code"].toInt(), -32000);
    QCOMPARE(cancelled[u"error"][u"message"].toString(), QStringLiteral("Cancelled"));
    QCOMPARE(cancelled[u"error"][u"data"][u"type"].toString(), QStringLiteral("Cancelled"));
    QCOMPARE(objectOf(wire->readLine())[u"result"][u"value"].toString(), QStringLiteral("7"));
}

void ListingTest::oneThatWaitsForAnEvaluationCanBeCancelled() {
    Wire wire(m_server->serverPort());
    wire.send("sleep 60000\n" + call(1, "variables"));
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire.send(cancel(1));
    m_server->stopEvaluation(1);
    QCOMPARE(wire.readLine(), QByteArray("Error: Cancelled"));
    QCOMPARE(objectOf(wire.readLine())[u"error"][u"message"].toString(), QStringLiteral("Cancelled"));
}

void ListingTest::itEndsWithTheTimeLimit() {
    const auto wire = namer();
    ServerLimits limits;
    limits.evaluation.time = std::chrono::milliseconds(0);
    m_server->setLimits(limits);
    const QJsonObject refused = objectOf(listOf(*wire, 1));
    QCOMPARE(refused[u"error"][u"message"].toString(), QStringLiteral("evaluation took longer than 0 s"));
}

// What waits in a lane holds the session, and the memory that all sessions share comes back with its end.
void ListingTest::aResetEndsIt() {
    const auto wire = namer();
    Wire other(m_server->serverPort());
    other.send("sleep 60000\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire->send(call(1, "variables"));
    QVERIFY(Wire::await([this] { return owed() == 2; }));
    wire->reset();
    QVERIFY(Wire::await([this] { return m_server->connectionCount() == 1; }));
    ServerLimits limits;
    limits.serverBytes = 100'000; // less than the names take
    m_server->setLimits(limits);
    Wire third(m_server->serverPort());
    QVERIFY(Wire::await([&third] {
        third.send("len('b' * 50_000)\n");
        return third.readLine() == "50000";
    }));
}

void ListingTest::theServerStopsWithIt() {
    const auto wire = namer();
    Wire other(m_server->serverPort());
    other.send("sleep 60000\n");
    QVERIFY(Wire::await([this] { return m_parrot.running == 1; }));
    wire->send(call(1, "variables"));
    QVERIFY(Wire::await([this] { return owed() == 2; }));
    m_server->stop(60'000, CalculatorServer::Evaluations::Cancel);
    QCOMPARE(objectOf(wire->readLine())[u"error"][u"message"].toString(), QStringLiteral("Cancelled"));
    wire->readAll();
    QVERIFY(wire->sawEnd());
}

QTEST_GUILESS_MAIN(ListingTest)
#include "listing_test.moc"
