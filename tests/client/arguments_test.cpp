// SPDX-License-Identifier: MIT
#include "client/terminal/arguments.h"

#include <QTest>

using keisan::client::Arguments;
using keisan::client::parseArguments;
using Action = keisan::client::Arguments::Action;

Q_DECLARE_METATYPE(keisan::client::Arguments)

class ArgumentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCommandLineIsUnderstood_data();
    void theCommandLineIsUnderstood();
    void wrongValuesAreNamed_data();
    void wrongValuesAreNamed();
    void theAddressIsTaken();
    void helpNamesEveryOption();
};

void ArgumentsTest::theCommandLineIsUnderstood_data() {
    using List = QList<QByteArray>;
    QTest::addColumn<List>("arguments");
    QTest::addColumn<int>("action");
    QTest::addColumn<List>("expressions");
    const auto row = [](const char* name, const List& arguments, Action action, const List& expressions) {
        QTest::newRow(name) << arguments << static_cast<int>(action) << expressions;
    };
    row("nothing", {}, Action::ShowWindow, {});
    row("address only", {"--host", "h", "--port", "1"}, Action::ShowWindow, {});
    row("expressions", {"2+3", "7//2"}, Action::EvaluateAll, {"2+3", "7//2"});
    row("an expression with a minus", {"-5+3"}, Action::EvaluateAll, {"-5+3"});
    row("an option's value is none", {"--host", "2+3"}, Action::ShowWindow, {});
    row("options after expressions", {"-x", "--port=7", "--y"}, Action::EvaluateAll, {"-x", "--y"});
    row("after two dashes", {"--", "--help", "--"}, Action::EvaluateAll, {"--help", "--"});
    row("an empty expression", {""}, Action::EvaluateAll, {""});
    row("terminal", {"--terminal"}, Action::TalkOnTerminal, {});
    row("json without more", {"--json"}, Action::TalkOnTerminal, {});
    row("json with an expression", {"--json", "1"}, Action::EvaluateAll, {"1"});
    row("help", {"1", "--help", "--port"}, Action::ShowHelp, {"1"});
    row("short help", {"-h"}, Action::ShowHelp, {});
    row("version", {"--version"}, Action::ShowVersion, {});
}

void ArgumentsTest::theCommandLineIsUnderstood() {
    QFETCH(QList<QByteArray>, arguments);
    const Arguments result = parseArguments(arguments);
    QTEST(static_cast<int>(result.action), "action");
    QTEST(result.expressions, "expressions");
    QCOMPARE(result.json, arguments.value(0) == "--json");
}

void ArgumentsTest::wrongValuesAreNamed_data() {
    using List = QList<QByteArray>;
    QTest::addColumn<List>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("port 0") << List{"--port", "0"} << QStringLiteral("'0'");
    QTest::newRow("port 65536") << List{"--port=65536"} << QStringLiteral("65535");
    QTest::newRow("port -1") << List{"--port", "-1"} << QStringLiteral("'-1'");
    QTest::newRow("port word") << List{"--port", "ten", "1"} << QStringLiteral("'ten'");
    QTest::newRow("no port") << List{"--port"} << QStringLiteral("--port needs a value");
    QTest::newRow("no host") << List{"--host"} << QStringLiteral("--host needs a value");
    QTest::newRow("empty host") << List{"--host="} << QStringLiteral("--host");
    QTest::newRow("both") << List{"--terminal", "1"} << QStringLiteral("--terminal");
}

void ArgumentsTest::wrongValuesAreNamed() {
    QFETCH(QList<QByteArray>, arguments);
    QFETCH(QString, word);
    const Arguments result = parseArguments(arguments);
    QCOMPARE(result.action, Action::Complain);
    QVERIFY2(result.complaint.contains(word), qPrintable(result.complaint));
}

void ArgumentsTest::theAddressIsTaken() {
    QVERIFY(!parseArguments({}).addressGiven);
    QCOMPARE(parseArguments({}).address.text(), QStringLiteral("127.0.0.1:10000"));
    const Arguments result = parseArguments({"--host=calc", "--port", "65535", "1"});
    QVERIFY(result.addressGiven);
    QCOMPARE(result.address.text(), QStringLiteral("calc:65535"));
}

void ArgumentsTest::helpNamesEveryOption() {
    for (const char* option :
         {"--host", "--port", "--terminal", "--json", "--help", "--version", "EXPRESSION"})
        QVERIFY2(keisan::client::helpText().contains(option), option);
}

QTEST_APPLESS_MAIN(ArgumentsTest)
#include "arguments_test.moc"
