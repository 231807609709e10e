// SPDX-License-Identifier: MIT
#include "common/protocol/structured_codec.h"
#include "tests/client/window/real_server.h"
#include "tests/client/window/window_fixture.h"

#include <QAction>
#include <QElapsedTimer>
#include <QTableView>
#include <QToolButton>
#include <QWhatsThis>

namespace keisan::client::test {

// The window and Keisan's own server, which speak structured.
class StructuredWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBarTellsModeAndLatency();
    void thePreviewLineTellsTheValueAndChangesNothing();
    void thePreviewLineNeverJumps();
    void ctrlEnterPutsTheValueInPlaceOfTheText();
    void theKeypadPreviewsAtOnce();
    void aSelectionHasItsOwnPreview();
    void tabDoesWhatTheAdviceSays();
    void previewsCanBeSwitchedOff();
    void variablesAreListedInsertedAndDeleted();
    void theVariablesAreReadInASmallWindow();
    void theVariablesPaneSaysWhyItIsEmpty();
    void aFaultIsUnderlinedWhereTheServerFoundIt_data();
    void aFaultIsUnderlinedWhereTheServerFoundIt();
    void whatIsMissingIsShownAtTheEndOfTheInput_data();
    void whatIsMissingIsShownAtTheEndOfTheInput();
    void stopCancelsWithinTheTimeAndKeepsTheSession();
    void whatIsToBeCancelledInItsTurnSaysSo();
    void pingAndPreviewGoOnBesideAnEvaluation();
    void numbersAreThoseOfTheSessionThatStands();
    void lostVariablesAreSaidOnce();
    void aFarewellIsShownAndNotCalledAgain();
    void threeOpenRequestsSurviveTheDeathOfTheServer();
    void theWirePaneShowsBothProtocols();
};

#define STRUCTURED_FIXTURE                                                                                   \
    const RealServer server;                                                                                 \
    WindowFixture fixture(server.port());                                                                    \
    QVERIFY(fixture.connectNow());                                                                           \
    QTRY_COMPARE(fixture.client.status().mode, CalculatorClient::Mode::Structured)

namespace {

QString preview(WindowFixture& fixture) {
    return fixture.find<QLabel>("previewLine").text();
}

void trigger(WindowFixture& fixture, const char* action) {
    fixture.find<QAction>(action).trigger();
}

QAbstractItemModel& variables(WindowFixture& fixture) {
    return *fixture.find<QTableView>("variablesTable").model();
}

QByteArray hello() {
    return protocol::encodeResult(QStringLiteral("hello"), {{QStringLiteral("protocol"), 1}});
}

} // namespace

void StructuredWindowTest::theBarTellsModeAndLatency() {
    const RealServer server;
    WindowFixture fixture(server.port());
    auto& mode = fixture.find<QToolButton>("modeButton");
    QVERIFY(!mode.isVisible());
    QVERIFY(fixture.connectNow());
    QTRY_VERIFY(mode.isVisible());
    QTRY_VERIFY2(mode.text().startsWith(QStringLiteral("structured 0.")) ||
                     mode.text().startsWith(QStringLiteral("structured 1")),
                 qPrintable(mode.text()));
    QVERIFY(mode.text().endsWith(QStringLiteral(" ms")));
    QVERIFY(mode.toolTip().contains(QStringLiteral("Keisan " KEISAN_VERSION)));
    QTest::mouseClick(&mode, Qt::LeftButton);
    const auto isExplained = [] {
        const auto widgets = QApplication::topLevelWidgets();
        return std::any_of(widgets.begin(), widgets.end(), [](const QWidget* widget) {
            return widget->inherits("QWhatsThat") && widget->isVisible();
        });
    };
    QTRY_VERIFY(isExplained());
    QWhatsThis::hideText();
    fixture.click("connectButton");
    QVERIFY(!mode.isVisible());
}

void StructuredWindowTest::thePreviewLineTellsTheValueAndChangesNothing() {
    STRUCTURED_FIXTURE;
    trigger(fixture, "variablesPaneAction");
    fixture.enter("41");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.type("x = 5");
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 5"));
    QCOMPARE(fixture.find<QLabel>("previewType").text(), QStringLiteral("int"));
    fixture.input().replaceExpression({});
    QCOMPARE(preview(fixture), QString());
    fixture.type("_ + 1");
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 42"));
    fixture.input().replaceExpression({});
    fixture.enter("_");
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QCOMPARE(fixture.shownAnswer(1), QStringLiteral("41"));
    QTest::qWait(100);
    QCOMPARE(variables(fixture).rowCount(), 0);
}

void StructuredWindowTest::thePreviewLineNeverJumps() {
    STRUCTURED_FIXTURE;
    const auto place = [&fixture] { return fixture.find<QWidget>("previewLine").parentWidget()->geometry(); };
    const QSize size = fixture.window.size();
    QTest::qWait(50);
    const QRect empty = place();
    fixture.type("'long ' * 300");
    QTRY_VERIFY(preview(fixture).startsWith(QStringLiteral("= long")));
    QCOMPARE(place(), empty);
    QCOMPARE(fixture.window.size(), size);
    QVERIFY(fixture.find<QLabel>("previewLine").sizeHint().width() <= place().width());
    fixture.input().replaceExpression(QStringLiteral("1/0 ^ 2"));
    QTRY_VERIFY(preview(fixture).startsWith(QStringLiteral("ZeroDivisionError: ")));
    QCOMPARE(place(), empty);
}

void StructuredWindowTest::ctrlEnterPutsTheValueInPlaceOfTheText() {
    STRUCTURED_FIXTURE;
    fixture.type("2**100");
    QTRY_VERIFY(preview(fixture).startsWith(QStringLiteral("= 126")));
    QTest::keyClick(&fixture.input(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("1267650600228229401496703205376"));
    QCOMPARE(fixture.window.history().rowCount(), 0);
    QTest::keyClick(&fixture.input(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2**100"));
    fixture.type("*");
    QTest::keyClick(&fixture.input(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2**100*"));
    QVERIFY(preview(fixture).contains(QStringLiteral("no value")));
}

void StructuredWindowTest::theKeypadPreviewsAtOnce() {
    STRUCTURED_FIXTURE;
    trigger(fixture, "keypadAction");
    auto& seven = fixture.find<QAbstractButton>("key 7");
    QElapsedTimer timer;
    timer.start();
    QTest::mouseClick(&seven, Qt::LeftButton);
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 7"));
    QVERIFY2(timer.elapsed() < 140, qPrintable(QString::number(timer.elapsed())));
}

void StructuredWindowTest::aSelectionHasItsOwnPreview() {
    STRUCTURED_FIXTURE;
    fixture.type("3*(2+5)");
    QTest::keyClick(&fixture.input(), Qt::Key_Left);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&fixture.input(), Qt::Key_Left, Qt::ShiftModifier);
    QTRY_COMPARE(preview(fixture), QStringLiteral("selection = 7"));
    QTest::keyClick(&fixture.input(), Qt::Key_End);
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 21"));
}

void StructuredWindowTest::tabDoesWhatTheAdviceSays() {
    STRUCTURED_FIXTURE;
    fixture.type("2 ^ 3");
    QVERIFY(preview(fixture).contains(QStringLiteral("XOR")));
    QTest::keyClick(&fixture.input(), Qt::Key_Tab);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2 ** 3"));
    QVERIFY(fixture.input().hasFocus());
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 8"));
    QTest::keyClick(&fixture.input(), Qt::Key_Tab);
    QVERIFY(!fixture.input().hasFocus());
}

void StructuredWindowTest::previewsCanBeSwitchedOff() {
    STRUCTURED_FIXTURE;
    QVERIFY(fixture.find<QAction>("previewAction").isChecked());
    trigger(fixture, "previewAction");
    fixture.type("1+1");
    QTest::qWait(300);
    QCOMPARE(preview(fixture), QString());
    trigger(fixture, "previewAction");
    QTRY_COMPARE(preview(fixture), QStringLiteral("= 2"));
}

void StructuredWindowTest::variablesAreListedInsertedAndDeleted() {
    STRUCTURED_FIXTURE;
    trigger(fixture, "variablesPaneAction");
    fixture.enter("x = 2**0.5");
    fixture.enter("rate = 'a'");
    QTRY_COMPARE(variables(fixture).rowCount(), 2);
    const auto cell = [&](int row, int column) {
        return variables(fixture).index(row, column).data().toString();
    };
    QCOMPARE(cell(0, 0) + cell(0, 1) + cell(0, 2), QStringLiteral("ratestr'a'"));
    QCOMPARE(cell(1, 2), QStringLiteral("1.4142135623730951"));
    auto& table = fixture.find<QTableView>("variablesTable");
    fixture.type("2*");
    const QPoint second = table.visualRect(table.model()->index(1, 0)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, second);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(fixture.input().expression(), QStringLiteral("2*x"));
    QVERIFY(fixture.input().hasFocus());
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Delete);
    QTRY_COMPARE(variables(fixture).rowCount(), 1);
    QCOMPARE(fixture.item(2).expression, QStringLiteral("del x"));
    QCOMPARE(fixture.input().expression(), QStringLiteral("2*x"));
}

void StructuredWindowTest::theVariablesAreReadInASmallWindow() {
    STRUCTURED_FIXTURE;
    fixture.enter("x = 12345678");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.window.resize(420, 320);
    QTest::qWait(20);
    trigger(fixture, "variablesPaneAction");
    auto& table = fixture.find<QTableView>("variablesTable");
    QTRY_VERIFY(table.isVisible());
    const int valueRoom = table.viewport()->width() - table.columnViewportPosition(2);
    QVERIFY2(valueRoom > table.fontMetrics().horizontalAdvance(QStringLiteral("12345678")),
             qPrintable(QString::number(valueRoom)));
}

void StructuredWindowTest::theVariablesPaneSaysWhyItIsEmpty() {
    const RealServer server;
    WindowFixture fixture(server.port());
    trigger(fixture, "variablesPaneAction");
    const auto words = [&fixture] { return fixture.find<QLabel>("variablesWords").text(); };
    QVERIFY(words().startsWith(QStringLiteral("Not connected")));
    QVERIFY(fixture.connectNow());
    QTRY_COMPARE(words(), QStringLiteral("No variables. Try x = 3."));
    ScriptedServer plain([](QTcpSocket&, const QByteArray&) {});
    QVERIFY(plain.start());
    fixture.client.connectToServer({QStringLiteral("127.0.0.1"), plain.serverPort()});
    QTRY_VERIFY(words().contains(QStringLiteral("plain protocol")));
}

void StructuredWindowTest::aFaultIsUnderlinedWhereTheServerFoundIt_data() {
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char* expression, const char* fault) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(fault);
    };
    row("1 + nosuch", "nosuch");
    row("'\xf0\x9f\x98\x80' + nosuch", "nosuch");
    row("２ ＋ nosuch", "nosuch");
    row("12 +* 3", "*");
    row("データ + 1", "データ");
    row("\"a\tb\" + nosuch", "nosuch");
}

void StructuredWindowTest::aFaultIsUnderlinedWhereTheServerFoundIt() {
    QFETCH(QString, expression);
    QFETCH(QString, fault);
    STRUCTURED_FIXTURE;
    fixture.input().replaceExpression(expression);
    QTest::keyClick(&fixture.input(), Qt::Key_Return);
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    QTRY_COMPARE(fixture.input().expression(), expression);
    const auto marks = fixture.input().extraSelections();
    QVERIFY(!marks.isEmpty());
    QCOMPARE(marks.first().cursor.selectedText(), fault);
    QCOMPARE(fixture.input().textCursor().position(), marks.first().cursor.selectionStart());
}

void StructuredWindowTest::whatIsMissingIsShownAtTheEndOfTheInput_data() {
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("last");
    for (const auto& [expression, last] :
         {qMakePair("2+", "+"), qMakePair("'\xf0\x9f\x98\x80' - データ **", "*")})
        QTest::newRow(expression) << QString::fromUtf8(expression) << QString::fromUtf8(last);
}

void StructuredWindowTest::whatIsMissingIsShownAtTheEndOfTheInput() {
    QFETCH(QString, expression);
    QFETCH(QString, last);
    STRUCTURED_FIXTURE;
    fixture.input().replaceExpression(expression);
    QTest::keyClick(&fixture.input(), Qt::Key_Return);
    QVERIFY(fixture.waitForState(0, ItemState::Failed));
    QTRY_COMPARE(fixture.input().expression(), expression);
    const auto marks = fixture.input().extraSelections();
    QVERIFY(!marks.isEmpty());
    QCOMPARE(marks.first().cursor.selectedText(), last);
    QCOMPARE(fixture.input().textCursor().position(), expression.size());
}

void StructuredWindowTest::stopCancelsWithinTheTimeAndKeepsTheSession() {
    STRUCTURED_FIXTURE;
    fixture.enter("x = 5");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    fixture.enter("sum(i for i in range(10**9))");
    QTest::qWait(300);
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(&fixture.input(), Qt::Key_Escape);
    QVERIFY(fixture.waitForState(1, ItemState::Stopped));
    qInfo("stopped after %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 2'000); // ten times the promise
    QVERIFY(fixture.shownAnswer(1).startsWith(QStringLiteral("Cancelled after ")));
    fixture.enter("x");
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QCOMPARE(fixture.shownAnswer(2), QStringLiteral("5"));
    QCOMPARE(fixture.stateWord(), QStringLiteral("Connected"));
}

void StructuredWindowTest::whatIsToBeCancelledInItsTurnSaysSo() {
    STRUCTURED_FIXTURE;
    fixture.enter("sum(i for i in range(10**9))");
    fixture.enter("x = 5");
    QTRY_COMPARE(fixture.shownAnswer(1), QStringLiteral("waiting (number 2 in line)"));
    fixture.client.stop(fixture.item(1).request);
    QCOMPARE(fixture.shownAnswer(1), QStringLiteral("stopping"));
    fixture.client.stop(fixture.item(0).request);
    QVERIFY(fixture.waitForState(1, ItemState::Stopped));
    fixture.enter("x");
    QVERIFY(fixture.waitForState(2, ItemState::Failed)); // it was not evaluated
}

void StructuredWindowTest::pingAndPreviewGoOnBesideAnEvaluation() {
    STRUCTURED_FIXTURE;
    fixture.enter("sum(i for i in range(10**9))");
    QTRY_COMPARE(fixture.item(0).state, ItemState::Sent);
    fixture.type("1+1");
    QCOMPARE(fixture.input().expression(), QStringLiteral("1+1"));
    QTRY_COMPARE(preview(fixture), QStringLiteral("no preview while an evaluation runs"));
    bool isAnswered = false;
    const QString id = QStringLiteral("from the test");
    connect(&fixture.client, &CalculatorClient::responseReceived, this,
            [&](const protocol::Response& response) { isAnswered |= response.id == QJsonValue(id); });
    QVERIFY(fixture.client.call(id, protocol::encodeCall(id, QStringLiteral("ping"))));
    QTRY_VERIFY(isAnswered);
    QCOMPARE(fixture.item(0).state, ItemState::Sent);
    fixture.input().replaceExpression({});
    QTest::keyClick(&fixture.input(), Qt::Key_Escape);
    QVERIFY(fixture.waitForState(0, ItemState::Stopped));
}

void StructuredWindowTest::numbersAreThoseOfTheSessionThatStands() {
    STRUCTURED_FIXTURE;
    const auto number = [&](int row) {
        return fixture.window.history().index(row).data(HistoryModel::LinesRole).value<HistoryLines>().number;
    };
    for (const char* expression : {"0.5", "1 / 0", "2"})
        fixture.enter(expression);
    QVERIFY(fixture.waitForState(2, ItemState::Answered));
    QCOMPARE(QStringList({number(0), number(1), number(2)}),
             QStringList({QStringLiteral("1"), QStringLiteral("–"), QStringLiteral("2")}));
    fixture.find<QAction>("answerPaneAction").trigger();
    const auto& facts = fixture.find<QLabel>("answerFacts");
    QVERIFY(facts.text().startsWith(QStringLiteral("_2")));
    fixture.find<QAction>("disconnectAction").trigger();
    QCOMPARE(QStringList({number(0), number(2)}), QStringList(2, QStringLiteral("–")));
    QCOMPARE(fixture.window.history().answerName(2), QString());
    QVERIFY(facts.text().startsWith(QStringLiteral("int")));
    QVERIFY(fixture.connectNow());
    QCOMPARE(fixture.window.history().answerName(2), QString());
    fixture.enter("3");
    QVERIFY(fixture.waitForState(3, ItemState::Answered));
    QCOMPARE(QStringList({number(2), number(3)}), QStringList({QStringLiteral("–"), QStringLiteral("1")}));
    QCOMPARE(fixture.window.history().answerName(3), QStringLiteral("_1"));
}

void StructuredWindowTest::lostVariablesAreSaidOnce() {
    STRUCTURED_FIXTURE;
    trigger(fixture, "variablesPaneAction");
    fixture.enter("x = 1");
    fixture.enter("rate = 2");
    QTRY_COMPARE(variables(fixture).rowCount(), 2);
    fixture.click("connectButton");
    QCOMPARE(preview(fixture), QStringLiteral("Variables were lost with the connection: rate, x"));
    QCOMPARE(variables(fixture).rowCount(), 0);
}

void StructuredWindowTest::aFarewellIsShownAndNotCalledAgain() {
    ScriptedServer server([](QTcpSocket& client, const QByteArray& line) {
        client.write(line.contains("hello")
                         ? hello()
                         : protocol::encodeNotification(
                               QStringLiteral("bye"), {{QStringLiteral("reason"), QStringLiteral("lunch")}}));
        if (!line.contains("hello"))
            client.disconnectFromHost();
    });
    server.leaveHelloToTest();
    QVERIFY(server.start());
    WindowFixture fixture(server.serverPort());
    QVERIFY(fixture.connectNow());
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Disconnected"));
    QCOMPARE(fixture.notice(), QStringLiteral("The server ended the connection: lunch."));
    QTest::qWait(700);
    QCOMPARE(fixture.client.status().state, CalculatorClient::State::EndedByServer);
    fixture.enter("1");
    QCOMPARE(fixture.input().expression(), QStringLiteral("1"));
}

void StructuredWindowTest::threeOpenRequestsSurviveTheDeathOfTheServer() {
    const auto greet = [](QTcpSocket& client, const QByteArray& line) {
        if (line.contains("hello"))
            client.write(hello());
    };
    const auto evaluations = [](const ScriptedServer& server) {
        return std::count_if(server.lines().begin(), server.lines().end(),
                             [](const QByteArray& line) { return line.contains("\"evaluate\""); });
    };
    ScriptedServer server(greet);
    server.leaveHelloToTest();
    QVERIFY(server.start());
    const quint16 port = server.serverPort();
    WindowFixture fixture(port);
    QVERIFY(fixture.connectNow());
    for (const char* expression : {"x = 1", "x + 1", "x + 2"})
        fixture.enter(expression);
    QTRY_COMPARE(evaluations(server), 3);
    fixture.type("a draft");
    server.die();
    for (int row = 0; row < 3; ++row)
        QVERIFY(fixture.waitForState(row, ItemState::NotAnswered));
    QTRY_COMPARE(fixture.stateWord(), QStringLiteral("Connection lost"));
    ScriptedServer again(greet);
    again.leaveHelloToTest();
    QVERIFY(again.start(port));
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.client.status().mode, CalculatorClient::Mode::Structured, 10'000);
    qInfo("connected again %lld ms after the server's return", static_cast<long long>(timer.elapsed()));
    QVERIFY(timer.elapsed() < 10'000);
    QTest::qWait(200);
    QCOMPARE(evaluations(again), 0);
    QCOMPARE(fixture.input().expression(), QStringLiteral("a draft"));
}

void StructuredWindowTest::theWirePaneShowsBothProtocols() {
    const RealServer server;
    WindowFixture fixture(server.port());
    trigger(fixture, "wirePaneAction");
    const auto texts = [&fixture] {
        const auto* model = fixture.find<QTableView>("wireTable").model();
        QString all;
        for (int row = 0; row < model->rowCount(); ++row)
            all += model->index(row, 1).data().toString() + model->index(row, 3).data().toString() + u'\n';
        return all;
    };
    QVERIFY(fixture.connectNow());
    fixture.enter("6*7");
    QVERIFY(fixture.waitForState(0, ItemState::Answered));
    QVERIFY(texts().contains(QStringLiteral("\\x1e{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"evaluate\"")));
    QVERIFY(texts().contains(QStringLiteral("\"value\":\"42\"")));
    ScriptedServer plain([](QTcpSocket& client, const QByteArray&) { client.write("42\n"); });
    QVERIFY(plain.start());
    fixture.client.connectToServer({QStringLiteral("127.0.0.1"), plain.serverPort()});
    fixture.enter("6*7");
    QVERIFY(fixture.waitForState(1, ItemState::Answered));
    QVERIFY(texts().contains(QStringLiteral("sent6*7\n")));
    QVERIFY(texts().contains(QStringLiteral("received42\n")));
}

} // namespace keisan::client::test

QTEST_MAIN(keisan::client::test::StructuredWindowTest)
#include "structured_window_test.moc"
