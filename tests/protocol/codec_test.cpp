// SPDX-License-Identifier: MIT
#include "common/protocol/codec.h"

#include <QTest>

using namespace keisan::protocol;

namespace {

EvaluateRequest expression(const char* text) {
    return {text, {}, false};
}

} // namespace

class CodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsOneRequest_data();
    void aLineIsOneRequest();
    void aStructuredLineAndOneTooLongArePlainlyNothing();
    void aLineThatIsTooLongIsRefusedWithTheLimit();
    void aReplyIsOneLine_data();
    void aReplyIsOneLine();
    void theClientReadsWhatTheServerWrote();
};

void CodecTest::aLineIsOneRequest_data() {
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Request>("request");
    QTest::newRow("an expression") << QByteArray("2+3") << Request(expression("2+3"));
    QTest::newRow("CR and white space at the ends")
        << QByteArray(" 2 + 3\t\r") << Request(expression("2 + 3"));
    QTest::newRow("empty") << QByteArray() << Request(BlankRequest{});
    QTest::newRow("CR only") << QByteArray("\r") << Request(BlankRequest{});
    QTest::newRow("quit") << QByteArray("quit") << Request(QuitRequest{});
    QTest::newRow("quit of a telnet") << QByteArray(" quit\r") << Request(QuitRequest{});
    QTest::newRow("no quit") << QByteArray("quit()") << Request(expression("quit()"));
    QTest::newRow("Quit is a name") << QByteArray("Quit") << Request(expression("Quit"));
    QTest::newRow("not UTF-8")
        << QByteArray(" \xff")
        << Request(RefusedRequest{" \xff",
                                  "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"});
}

void CodecTest::aLineIsOneRequest() {
    QFETCH(QByteArray, line);
    QFETCH(Request, request);
    QVERIFY(decodeRequest({line}) == request);
    const std::optional<QByteArrayView> text = plainExpression({line, false});
    const auto* evaluate = std::get_if<EvaluateRequest>(&request);
    QCOMPARE(text && !text->isEmpty(), evaluate != nullptr);
    QCOMPARE(text && text->isEmpty(), std::holds_alternative<BlankRequest>(request));
    if (evaluate != nullptr) {
        QCOMPARE(*text, QByteArrayView(evaluate->expression));
        QVERIFY(text->begin() >= line.cbegin() && text->end() <= line.cend());
    }
}

void CodecTest::aStructuredLineAndOneTooLongArePlainlyNothing() {
    QVERIFY(!plainExpression({"\x1e{}", false}));
    QVERIFY(!plainExpression({"2", true}));
}

void CodecTest::aLineThatIsTooLongIsRefusedWithTheLimit() {
    QVERIFY(decodeRequest({{}, true}) == Request(RefusedRequest{{}, "line longer than 1048576 bytes"}));
    QVERIFY(decodeRequest({{}, true}, 10) == Request(RefusedRequest{{}, "line longer than 10 bytes"}));
}

void CodecTest::aReplyIsOneLine_data() {
    QTest::addColumn<PlainReply>("reply");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("a value") << PlainReply{"5"} << QByteArray("5\n");
    QTest::newRow("an error") << PlainReply{"division by zero", true}
                              << QByteArray("Error: division by zero\n");
    QTest::newRow("no text") << PlainReply{""} << QByteArray("\n");
    QTest::newRow("a line feed in it") << PlainReply{"a\nb"} << QByteArray("a\\nb\n");
}

void CodecTest::aReplyIsOneLine() {
    QFETCH(PlainReply, reply);
    QFETCH(QByteArray, line);
    QCOMPARE(encodeReply(reply), line);
}

void CodecTest::theClientReadsWhatTheServerWrote() {
    for (const PlainReply& reply : {PlainReply{"5"}, PlainReply{"division by zero", true}, PlainReply{""}}) {
        const QByteArray line = encodeReply(reply);
        QCOMPARE(decodeReply(QByteArrayView(line).chopped(1)), reply);
    }
    QCOMPARE(encodeRequest("2+3"), QByteArray("2+3\n"));
    QCOMPARE(encodeQuit(), QByteArray("quit\n"));
}

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
