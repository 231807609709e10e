// SPDX-License-Identifier: MIT
#include "server/command_line.h"

#include "server/core/limit_table.h"

#include <QTest>

using namespace keisan::server;
using Wish = CommandLine::Wish;

namespace {

CommandLine parse(const QString& arguments) {
    return parseCommandLine(QStringList{QStringLiteral("keisan-server")} +
                            arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutArgumentsTheDefaultsHold();
    void everyOptionIsRead();
    void everyLimitIsAnOption();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void helpAndVersionAreWishes();
};

void CommandLineTest::withoutArgumentsTheDefaultsHold() {
    const CommandLine commandLine = parse({});
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.options.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(commandLine.options.port, 10'000);
    QVERIFY(!commandLine.options.headless && !commandLine.options.verbose);
    QVERIFY(!commandLine.namesEndpoint);
}

void CommandLineTest::everyOptionIsRead() {
    const CommandLine commandLine = parse(
        QStringLiteral("--headless --address ::1 --port 0 --log-file keisan.log --verbose --one-at-a-time"));
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.options.address, QHostAddress(QHostAddress::LocalHostIPv6));
    QCOMPARE(commandLine.options.port, 0);
    QVERIFY(commandLine.options.headless && commandLine.options.verbose);
    QVERIFY(commandLine.options.oneAtATime);
    QVERIFY(commandLine.namesEndpoint);
    QCOMPARE(commandLine.options.logFile, QStringLiteral("keisan.log"));
    QCOMPARE(parse(QStringLiteral("--address localhost")).options.address,
             QHostAddress(QHostAddress::LocalHost));
}

void CommandLineTest::everyLimitIsAnOption() {
    for (const LimitRow& row : limitRows()) {
        const CommandLine commandLine = parse(
            QStringLiteral("--%1=%2").arg(row.name).arg(amountText(row.minimum, row.unit).remove(u' ')));
        QCOMPARE(commandLine.wish, Wish::Serve);
        QCOMPARE(row.get(commandLine.options.limits), row.minimum);
    }
}

void CommandLineTest::whatIsWrongIsNamed_data() {
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("port that is none")
        << QStringLiteral("--port x") << QStringLiteral("--port: not a port from 0 to 65535: x");
    QTest::newRow("port too large") << QStringLiteral("--port 65536") << QStringLiteral("65536");
    QTest::newRow("port below zero") << QStringLiteral("--port=-1") << QStringLiteral("-1");
    QTest::newRow("address") << QStringLiteral("--address nowhere")
                             << QStringLiteral("not an address: nowhere");
    QTest::newRow("limit") << QStringLiteral("--max-clients many")
                           << QStringLiteral("--max-clients: not a number from 1 to 1,000,000: many");
    QTest::newRow("option") << QStringLiteral("--headles") << QStringLiteral("headles");
    QTest::newRow("argument") << QStringLiteral("10000") << QStringLiteral("unexpected argument: 10000");
}

void CommandLineTest::whatIsWrongIsNamed() {
    QFETCH(QString, arguments);
    QFETCH(QString, named);
    const CommandLine commandLine = parse(arguments);
    QCOMPARE(commandLine.wish, Wish::Error);
    QVERIFY2(commandLine.error.contains(named), qPrintable(commandLine.error));
    QVERIFY(!commandLine.error.contains(u'\n'));
}

void CommandLineTest::helpAndVersionAreWishes() {
    QCOMPARE(parse(QStringLiteral("--help")).wish, Wish::Help);
    QCOMPARE(parse(QStringLiteral("--version --headless")).wish, Wish::Version);
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
