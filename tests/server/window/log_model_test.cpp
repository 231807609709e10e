// SPDX-License-Identifier: MIT
#include "server/window/models/log_filter_model.h"
#include "server/window/models/log_model.h"
#include "server/window/models/log_text.h"
#include "tests/server/window/events.h"
#include "tests/server/window/processor_time.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

class LogModelTest : public QObject {
    Q_OBJECT

private:
    static QString cell(const LogModel& log, int row, int column) {
        return log.index(row, column).data().toString();
    }

private Q_SLOTS:
    void aLineTellsEverything();
    void aBatchIsInsertedAtOnce();
    void theOldestTenthGoesAtOnce();
    void ofABurstTheRestIsCounted();
    void aCountedLineNamesNoClientAsTheOnlyOne();
    void requestsThatCameTooFastAreALineThatCounts();
    void longTextsAreShownShortened_data();
    void longTextsAreShownShortened();
    void aTextOfExactlyTheLimitIsShownWhole();
    void controlCharactersAreVisible();
    void keptTextIsBounded();
    void pausedLinesWait();
    void clearCanBeUndone();
    void aFilterOverManyLinesIsQuick();
    void theModelsAreConsistent();
};

void LogModelTest::aLineTellsEverything() {
    LogModel log;
    log.append({eventOf(Kind::Connected, 7), evaluated(7, "2 ** 64", "18446744073709551616", 123'000),
                failed(8, "1 / 0", "division by zero")});
    QCOMPARE(log.rowCount(), 3);
    QCOMPARE(cell(log, 0, LogModel::Client), QStringLiteral("7"));
    QCOMPARE(cell(log, 0, LogModel::Event), QStringLiteral("Connected"));
    QCOMPARE(cell(log, 0, LogModel::Expression), QStringLiteral("('127.0.0.1', 40007)"));
    QCOMPARE(cell(log, 0, LogModel::Took), QString());
    QCOMPARE(cell(log, 1, LogModel::Expression), QStringLiteral("2 ** 64"));
    QCOMPARE(cell(log, 1, LogModel::Answer), QStringLiteral("18446744073709551616"));
    QCOMPARE(cell(log, 1, LogModel::Took), QStringLiteral("0.12 ms"));
    QCOMPARE(cell(log, 2, LogModel::Event), QStringLiteral("Error"));
    QCOMPARE(cell(log, 2, LogModel::Answer), QStringLiteral("division by zero"));
    QCOMPARE(log.index(2, 0).data(LogModel::LevelRole).toInt(), static_cast<int>(LogLevel::Error));
}

void LogModelTest::aBatchIsInsertedAtOnce() {
    LogModel log;
    QSignalSpy inserted(&log, &LogModel::rowsInserted);
    log.append(evaluations(1500));
    QCOMPARE(inserted.size(), 1);
    log.append({});
    QCOMPARE(inserted.size(), 1);
}

void LogModelTest::theOldestTenthGoesAtOnce() {
    LogModel log;
    QSignalSpy removed(&log, &LogModel::rowsRemoved);
    for (int i = 0; i < LogModel::kMaxLines / 1000; ++i)
        log.append(evaluations(1000, static_cast<quint64>(i)));
    QCOMPARE(log.rowCount(), LogModel::kMaxLines);
    QCOMPARE(removed.size(), 0);
    log.append(evaluations(1, 4711));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(log.rowCount(), LogModel::kMaxLines - LogModel::kLinesDroppedAtOnce + 1);
    QCOMPARE(log.entry(0).event.client, quint64{10}); // 10 batches of 1,000 have gone
    QCOMPARE(log.entry(log.rowCount() - 1).event.client, quint64{4711});
}

void LogModelTest::ofABurstTheRestIsCounted() {
    LogModel log;
    std::vector<ServerEvent> burst = evaluations(LogModel::kMaxLinesABatch);
    log.append(burst);
    QCOMPARE(log.rowCount(), LogModel::kMaxLinesABatch); // exactly at the limit: every one is a line
    for (int i = 0; i < 1841; ++i)
        burst.push_back(evaluated(3, "7", "7"));
    burst.push_back(failed(4, "x", "name 'x' is not defined"));
    log.clear();
    log.append(burst);
    QCOMPARE(log.rowCount(), LogModel::kMaxLinesABatch + 2);
    QCOMPARE(log.entry(LogModel::kMaxLinesABatch).alike, 1840);
    QVERIFY(cell(log, LogModel::kMaxLinesABatch, LogModel::Answer).contains(QStringLiteral("1840")) ||
            cell(log, LogModel::kMaxLinesABatch, LogModel::Answer).contains(QStringLiteral("1,840")));
    QCOMPARE(log.entry(LogModel::kMaxLinesABatch + 1).alike, 0); // one alone is itself
    QCOMPARE(cell(log, LogModel::kMaxLinesABatch + 1, LogModel::Answer),
             QStringLiteral("name 'x' is not defined"));
}

void LogModelTest::aCountedLineNamesNoClientAsTheOnlyOne() {
    std::vector<ServerEvent> burst = evaluations(LogModel::kMaxLinesABatch);
    for (const quint64 client : {3, 3, 4})
        burst.push_back(evaluated(client, "7", "7"));
    for (const quint64 client : {5, 5})
        burst.push_back(failed(client, "x", "y"));
    LogModel log;
    log.append(burst);
    constexpr int kOfSeveral = LogModel::kMaxLinesABatch;
    QCOMPARE(cell(log, kOfSeveral, LogModel::Client), QStringLiteral("3, …"));
    QCOMPARE(cell(log, kOfSeveral + 1, LogModel::Client), QStringLiteral("5"));
    QVERIFY(log.entry(kOfSeveral).isOfSeveral && !log.entry(kOfSeveral + 1).isOfSeveral);
}

void LogModelTest::requestsThatCameTooFastAreALineThatCounts() {
    LogModel log;
    log.append({overflowed(7, 12, 0)});
    QCOMPARE(cell(log, 0, LogModel::Event), QStringLiteral("Not logged"));
    QCOMPARE(cell(log, 0, LogModel::Answer), QStringLiteral("Requests: 12"));
    std::vector<ServerEvent> burst = evaluations(LogModel::kMaxLinesABatch);
    burst.insert(burst.end(), {overflowed(1, 30, 0), overflowed(2, 50, 0)});
    log.clear();
    log.append(burst);
    QCOMPARE(cell(log, LogModel::kMaxLinesABatch, LogModel::Answer), QStringLiteral("Requests: 80"));
}

void LogModelTest::longTextsAreShownShortened_data() {
    QTest::addColumn<QString>("character");
    QTest::newRow("one byte") << QStringLiteral("7");
    QTest::newRow("two bytes") << QStringLiteral("é");
    QTest::newRow("three bytes") << QStringLiteral("計");
    QTest::newRow("four bytes, two code units") << QString::fromUcs4(U"\U0001F600");
}

// Around each length at which the way of cutting changes: no half character, head and tail, never too long.
void LogModelTest::longTextsAreShownShortened() {
    QFETCH(QString, character);
    for (int length : {199, 201, 202, 203, 260, 399, 400, 799, 800, 801, 802, 803, 804, 3000, 300'000}) {
        const QString text = QStringLiteral("<") + character.repeated(length) + QStringLiteral(">");
        const QString shown = shownText(text.toUtf8());
        QVERIFY(shown.size() <= kMaxShownCharacters);
        QVERIFY(shown.startsWith(QStringLiteral("<") + character));
        QVERIFY(shown.endsWith(character + QStringLiteral(">")));
        QVERIFY(shown == text || shown.count(QStringLiteral("…")) == 1);
        QVERIFY2(shown.isValidUtf16() && !shown.contains(QChar::ReplacementCharacter), qPrintable(shown));
    }
}

void LogModelTest::aTextOfExactlyTheLimitIsShownWhole() {
    const QByteArray whole(kMaxShownCharacters, '7');
    QCOMPARE(shownText(whole), QString::fromLatin1(whole));
    QVERIFY(shownText(whole + '7').contains(QStringLiteral("…")));
}

void LogModelTest::controlCharactersAreVisible() {
    QCOMPARE(shownText("a\tb\x1b[31m"), QStringLiteral("a␉b␛[31m"));
    QCOMPARE(shownText("1\u202e2"), QStringLiteral("1\ufffd2"));
    QCOMPARE(shownText("\xff"), QStringLiteral("\ufffd"));
}

void LogModelTest::keptTextIsBounded() {
    LogModel log;
    const QByteArray big(1024 * 1024, '9');
    for (int i = 0; i < 100; ++i)
        log.append({evaluated(1, "9 ** 9", QByteArray(big.constData(), big.size()))}); // no sharing
    QCOMPARE(log.rowCount(), 100);
    QVERIFY(log.textBytes() <= LogModel::kMaxTextBytes);
    QVERIFY(log.entry(0).event.answer.size() < 1000);
    QCOMPARE(log.entry(0).answerBytes, qint64{1024 * 1024});
    QCOMPARE(log.entry(99).event.answer.size(), big.size());
    log.clear();
    QCOMPARE(log.textBytes(), qint64{0});
}

void LogModelTest::pausedLinesWait() {
    LogModel log;
    log.append(evaluations(5));
    log.setPaused(true);
    QSignalSpy held(&log, &LogModel::heldBackChanged);
    log.append(evaluations(38));
    QCOMPARE(log.rowCount(), 5);
    QCOMPARE(held.last().at(0).toInt(), 38);
    log.setPaused(false);
    QCOMPARE(log.rowCount(), 43);
    QCOMPARE(log.heldBack(), 0);

    log.setPaused(true);
    for (int i = 0; i < 120; ++i)
        log.append(evaluations(1000));
    QCOMPARE(log.heldBack(), LogModel::kMaxLines);
    log.setPaused(false);
    QCOMPARE(log.rowCount(), LogModel::kMaxLines);
}

void LogModelTest::clearCanBeUndone() {
    LogModel log;
    log.append(evaluations(10));
    const qint64 bytes = log.textBytes();
    log.clear();
    QCOMPARE(log.rowCount(), 0);
    log.append(evaluations(2, 99));
    log.undoClear();
    QCOMPARE(log.rowCount(), 12);
    QCOMPARE(log.entry(0).event.client, quint64{1});
    QCOMPARE(log.entry(11).event.client, quint64{99});
    QVERIFY(log.textBytes() > bytes);
    QVERIFY(!log.canUndoClear());
    log.clear();
    log.forgetCleared();
    QVERIFY(!log.canUndoClear());
}

// Every second line is accepted: the worst case for a model that removes and inserts runs of rows.
void LogModelTest::aFilterOverManyLinesIsQuick() {
    LogModel log;
    for (int i = 0; i < LogModel::kMaxLines / 1000; ++i) {
        std::vector<ServerEvent> batch = evaluations(1000);
        for (std::size_t k = 0; k < batch.size(); k += 2)
            batch[k].expression = "zero";
        log.append(std::move(batch));
    }
    LogFilterModel shown(log);
    QCOMPARE(shown.rowCount(), LogModel::kMaxLines);
    const ProcessorTime time;
    shown.setFilter(std::get<LogFilter>(LogFilter::parse(QStringLiteral("zero"))));
    QCOMPARE(shown.rowCount(), LogModel::kMaxLines / 2);
    shown.setFilter({});
    QCOMPARE(shown.rowCount(), LogModel::kMaxLines);
    qInfo("two filters over %d lines: %.0f ms", LogModel::kMaxLines, time.ms());
    QVERIFY(time.ms() < 2 * 10 * 250);
}

void LogModelTest::theModelsAreConsistent() {
    LogModel log;
    for (int i = 0; i < LogModel::kMaxLines / 1000; ++i)
        log.append(evaluations(1000));
    LogFilterModel shown(log);
    shown.setFilter(std::get<LogFilter>(LogFilter::parse(QStringLiteral("44"))));
    const QAbstractItemModelTester logTester(&log);
    const QAbstractItemModelTester shownTester(&shown);
    log.append(evaluations(50)); // the oldest go
    log.clear();
    log.append(evaluations(100));
    shown.setFilter(std::get<LogFilter>(LogFilter::parse(QStringLiteral("5"))));
    log.append(evaluations(50));
    log.undoClear();
    log.retranslate();
    QVERIFY(log.rowCount() <= LogModel::kMaxLines);
}

QTEST_GUILESS_MAIN(LogModelTest)
#include "log_model_test.moc"
