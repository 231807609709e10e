// SPDX-License-Identifier: MIT
#include "tests/client/talk.h"

#include <QJsonArray>
#include <QSignalSpy>

#include <chrono>

using namespace keisan::client;
using namespace std::chrono_literals;
using keisan::protocol::encodeNotification;
using keisan::protocol::encodeResult;
using Mode = CalculatorClient::Mode;
using State = CalculatorClient::State;

// What a structured server tells beside the answers: that it is there, its names, the session's variables,
// previews.
class ServerFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pingsAreAnsweredDuringAnEvaluation();
    void aServerThatVanishedIsNoticed();
    void namesComeWithSignatures();
    void variablesFollowTheAnswers();
    void lostVariablesAreToldOnce();
    void variablesAreNotAskedForBehindAnEvaluation();
    void previewsChangeNothing();
    void onlyTheNewestPreviewIsAnswered();
    void noPreviewBesideAnEvaluation();
};

void ServerFactsTest::pingsAreAnsweredDuringAnEvaluation() {
    const RealServer server;
    CalculatorClient client(CalculatorClient::Speech::Structured);
    const Heartbeat heartbeat(client, 50ms);
    QSignalSpy beats(&heartbeat, &Heartbeat::latencyChanged);
    client.connectToServer({QStringLiteral("127.0.0.1"), server.port()});
    QVERIFY(!heartbeat.latencyNs());
    QTRY_VERIFY(heartbeat.latencyNs().has_value());
    QVERIFY(*heartbeat.latencyNs() > 0);
    const RequestId slow = client.submit("sum(i for i in range(10**9))");
    QTRY_COMPARE(client.waiting().oldest, slow);
    beats.clear();
    QTRY_VERIFY(beats.size() >= 5);
    QCOMPARE(client.waiting().oldest, slow);
    client.disconnectFromServer();
    QVERIFY(!heartbeat.latencyNs());
}

void ServerFactsTest::aServerThatVanishedIsNoticed() {
    FakeServer server;
    CalculatorClient client(CalculatorClient::Speech::Structured);
    const Heartbeat heartbeat(client, 50ms, 300ms);
    client.connectToServer({QStringLiteral("127.0.0.1"), server.port()});
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    for (int i = 0; i < 8; ++i) { // one that still says something is not given up
        QTest::qWait(100);
        server.send(encodeNotification(QStringLiteral("news"), {}));
    }
    QCOMPARE(client.status().state, State::Connected);
    QCOMPARE(server.lines().size(), 2); // and not pinged again before it has answered
    QTRY_COMPARE(client.status().state, State::Reconnecting);
    QVERIFY(client.status().reason.contains(QStringLiteral("does not answer any more")));
}

void ServerFactsTest::namesComeWithSignatures() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_VERIFY(talk.names.names().size() > 100);
    const auto& names = talk.names.names();
    const auto root = std::find_if(names.begin(), names.end(), [](const KnownName& name) {
        return name.name == QStringLiteral("cmath.sqrt");
    });
    QVERIFY(root != names.end());
    QVERIFY(root->signature.contains(QLatin1Char('(')));
    QVERIFY(!root->help.isEmpty());
}

void ServerFactsTest::variablesFollowTheAnswers() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    talk.ask("rate = 0.5");
    talk.ask("x = 'a'");
    QTRY_COMPARE(talk.variables.variables(),
                 (QList<Variable>{{QStringLiteral("rate"), QStringLiteral("float"), QStringLiteral("0.5")},
                                  {QStringLiteral("x"), QStringLiteral("str"), QStringLiteral("'a'")}}));
    talk.ask("del rate");
    QTRY_COMPARE(talk.variables.variables().size(), 1);
    QSignalSpy changes(&talk.variables, &SessionVariables::changed);
    talk.ask("x");
    QTest::qWait(50);
    QCOMPARE(changes.size(), 0);
}

void ServerFactsTest::lostVariablesAreToldOnce() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    QTRY_VERIFY(server.lines().size() >= 4); // names, variables, ping
    QJsonArray list;
    for (const char* name : {"rate", "x"})
        list.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)}});
    server.send(encodeResult(QStringLiteral("variables-1"), {{QStringLiteral("variables"), list}}));
    QTRY_COMPARE(talk.variables.variables().size(), 2);
    server.stop();
    QTRY_COMPARE(talk.lostVariables, (QList<QStringList>{{QStringLiteral("rate"), QStringLiteral("x")}}));
    QVERIFY(talk.variables.variables().isEmpty());
    talk.client.disconnectFromServer();
    QCOMPARE(talk.lostVariables.size(), 1);
}

void ServerFactsTest::variablesAreNotAskedForBehindAnEvaluation() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello + encodeResult(QStringLiteral("variables-1"), {}));
    const auto asked = [&server] {
        return std::count_if(server.lines().begin(), server.lines().end(),
                             [](const QByteArray& line) { return line.contains("\"variables\""); });
    };
    QTRY_COMPARE(asked(), 1);
    for (const char* line : {"a", "b", "c"})
        talk.client.submit(line);
    QTRY_COMPARE(evaluations(server).size(), 3);
    server.send(value(1, "1") + value(2, "1"));
    QTRY_COMPARE(talk.replies.size(), 2);
    QTest::qWait(50);
    QCOMPARE(asked(), 1);
    server.send(value(3, "1"));
    QTRY_COMPARE(asked(), 2);
}

void ServerFactsTest::previewsChangeNothing() {
    const RealServer server;
    Talk talk;
    talk.connectTo(server.port());
    talk.ask("41");
    QVERIFY(talk.preview.ask(QStringLiteral("x = 5")));
    QTRY_COMPARE(talk.previews.size(), 1);
    QCOMPARE(talk.previews.last().second.text, "5");
    QVERIFY(talk.preview.ask(QStringLiteral("_ + 1")));
    QTRY_COMPARE(talk.previews.size(), 2);
    QCOMPARE(talk.previews.last().first, QStringLiteral("_ + 1"));
    QCOMPARE(talk.previews.last().second.text, "42");
    QCOMPARE(talk.previews.last().second.type, QStringLiteral("int"));
    QVERIFY(talk.variables.variables().isEmpty());
    const Reply last = talk.ask("_");
    QCOMPARE(last.text, "41");
    QCOMPARE(last.number, 2U);
    QTest::qWait(50);
    QVERIFY(talk.variables.variables().isEmpty());
}

void ServerFactsTest::onlyTheNewestPreviewIsAnswered() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    QVERIFY(talk.becomes(Mode::Structured));
    for (const char* text : {"1", "12", "123"})
        QVERIFY(talk.preview.ask(QString::fromLatin1(text)));
    QTRY_COMPARE(cancels(server), 1);
    QCOMPARE(evaluations(server), QByteArrayList{"preview-1 1"});
    server.send(value(QStringLiteral("preview-1"), "1"));
    QTRY_COMPARE(evaluations(server), (QByteArrayList{"preview-1 1", "preview-2 123"}));
    server.send(value(QStringLiteral("preview-1"), "1") + value(QStringLiteral("preview-2"), "123"));
    QTRY_COMPARE(talk.previews.size(), 1);
    QCOMPARE(talk.previews.first().second.text, "123");
    talk.preview.ask(QStringLiteral("4"));
    QTRY_COMPARE(evaluations(server).size(), 3);
    talk.preview.drop();
    server.send(value(QStringLiteral("preview-3"), "4"));
    QTest::qWait(50);
    QCOMPARE(talk.previews.size(), 1);
}

void ServerFactsTest::noPreviewBesideAnEvaluation() {
    FakeServer server;
    Talk talk;
    talk.connectTo(server.port());
    QVERIFY(!talk.preview.ask(QStringLiteral("1")));
    QTRY_COMPARE(server.lines().size(), 1);
    server.send(kHello);
    QVERIFY(talk.becomes(Mode::Structured));
    talk.client.submit("1");
    QVERIFY(!talk.preview.ask(QStringLiteral("1")));
    QTRY_COMPARE(evaluations(server).size(), 1);
    server.send(value(1, "1"));
    QTRY_COMPARE(talk.replies.size(), 1);
    QVERIFY(!talk.preview.ask(QStringLiteral(" quit ")));
    QVERIFY(talk.preview.ask(QStringLiteral("1")));
}

QTEST_GUILESS_MAIN(ServerFactsTest)
#include "server_facts_test.moc"
