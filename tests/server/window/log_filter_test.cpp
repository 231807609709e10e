// SPDX-License-Identifier: MIT
#include "server/window/models/log_filter.h"
#include "tests/server/window/events.h"

#include <QTest>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

class LogFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsChooseLines_data();
    void wordsChooseLines();
    void faultyWordsSayWhy_data();
    void faultyWordsSayWhy();
    void anotherClientReplacesTheWordsAboutClients();
    void aCountedLineOfSeveralMayBeOfAnyClient();
    void levelsHideLines();
    void onlyAnEmptyFilterAcceptsAll();
};

// Six lines; the expected string names those that remain.
static std::vector<LogEntry> lines() {
    ServerEvent slow = evaluated(7, "9 ** 9 ** 9", "42", 2'500'000'000);
    ServerEvent japanese = evaluated(17, "'データ'", "データ", 100'000'000);
    return {LogEntry::of(eventOf(Kind::Connected, 7)),
            LogEntry::of(evaluated(7, "2 ** 64", "18446744073709551616", 100'000)),
            LogEntry::of(failed(8, "1 / 0", "division by Zero")),
            LogEntry::of(slow),
            LogEntry::of(japanese),
            LogEntry::of(eventOf(Kind::ClosedEof, 8))};
}

void LogFilterTest::wordsChooseLines_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const auto row = [](const char* text, const char* left) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(left);
    };
    row("", "012345");
    row("   ", "012345");
    row("zero", "2");
    row("ZERO", "2");
    row("**", "13");
    row("1 / 0", "2"); // one phrase
    row("0 / 1", "");  // not its words in any order
    row("127.0.0.1", "05");
    row("データ", "4");
    row("client:7", "013"); // not 17
    row("client:7,8", "01235");
    row("event:error", "2");
    row("event:err", "2");
    row("event:ERROR", "2");
    row("event:closed", "5");
    row("event:closed-by-client", "");
    row("event:connected event:error", "02");
    row("took>100", "3"); // exactly 100 ms is not more
    row("took>99", "34");
    row("took>2s", "3");
    row("took<0.5", "12");
    row("took<500us", "12");
    row("took>50 took<200ms", "4");
    row("** client:7 took<1", "1");
    row("2 client:7 ** 64", "1"); // what is left around the words is one phrase
    row("\"client:7\"", "");      // quoted: text
    row("error", "2");            // the event's label
}

void LogFilterTest::wordsChooseLines() {
    QFETCH(QString, text);
    QFETCH(QString, left);
    const auto filter = LogFilter::parse(text);
    QVERIFY(std::holds_alternative<LogFilter>(filter));
    QString accepted;
    const auto all = lines();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::get<LogFilter>(filter).accepts(all[i]))
            accepted += QString::number(i);
    QCOMPARE(accepted, left);
}

void LogFilterTest::faultyWordsSayWhy_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char* text, const char* mentions) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(mentions);
    };
    row("client:", "client:7");
    row("client:seven", "client:7");
    row("client:7,", "client:7");
    row("client:-1", "client:7");
    row("event:", "closed-eof");
    row("event:nothing", "evaluated");
    row("took>", "took>100");
    row("took>fast", "milliseconds");
    row("took<1h", "milliseconds");
    row("zero took>x", "took>100");
}

void LogFilterTest::faultyWordsSayWhy() {
    QFETCH(QString, text);
    QFETCH(QString, mentions);
    const auto filter = LogFilter::parse(text);
    QVERIFY(std::holds_alternative<FilterFault>(filter));
    QVERIFY2(std::get<FilterFault>(filter).reason.contains(mentions),
             qPrintable(std::get<FilterFault>(filter).reason));
}

void LogFilterTest::anotherClientReplacesTheWordsAboutClients() {
    const auto with = [](const char* text, quint64 client) {
        return LogFilter::withClient(QString::fromLatin1(text), client);
    };
    QCOMPARE(with("", 7), QStringLiteral("client:7"));
    QCOMPARE(with("zero took>1", 7), QStringLiteral("client:7 zero took>1"));
    QCOMPARE(with("zero client:3,4 took>1 client:5", 7), QStringLiteral("client:7 zero took>1"));
    QCOMPARE(with("client:3 zero", 0), QStringLiteral("zero"));
    QCOMPARE(with("myclient:3", 0), QStringLiteral("myclient:3"));
    QCOMPARE(std::get<LogFilter>(LogFilter::parse(with("client:3", 7))).clients(), std::vector<quint64>{7});
}

void LogFilterTest::aCountedLineOfSeveralMayBeOfAnyClient() {
    const LogFilter filter = std::get<LogFilter>(LogFilter::parse(QStringLiteral("client:7")));
    LogEntry counted = LogEntry::of(evaluated(3, "1", "1"));
    counted.alike = 12;
    QVERIFY(!filter.accepts(counted));
    counted.isOfSeveral = true;
    QVERIFY(filter.accepts(counted));
}

void LogFilterTest::levelsHideLines() {
    LogFilter filter;
    filter.setLevel(LogLevel::Info, false);
    QVERIFY(!filter.accepts(LogEntry::of(eventOf(Kind::Connected, 1))));
    QVERIFY(filter.accepts(LogEntry::of(failed(1, "x", "y"))));
    QVERIFY(filter.accepts(LogEntry::of(eventOf(Kind::Lost, 1))));
    filter.setLevel(LogLevel::Warning, false);
    QVERIFY(!filter.accepts(LogEntry::of(eventOf(Kind::Lost, 1))));
}

void LogFilterTest::onlyAnEmptyFilterAcceptsAll() {
    QVERIFY(std::get<LogFilter>(LogFilter::parse({})).acceptsAll());
    for (const char* text : {"a", "client:1", "event:error", "took>1", "took<1"})
        QVERIFY(!std::get<LogFilter>(LogFilter::parse(QString::fromLatin1(text))).acceptsAll());
    LogFilter filter;
    filter.setLevel(LogLevel::Error, false);
    QVERIFY(!filter.acceptsAll());
}

QTEST_GUILESS_MAIN(LogFilterTest)
#include "log_filter_test.moc"
