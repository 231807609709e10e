// SPDX-License-Identifier: MIT
#include "server/log/event_text.h"

#include "server/log/event_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cerrno>

using namespace keisan::server;
using Kind = ServerEvent::Kind;

namespace {

ServerEvent eventOf(Kind kind, const QByteArray& expression = {}, const QByteArray& answer = {}) {
    ServerEvent event = eventNow(kind, QHostAddress::LocalHost, 41412, 7);
    event.expression = expression;
    event.answer = answer;
    return event;
}

} // namespace

class EventTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsHaveTheTutorialsWords_data();
    void eventsHaveTheTutorialsWords();
    void addressesAreWrittenAsPythonWritesThem();
    void aPeersBytesDoNoHarm();
    void asJsonAnEventHasWhatItHas();
};

void EventTextTest::eventsHaveTheTutorialsWords_data() {
    QTest::addColumn<ServerEvent>("event");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("listening") << eventOf(Kind::Listening)
                               << QByteArray("[server] Listening on 127.0.0.1:41412");
    QTest::newRow("connected") << eventOf(Kind::Connected)
                               << QByteArray("[server] Connected by ('127.0.0.1', 41412)");
    QTest::newRow("quit") << eventOf(Kind::ClosedByClient)
                          << QByteArray("[server] Connection closed by client ('127.0.0.1', 41412)");
    QTest::newRow("end") << eventOf(Kind::ClosedEof)
                         << QByteArray("[server] Connection closed (EOF) ('127.0.0.1', 41412)");
    QTest::newRow("stopping") << eventOf(Kind::ShuttingDown) << QByteArray("[server] Shutting down");
    QTest::newRow("reset") << eventOf(Kind::Lost, {}, "Connection reset by peer")
                           << QByteArray(
                                  "[server] Connection lost ('127.0.0.1', 41412): Connection reset by peer");
    ServerEvent counted = eventOf(Kind::Refused, {}, "too many clients");
    counted.count = 12;
    ServerEvent room = eventOf(Kind::Capacity);
    room.count = 10'000;
    QTest::newRow("room") << room << QByteArray("[server] Room for 10000 clients");
    room.answer = "1024 open files are allowed";
    QTest::newRow("less room") << room
                               << QByteArray("[server] Room for 10000 clients (1024 open files are allowed)");
    QTest::newRow("refused") << counted << QByteArray("[server] Connections refused: 12 (too many clients)");
    counted.kind = Kind::Overflowed;
    QTest::newRow("not told one by one") << counted << lostLinesText(12);
    counted.kind = Kind::Held;
    QTest::newRow("waiting") << counted << QByteArray("[server] Waiting ('127.0.0.1', 41412): 12 before it");
    QTest::newRow("serving") << eventOf(Kind::Released)
                             << QByteArray("[server] Serving ('127.0.0.1', 41412)");
    QTest::newRow("an answer") << eventOf(Kind::Evaluated, "2+3", "5")
                               << QByteArray("[server] ('127.0.0.1', 41412) 2+3 -> 5");
    QTest::newRow("an error") << eventOf(Kind::Failed, "1/0", "division by zero")
                              << QByteArray("[server] ('127.0.0.1', 41412) 1/0 -> Error: division by zero");
}

void EventTextTest::eventsHaveTheTutorialsWords() {
    QFETCH(ServerEvent, event);
    QFETCH(QByteArray, line);
    QCOMPARE(eventText(event), line);
}

void EventTextTest::addressesAreWrittenAsPythonWritesThem() {
    QCOMPARE(pythonAddress(QHostAddress(QStringLiteral("10.0.0.1")), 1), QByteArray("('10.0.0.1', 1)"));
    QCOMPARE(pythonAddress(QHostAddress(QHostAddress::LocalHostIPv6), 41412),
             QByteArray("('::1', 41412, 0, 0)"));
    QCOMPARE(endpointText(QHostAddress(QHostAddress::LocalHostIPv6), 10000), QByteArray("[::1]:10000"));
}

void EventTextTest::aPeersBytesDoNoHarm() {
    const QByteArray line = eventText(eventOf(Kind::Failed, "\x1b[2J\r\xff", QByteArray(2000, 'x')));
    QVERIFY(line.startsWith("[server] ('127.0.0.1', 41412) \\x1b[2J\\r\ufffd -> Error: xxxx"));
    QVERIFY(line.endsWith("x\u2026"));
    QVERIFY(line.size() < 1100);
}

void EventTextTest::asJsonAnEventHasWhatItHas() {
    ServerEvent event = eventOf(Kind::Failed, "1/0\n", "division by zero");
    event.client = 7;
    event.timeMs = 1'700'000'000'123;
    event.elapsedNs = 1'500'000;
    const QByteArray line = eventJson(event);
    QVERIFY(!line.contains('\n'));
    const QJsonObject expected{{QStringLiteral("time"), QStringLiteral("2023-11-14T22:13:20.123Z")},
                               {QStringLiteral("event"), QStringLiteral("error")},
                               {QStringLiteral("client"), 7},
                               {QStringLiteral("address"), QStringLiteral("127.0.0.1")},
                               {QStringLiteral("port"), 41412},
                               {QStringLiteral("expression"), QStringLiteral("1/0\n")},
                               {QStringLiteral("answer"), QStringLiteral("division by zero")},
                               {QStringLiteral("took_ms"), 1.5}};
    QCOMPARE(QJsonDocument::fromJson(line).object(), expected);
    event.expression = "'\x7f\xc2\x9b\xc3\xa9'"; // DEL, CSI and a letter
    QVERIFY(eventJson(event).contains("'\\u007f\\u009b\xc3\xa9'"));
    ServerEvent refused;
    refused.kind = Kind::Refused;
    refused.count = 3;
    QCOMPARE(QJsonDocument::fromJson(eventJson(refused)).object().keys(),
             (QStringList{QStringLiteral("count"), QStringLiteral("event"), QStringLiteral("time")}));
    QCOMPARE(QJsonDocument::fromJson(lostLinesJson(3)).object()[u"count"], QJsonValue(3));
    QCOMPARE(QJsonDocument::fromJson(notReopenedJson(EISDIR)).object()[u"answer"],
             QJsonValue(QStringLiteral("Is a directory")));
}

QTEST_APPLESS_MAIN(EventTextTest)
#include "event_text_test.moc"
