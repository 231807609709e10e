// SPDX-License-Identifier: MIT
#include "client/session/session_variables.h"
#include "client/window/input_hint.h"
#include "client/window/live_preview.h"
#include "tests/client/window/real_server.h"
#include "tests/client/window/scripted_server.h"

#include <QElapsedTimer>
#include <QSignalSpy>

namespace keisan::client::test {

namespace {

using Kind = PreviewWords::Kind;

} // namespace

// What the line below the input says, without a window, asked of the real server.
class LivePreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aCompleteTextHasItsValueAfterAPause();
    void whatComesOtherwiseThanByTypingIsNotWaitedFor();
    void aTextThatIsNotCompleteIsNotAsked_data();
    void aTextThatIsNotCompleteIsNotAsked();
    void adviceStandsBesideTheValue_data();
    void adviceStandsBesideTheValue();
    void anErrorIsToldInItsWords();
    void anUnknownNameIsNoNewsWhileOneIsChosen();
    void aSelectionIsPreviewedByItself();
    void whatIsTooMuchIsLeftToEnter();
    void nothingIsAskedWhileAnEvaluationRuns();
    void switchedOffItStillAdvises();
    void variablesAndTheLastAnswerStayAsTheyWere();
    void aLongValueIsShownShortAndKnownWhole();
    void thereIsNoneOfAVeryLongText();
    void withoutAConnectionThereIsAdviceOnly();

private:
    PreviewWords wordsFor(const QString& text);
    QByteArray ask(const QByteArray& expression);

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<CalculatorClient> m_client;
    std::unique_ptr<LivePreview> m_preview;
};

void LivePreviewTest::init() {
    m_server = std::make_unique<RealServer>();
    m_client = std::make_unique<CalculatorClient>(CalculatorClient::Speech::Structured);
    m_preview = std::make_unique<LivePreview>(*m_client);
    m_client->connectToServer({QStringLiteral("127.0.0.1"), m_server->port()});
    QTRY_COMPARE(m_client->status().mode, CalculatorClient::Mode::Structured);
}

void LivePreviewTest::cleanup() {
    m_preview.reset();
    m_client.reset();
    m_server.reset();
}

// What is said when nothing changes any more.
PreviewWords LivePreviewTest::wordsFor(const QString& text) {
    m_preview->setText(text);
    m_preview->hurry();
    QTest::qWait(100);
    return m_preview->words();
}

QByteArray LivePreviewTest::ask(const QByteArray& expression) {
    QSignalSpy replies(m_client.get(), &CalculatorClient::replyReceived);
    m_client->submit(expression);
    return replies.wait() ? replies.first().at(1).value<Reply>().text : QByteArray();
}

void LivePreviewTest::aCompleteTextHasItsValueAfterAPause() {
    QElapsedTimer sinceTyped;
    QSignalSpy changes(m_preview.get(), &LivePreview::changed);
    for (const char* text : {"1", "1+", "1+2"}) {
        m_preview->setText(QString::fromLatin1(text));
        QTest::qWait(20);
    }
    sinceTyped.start();
    QCOMPARE(changes.size(), 0);
    QTRY_COMPARE(m_preview->words(),
                 (PreviewWords{Kind::Value, QStringLiteral("= 3"), QStringLiteral("int")}));
    QVERIFY(sinceTyped.elapsed() >= 100);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_preview->value(), std::optional<QByteArray>("3"));
    m_preview->setText(QStringLiteral("1+2+"));
    QVERIFY(!m_preview->value()); // at once: what stood there is not this text's
    QCOMPARE(m_preview->words(), PreviewWords());
}

void LivePreviewTest::whatComesOtherwiseThanByTypingIsNotWaitedFor() {
    QElapsedTimer timer;
    timer.start();
    m_preview->setText(QStringLiteral("2*3"));
    m_preview->hurry();
    QTRY_COMPARE(m_preview->words().text, QStringLiteral("= 6"));
    QVERIFY2(timer.elapsed() < 140, qPrintable(QString::number(timer.elapsed())));
}

void LivePreviewTest::aTextThatIsNotCompleteIsNotAsked_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QStringLiteral("  ") << QString();
    QTest::newRow("an operator") << QStringLiteral("2 +") << QString();
    QTest::newRow("a bracket") << QStringLiteral("(1 + 2") << QStringLiteral("'(' was never closed");
    QTest::newRow("zeros") << QStringLiteral("01")
                           << QStringLiteral(
                                  "leading zeros in decimal integer literals are not permitted; use "
                                  "an 0o prefix for octal integers");
}

void LivePreviewTest::aTextThatIsNotCompleteIsNotAsked() {
    QFETCH(QString, text);
    QFETCH(QString, said);
    QSignalSpy lines(m_client.get(), &CalculatorClient::lineSent);
    const PreviewWords words = wordsFor(text);
    QCOMPARE(words.text, said);
    QCOMPARE(words.kind, said.isEmpty() ? Kind::Nothing : Kind::Fault);
    QCOMPARE(lines.size(), 0);
}

void LivePreviewTest::adviceStandsBesideTheValue_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("hint");
    QTest::addColumn<QString>("changed");
    QTest::newRow("power") << QStringLiteral("2 ^ 3") << QStringLiteral("= 1")
                           << QStringLiteral("^ is XOR in Python; the power is **")
                           << QStringLiteral("2 ** 3");
    QTest::newRow("comma") << QStringLiteral("1,5") << QStringLiteral("= (1, 5)")
                           << QStringLiteral("a tuple; decimals need a point") << QStringLiteral("1.5");
    QTest::newRow("product") << QStringLiteral("3(4)") << QStringLiteral("'int' object is not callable")
                             << QStringLiteral("a product needs its sign: write 3 * (")
                             << QStringLiteral("3 * (4)");
    QTest::newRow("degrees") << QStringLiteral("sin(90)") << QStringLiteral("= 0.8939966636005579")
                             << QStringLiteral("radians; for degrees write sin(radians(90))")
                             << QStringLiteral("sin(radians(90))");
}

void LivePreviewTest::adviceStandsBesideTheValue() {
    QFETCH(QString, text);
    QFETCH(QString, value);
    QFETCH(QString, hint);
    QFETCH(QString, changed);
    const PreviewWords words = wordsFor(text);
    QCOMPARE(words.text, value);
    QCOMPARE(words.hint, hint);
    const auto change = hintedChange(text);
    QVERIFY(change.has_value());
    QCOMPARE(QString(text).replace(change->start, change->length, change->text), changed);
}

void LivePreviewTest::anErrorIsToldInItsWords() {
    QCOMPARE(wordsFor(QStringLiteral("1/0")), (PreviewWords{Kind::Failure, QStringLiteral("division by zero"),
                                                            QStringLiteral("ZeroDivisionError")}));
}

void LivePreviewTest::anUnknownNameIsNoNewsWhileOneIsChosen() {
    QCOMPARE(wordsFor(QStringLiteral("sq")).type, QStringLiteral("NameError"));
    m_preview->setChoosingName(true);
    QCOMPARE(wordsFor(QStringLiteral("sqr")), PreviewWords());
    m_preview->setChoosingName(false);
    QTRY_COMPARE(m_preview->words().type, QStringLiteral("NameError"));
}

void LivePreviewTest::aSelectionIsPreviewedByItself() {
    QCOMPARE(wordsFor(QStringLiteral("2 * (3 + 4)")).text, QStringLiteral("= 14"));
    m_preview->setSelection(QStringLiteral("3 + 4"));
    QTRY_COMPARE(m_preview->words().text, QStringLiteral("selection = 7"));
    QVERIFY(!m_preview->value()); // Ctrl+Enter is about the whole
    m_preview->setSelection(QStringLiteral("(3 +"));
    QTRY_COMPARE(m_preview->words().text, QStringLiteral("= 14"));
}

void LivePreviewTest::whatIsTooMuchIsLeftToEnter() {
    QCOMPARE(wordsFor(QStringLiteral("sum(i for i in range(10**8))")),
             (PreviewWords{Kind::Note, QStringLiteral("Enter to compute")}));
    QCOMPARE(ask("1"), QByteArray("1")); // nothing runs
}

void LivePreviewTest::nothingIsAskedWhileAnEvaluationRuns() {
    const RequestId slow = m_client->submit("sum(i for i in range(10**9))");
    QTRY_COMPARE(m_client->waiting().oldest, slow);
    QSignalSpy lines(m_client.get(), &CalculatorClient::lineSent);
    QCOMPARE(wordsFor(QStringLiteral("1+1")).text, QStringLiteral("no preview while an evaluation runs"));
    QCOMPARE(lines.size(), 0);
    m_client->stop(slow);
    QTRY_COMPARE(m_preview->words().text, QStringLiteral("= 2"));
}

void LivePreviewTest::switchedOffItStillAdvises() {
    m_preview->setEnabled(false);
    const PreviewWords words = wordsFor(QStringLiteral("2 ^ 3"));
    QCOMPARE(words.kind, Kind::Nothing);
    QVERIFY(!words.hint.isEmpty());
    m_preview->setEnabled(true);
    QTRY_COMPARE(m_preview->words().text, QStringLiteral("= 1"));
}

void LivePreviewTest::variablesAndTheLastAnswerStayAsTheyWere() {
    const SessionVariables variables(*m_client);
    QCOMPARE(ask("41"), QByteArray("41"));
    QCOMPARE(wordsFor(QStringLiteral("x = 5")).text, QStringLiteral("= 5"));
    QCOMPARE(wordsFor(QStringLiteral("_ + 1")).text, QStringLiteral("= 42"));
    QCOMPARE(ask("_"), QByteArray("41"));
    QTest::qWait(50);
    QVERIFY(variables.variables().isEmpty());
}

void LivePreviewTest::aLongValueIsShownShortAndKnownWhole() {
    const PreviewWords words = wordsFor(QStringLiteral("'ab' * 1000"));
    QCOMPARE(words.kind, Kind::Value);
    QVERIFY(words.text.size() < 210);
    QCOMPARE(m_preview->value()->size(), 2000);
}

void LivePreviewTest::thereIsNoneOfAVeryLongText() {
    QSignalSpy lines(m_client.get(), &CalculatorClient::lineSent);
    QCOMPARE(wordsFor(QString(LivePreview::kMostCharacters + 1, u'1')), PreviewWords());
    QCOMPARE(lines.size(), 0);
    QCOMPARE(wordsFor(QString(LivePreview::kMostCharacters - 1, u' ') + u'1').text, QStringLiteral("= 1"));
}

void LivePreviewTest::withoutAConnectionThereIsAdviceOnly() {
    m_client->disconnectFromServer();
    const PreviewWords words = wordsFor(QStringLiteral("2 ^ 3"));
    QCOMPARE(words.kind, Kind::Nothing);
    QVERIFY(!words.hint.isEmpty());
}

} // namespace keisan::client::test

QTEST_GUILESS_MAIN(keisan::client::test::LivePreviewTest)
#include "live_preview_test.moc"
