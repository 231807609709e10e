// SPDX-License-Identifier: MIT
#include "server/command_line.h"

#include "server/core/limit_table.h"
#include "server/option_table.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
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
    void theConfigurationFileHasTheSameNamesAndTheCommandLineWins();
    void whatIsWrongWithTheConfigurationFileIsNamedWithItsLine_data();
    void whatIsWrongWithTheConfigurationFileIsNamedWithItsLine();
    void everyOptionIsInTheHelp();

private:
    QString fileWith(const QByteArray& content) {
        QFile file(m_dir.filePath(QStringLiteral("keisan-%1.conf").arg(++m_files)));
        return file.open(QIODevice::WriteOnly) && file.write(content) >= 0 ? file.fileName() : QString();
    }
    int m_files = 0;
    const QTemporaryDir m_dir;
};

void CommandLineTest::withoutArgumentsTheDefaultsHold() {
    const CommandLine commandLine = parse({});
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.options.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(commandLine.options.port, 10'000);
    QVERIFY(!commandLine.options.headless && !commandLine.options.verbose);
    QCOMPARE(commandLine.options.threads, 1);
    QVERIFY(!commandLine.namesEndpoint);
}

void CommandLineTest::everyOptionIsRead() {
    const CommandLine commandLine = parse(
        QStringLiteral("--headless --address ::1 --port 0 --log-file keisan.log --verbose --one-at-a-time "
                       "--threads 1"));
    QCOMPARE(commandLine.wish, Wish::Serve);
    QCOMPARE(commandLine.options.address, QHostAddress(QHostAddress::LocalHostIPv6));
    QCOMPARE(commandLine.options.port, 0);
    QVERIFY(commandLine.options.headless && commandLine.options.verbose);
    QVERIFY(commandLine.options.oneAtATime);
    QCOMPARE(parse(QStringLiteral("--threads 64")).options.threads, 64);
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
    QTest::newRow("log format") << QStringLiteral("--log-format xml")
                                << QStringLiteral("--log-format: neither text nor json: xml");
    QTest::newRow("limit") << QStringLiteral("--max-clients many")
                           << QStringLiteral("--max-clients: not a number from 1 to 1,000,000: many");
    QTest::newRow("no thread") << QStringLiteral("--threads 0")
                               << QStringLiteral("--threads: not a number from 1 to 64: 0");
    QTest::newRow("too many threads")
        << QStringLiteral("--threads 65") << QStringLiteral("--threads: not a number from 1 to 64: 65");
    QTest::newRow("several threads, one at a time")
        << QStringLiteral("--threads 3 --one-at-a-time")
        << QStringLiteral("one-at-a-time and threads = 3 exclude each other: ");
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

void CommandLineTest::theConfigurationFileHasTheSameNamesAndTheCommandLineWins() {
    const QString path = fileWith("; a comment\n# another\n[General]\nmax-clients = 10,000\ntime-limit=2 s\n"
                                  "one-at-a-time=yes\nno-log-expressions=on\nport=4711\nlog-format=json\n");
    const CommandLine commandLine = parse(QStringLiteral("--config %1 --time-limit 3 --headless").arg(path));
    QCOMPARE(commandLine.error, QString());
    QCOMPARE(commandLine.options.limits.clients, 10'000);
    QCOMPARE(commandLine.options.limits.evaluation.time.count(), 3000);
    QVERIFY(commandLine.options.oneAtATime && commandLine.options.headless);
    QVERIFY(!commandLine.options.logsExpressions);
    QCOMPARE(commandLine.options.port, 4711);
    QVERIFY(commandLine.options.logFormat == LogFormat::Json);
    QVERIFY(commandLine.namesEndpoint);
    const CommandLine asWritten = parse(
        QStringLiteral("--config %1")
            .arg(fileWith(
                "# max-clients = 100\n ; port = 1\nlog-file = \"/a b/c;d, e\\n.log\"\r\n[General]\nport=2")));
    QCOMPARE(asWritten.error, QString());
    QCOMPARE(asWritten.options.logFile, QStringLiteral("/a b/c;d, e\\n.log"));
    QCOMPARE(asWritten.options.port, 2);
    const CommandLine turnedOff = parse(QStringLiteral("--config %1").arg(fileWith("one-at-a-time = off\n")));
    QVERIFY(!turnedOff.options.oneAtATime && !turnedOff.namesEndpoint);
}

void CommandLineTest::whatIsWrongWithTheConfigurationFileIsNamedWithItsLine_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("named");
    QTest::newRow("key") << QByteArray("port=0\n\nmax-client = 3\n")
                         << QStringLiteral(":3: max-client: unknown");
    QTest::newRow("value") << QByteArray("# x\nmax-clients = lots\n")
                           << QStringLiteral(":2: max-clients: not a number from 1 to 1,000,000: lots");
    QTest::newRow("section") << QByteArray("[limits]\nport=1\n")
                             << QStringLiteral(":2: limits/port: unknown");
    QTest::newRow("switch") << QByteArray("verbose = perhaps\n")
                            << QStringLiteral(":1: verbose: neither on nor off: perhaps");
    QTest::newRow("no value") << QByteArray("port=1\nverbose\n")
                              << QStringLiteral(":2: not of the form key = value: verbose");
    QTest::newRow("a key with a sign in it") << QByteArray("\n%20=1\n") << QStringLiteral(":2: %20: unknown");
    QTest::newRow("no key") << QByteArray("=5\n") << QStringLiteral(":1: : unknown");
    QTest::newRow("the last one counts")
        << QByteArray("port=1\nport=x\n") << QStringLiteral(":2: port: not a port from 0 to 65535: x");
}

void CommandLineTest::whatIsWrongWithTheConfigurationFileIsNamedWithItsLine() {
    QFETCH(QByteArray, content);
    QFETCH(QString, named);
    const QString path = fileWith(content);
    QCOMPARE(parse(QStringLiteral("--config %1").arg(path)).error, path + named);
    QVERIFY(
        parse(QStringLiteral("--config /no/such/file")).error.startsWith(QStringLiteral("/no/such/file: ")));
}

void CommandLineTest::everyOptionIsInTheHelp() {
    int argc = 1;
    QByteArray name("keisan-server");
    char* argv = name.data();
    const QCoreApplication application(argc, &argv);
    const QString help = helpText();
    for (const OptionRow& row : optionRows())
        QVERIFY2(help.contains(QStringLiteral("--%1 ").arg(row.name)), row.name.data());
    for (const LimitRow& row : limitRows())
        QVERIFY2(help.contains(QStringLiteral("--%1 <").arg(row.name)), row.name.data());
    for (const char* shown : {"--max-clients <N>", "--time-limit <TIME>", "--memory-limit <SIZE>"})
        QVERIFY2(help.contains(QLatin1StringView(shown)), shown);
}

QTEST_APPLESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
