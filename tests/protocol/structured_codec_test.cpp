// SPDX-License-Identifier: MIT
#include "common/protocol/codec.h"
#include "common/protocol/structured_codec.h"

#include <QJsonDocument>
#include <QTest>

using namespace keisan::protocol;

namespace {

Request decode(const QByteArray& json) {
    return decodeRequest({kRecordSeparator + json});
}

} // namespace

class StructuredCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodIsRead_data();
    void everyMethodIsRead();
    void whatIsNoRequestHasJsonRpcsCode_data();
    void whatIsNoRequestHasJsonRpcsCode();
    void notificationsGetNoReply();
    void anExpressionMayBeLong();
    void aSeparatorAfterWhiteSpaceIsPlain();
    void aLineThatIsTooLongIsNoRequest();
    void framesBeginWithTheSeparatorAndEndWithALineFeed();
    void aTextIsEscapedAsByQJsonDocument_data();
    void aTextIsEscapedAsByQJsonDocument();
    void theServerReadsWhatTheClientWrote();
    void theClientReadsWhatTheServerWrote();
    void whatIsNoMessageOfAServerIsNone_data();
    void whatIsNoMessageOfAServerIsNone();
};

void StructuredCodecTest::everyMethodIsRead_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Request>("request");
    const auto call = [](const char* rest) {
        return R"({"jsonrpc":"2.0","id":7,"method":)" + QByteArray(rest) + '}';
    };
    QTest::newRow("hello") << call(R"("hello","params":{"client":"c","version":"1"})")
                           << Request(HelloRequest{7, QStringLiteral("c"), QStringLiteral("1")});
    QTest::newRow("evaluate") << call(R"("evaluate","params":{"expression":" 2+3 "})")
                              << Request(EvaluateRequest{"2+3", QJsonValue(7), false});
    QTest::newRow("preview") << call(R"("evaluate","params":{"expression":"\u03c0","preview":true})")
                             << Request(EvaluateRequest{"\u03c0", QJsonValue(7), true});
    QTest::newRow("ping") << call(R"("ping")") << Request(PingRequest{7});
    QTest::newRow("variables") << call(R"("variables","params":{})") << Request(VariablesRequest{7});
    QTest::newRow("names") << call(R"("names")") << Request(NamesRequest{7});
    QTest::newRow("cancel") << QByteArray(R"({"jsonrpc":"2.0","method":"cancel","params":{"id":"a"}})")
                            << Request(CancelRequest{QStringLiteral("a"), {}});
    QTest::newRow("cancel that wants a reply") << call(R"("cancel","params":{"id":"a"})")
                                               << Request(CancelRequest{QStringLiteral("a"), QJsonValue(7)});
    QTest::newRow("an id of text, and CR")
        << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ping\"}\r")
        << Request(PingRequest{QStringLiteral("x")});
    QTest::newRow("the largest id") << QByteArray(
                                           R"({"jsonrpc":"2.0","id":9007199254740991,"method":"ping"})")
                                    << Request(PingRequest{qint64{9007199254740991}});
    QTest::newRow("the smallest id") << QByteArray(
                                            R"({"jsonrpc":"2.0","id":-9007199254740991,"method":"ping"})")
                                     << Request(PingRequest{qint64{-9007199254740991}});
    QTest::newRow("an id of null") << QByteArray(R"({"jsonrpc":"2.0","id":null,"method":"ping"})")
                                   << Request(PingRequest{QJsonValue::Null});
}

void StructuredCodecTest::everyMethodIsRead() {
    QFETCH(QByteArray, json);
    QFETCH(Request, request);
    QVERIFY(decode(json) == request);
}

void StructuredCodecTest::whatIsNoRequestHasJsonRpcsCode_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QJsonValue>("id");
    const QJsonValue null = QJsonValue::Null;
    QTest::newRow("nothing") << QByteArray() << -32700 << null;
    QTest::newRow("not JSON") << QByteArray("2+3") << -32700 << null;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}") << -32700 << null;
    QTest::newRow("cut off") << QByteArray(R"({"jsonrpc":"2.0")") << -32700 << null;
    QTest::newRow("deeper than any parser goes") << QByteArray(100'000, '[') << -32700 << null;
    QTest::newRow("too many values for one request")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[)") +
               QByteArray("\"\",").repeated(5000) + "0]}"
        << -32600 << null;
    QTest::newRow("too many escapes")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"evaluate","params":{"expression":")") +
               QByteArray("\\t").repeated(100'001) + "1\"}}"
        << -32600 << null;
    QTest::newRow("a batch") << QByteArray(R"([{"jsonrpc":"2.0","id":1,"method":"ping"}])") << -32600 << null;
    QTest::newRow("no version") << QByteArray(R"({"id":1,"method":"ping"})") << -32600 << QJsonValue(1);
    QTest::newRow("no method") << QByteArray(R"({"jsonrpc":"2.0","id":1})") << -32600 << QJsonValue(1);
    QTest::newRow("an id that is none")
        << QByteArray(R"({"jsonrpc":"2.0","id":[],"method":"ping"})") << -32600 << null;
    for (const char* id : {"9007199254740992", "9007199254740993", "-9007199254740992",
                           "18446744073709551616", "12345678901234567890123", "1e300", "1.5"})
        QTest::newRow(id) << R"({"jsonrpc":"2.0","method":"ping","id":)" + QByteArray(id) + '}' << -32600
                          << null;
    QTest::newRow("evaluate without id")
        << QByteArray(R"({"jsonrpc":"2.0","method":"evaluate","params":{"expression":"1"}})") << -32600
        << null;
    QTest::newRow("unknown") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"exit"})") << -32601
                             << QJsonValue(1);
    QTest::newRow("params that are none")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":[]})") << -32602 << QJsonValue(1);
    QTest::newRow("no expression") << QByteArray(
                                          R"({"jsonrpc":"2.0","id":1,"method":"evaluate","params":{}})")
                                   << -32602 << QJsonValue(1);
    QTest::newRow("two lines")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"evaluate","params":{"expression":"1\n2"}})")
        << -32602 << QJsonValue(1);
    QTest::newRow("half a character")
        << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"evaluate","params":{"expression":"'\ud83d'"}})")
        << -32602 << QJsonValue(1);
}

void StructuredCodecTest::whatIsNoRequestHasJsonRpcsCode() {
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    QFETCH(QJsonValue, id);
    const Request request = decode(json);
    const auto* fault = std::get_if<FaultyRequest>(&request);
    QVERIFY(fault);
    QCOMPARE(fault->code, code);
    QCOMPARE(fault->id, id);
    QVERIFY(!fault->message.isEmpty());
}

void StructuredCodecTest::notificationsGetNoReply() {
    for (const char* json : {R"({"jsonrpc":"2.0","method":"ping"})", R"({"jsonrpc":"2.0","method":"exit"})",
                             R"({"jsonrpc":"2.0","method":"cancel"})"})
        QVERIFY(decode(json) == Request(UnknownNotification{}));
}

void StructuredCodecTest::anExpressionMayBeLong() {
    const QString list = u'[' + QStringLiteral("\\t:\"a\",").repeated(30'000) + u']';
    const QByteArray line =
        encodeCall(1, QStringLiteral("evaluate"), {{QStringLiteral("expression"), list}}).chopped(1);
    QVERIFY(decodeStructuredRequest({line}) == Request(EvaluateRequest{list.toUtf8(), QJsonValue(1), false}));
}

void StructuredCodecTest::aSeparatorAfterWhiteSpaceIsPlain() {
    QVERIFY(decodeRequest({" \x1e{}"}) == Request(EvaluateRequest{"{}", {}, false}));
}

void StructuredCodecTest::aLineThatIsTooLongIsNoRequest() {
    const Request request = decodeRequest({"\x1e", true});
    QCOMPARE(std::get<FaultyRequest>(request).code, -32600);
    QCOMPARE(std::get<FaultyRequest>(request).id, QJsonValue(QJsonValue::Null));
}

void StructuredCodecTest::framesBeginWithTheSeparatorAndEndWithALineFeed() {
    QCOMPARE(encodeResult(7, {}), QByteArray("\x1e{\"id\":7,\"jsonrpc\":\"2.0\",\"result\":{}}\n"));
    QCOMPARE(
        encodeFault(QJsonValue::Null, -32700, "a\nb"),
        QByteArray(
            "\x1e{\"error\":{\"code\":-32700,\"message\":\"a\\nb\"},\"id\":null,\"jsonrpc\":\"2.0\"}\n"));
    QCOMPARE(encodeNotification(QStringLiteral("bye"), {{QStringLiteral("reason"), QStringLiteral("r")}}),
             QByteArray("\x1e{\"jsonrpc\":\"2.0\",\"method\":\"bye\",\"params\":{\"reason\":\"r\"}}\n"));
}

void StructuredCodecTest::aTextIsEscapedAsByQJsonDocument_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    for (char16_t c = 0; c <= 0x100; ++c)
        QTest::addRow("U+%04X", c) << QString(QChar(c)) + u'x' + QChar(c) + QChar(c);
    for (const char32_t c :
         {0x7ffu, 0x800u, 0x2028u, 0xd7ffu, 0xe000u, 0xfeffu, 0xffffu, 0x10000u, 0x10ffffu})
        QTest::addRow("U+%04X", uint(c)) << QString::fromUcs4(&c, 1) + u'"';
    QTest::newRow("of escapes") << QStringLiteral(R"(\ud800 \n \x01 \" "}}, {"value":""})");
    QTest::newRow("long") << QString(100'000, u'x');
    QTest::newRow("long, the first") << u'\n' + QString(100'000, u'x');
    QTest::newRow("long, the last") << QString(100'000, u'x') + u'\n';
    QTest::newRow("long, all") << QString(100'000, u'\1');
}

// The id looks like the place where the text goes.
void StructuredCodecTest::aTextIsEscapedAsByQJsonDocument() {
    QFETCH(QString, text);
    const QJsonValue id = QStringLiteral("\"value\":\"\"");
    const auto frame = [&id](QJsonObject object) {
        object.insert(u"jsonrpc", QStringLiteral("2.0"));
        object.insert(u"id", id);
        return kRecordSeparator + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    };
    const QJsonObject others{{QStringLiteral("cost"), 1}, {QStringLiteral("type"), QStringLiteral("str")}};
    QJsonObject result = others;
    result.insert(u"value", text);
    QCOMPARE(encodeValue(id, text.toUtf8(), others), frame({{QStringLiteral("result"), result}}));
    QJsonObject error{{QStringLiteral("code"), -32000}, {QStringLiteral("message"), text}};
    QCOMPARE(encodeFault(id, -32000, text.toUtf8()), frame({{QStringLiteral("error"), error}}));
    error.insert(u"data", others);
    QCOMPARE(encodeFault(id, -32000, text.toUtf8(), others), frame({{QStringLiteral("error"), error}}));
}

void StructuredCodecTest::theServerReadsWhatTheClientWrote() {
    const QByteArray frame =
        encodeCall(1, QStringLiteral("evaluate"), {{QStringLiteral("expression"), QStringLiteral("2+3")}});
    QVERIFY(decodeRequest({frame.chopped(1)}) == Request(EvaluateRequest{"2+3", QJsonValue(1), false}));
}

void StructuredCodecTest::theClientReadsWhatTheServerWrote() {
    const auto read = [](QByteArray frame) {
        frame.chop(1);
        return decodeServerMessage({frame});
    };
    const QJsonObject value{{QStringLiteral("value"), QStringLiteral("5")}};
    QVERIFY(read(encodeResult(7, value)) == ServerMessage(Response{7, value, {}}));
    QVERIFY(read(encodeResult(QStringLiteral("ping-1"), {})) ==
            ServerMessage(Response{QStringLiteral("ping-1"), {}, {}}));
    const QJsonObject data{{QStringLiteral("type"), QStringLiteral("TypeError")}};
    QVERIFY(read(encodeFault(7, kEvaluationFailed, "no", data)) ==
            ServerMessage(Response{7, {}, Response::Fault{kEvaluationFailed, QStringLiteral("no"), data}}));
    const QJsonObject reason{{QStringLiteral("reason"), QStringLiteral("enough")}};
    QVERIFY(read(encodeNotification(QStringLiteral("bye"), reason)) ==
            ServerMessage(Notification{QStringLiteral("bye"), reason}));
}

void StructuredCodecTest::whatIsNoMessageOfAServerIsNone_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("5");
    QTest::newRow("JSON without the separator") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":{}})");
    QTest::newRow("cut off") << QByteArray("\x1e{\"jsonrpc\":\"2.0\",\"id\":1,");
    QTest::newRow("no object") << QByteArray("\x1e[1]");
    QTest::newRow("neither result nor error") << QByteArray("\x1e{\"jsonrpc\":\"2.0\",\"id\":1}");
    QTest::newRow("both") << QByteArray("\x1e{\"id\":1,\"result\":{},\"error\":{}}");
    QTest::newRow("no id") << QByteArray("\x1e{\"result\":{}}");
}

void StructuredCodecTest::whatIsNoMessageOfAServerIsNone() {
    QFETCH(QByteArray, line);
    QVERIFY(decodeServerMessage({line}) == ServerMessage());
}

QTEST_APPLESS_MAIN(StructuredCodecTest)
#include "structured_codec_test.moc"
