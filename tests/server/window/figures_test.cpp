// SPDX-License-Identifier: MIT
#include "server/window/models/figures.h"
#include "tests/server/window/events.h"

#include <QTest>

using namespace keisan::server;
using namespace keisan::server::test;
using Kind = ServerEvent::Kind;

class FiguresTest : public QObject {
    Q_OBJECT

private:
    static constexpr qint64 kNow = 1'700'000'000'000;

private Q_SLOTS:
    void totalsAreCounted();
    void theRateIsTheMeanOfFiveWholeSeconds();
    void percentilesAreRightWithinTenPercent();
    void theGraphHasOnePointASecond();
    void whatIsOlderThanFiveMinutesIsForgotten();
    void clientsThatStayAreSeenThroughSilence();
};

void FiguresTest::totalsAreCounted() {
    Figures figures;
    figures.add(eventOf(Kind::Listening, 0, kNow));
    figures.add(eventOf(Kind::Connected, 1, kNow));
    figures.add(eventOf(Kind::Connected, 2, kNow));
    figures.add(evaluated(1, "1", "1"));
    figures.add(failed(1, "x", "y"));
    figures.add(eventOf(Kind::ClosedEof, 1, kNow));
    figures.add(eventOf(Kind::Refused, 3, kNow)); // was never connected
    QCOMPARE(figures.clients(), 1);
    QCOMPARE(figures.requests(), quint64{2});
    QCOMPARE(figures.errors(), quint64{1});
    figures.add(overflowed(2, 10, 3));
    QCOMPARE(figures.requests(), quint64{12});
    QCOMPARE(figures.errors(), quint64{4});
    QCOMPARE(figures.listeningSinceMs(), kNow);
    figures.add(eventOf(Kind::Stopped, 0, kNow));
    QCOMPARE(figures.listeningSinceMs(), qint64{0});
}

void FiguresTest::theRateIsTheMeanOfFiveWholeSeconds() {
    Figures figures;
    for (int i = 0; i < 60; ++i)
        figures.add(evaluated(1, "1", "1", 1000, kNow + i * 100)); // 10 a second for 6 s
    QCOMPARE(figures.requestsPerSecond(kNow + 5'999), 10.0);       // the running second does not count
    QCOMPARE(figures.requestsPerSecond(kNow + 8'000), 6.0);        // 3 busy seconds, 2 silent ones
    QCOMPARE(figures.requestsPerSecond(kNow + 60'000), 0.0);
}

void FiguresTest::percentilesAreRightWithinTenPercent() {
    Figures figures;
    for (int i = 0; i < 98; ++i)
        figures.add(evaluated(1, "1", "1", 200'000, kNow));
    for (int i = 0; i < 2; ++i)
        figures.add(evaluated(1, "1", "1", 4'000'000'000, kNow));
    const auto near = [](qint64 ns, double wanted) { return std::abs(double(ns) / wanted - 1) <= 0.10; };
    QVERIFY2(near(figures.medianNs(kNow), 200'000), qPrintable(QString::number(figures.medianNs(kNow))));
    QVERIFY2(near(figures.slowestHundredthNs(kNow), 4e9),
             qPrintable(QString::number(figures.slowestHundredthNs(kNow))));
    QCOMPARE(Figures().medianNs(kNow), qint64{0});
}

void FiguresTest::theGraphHasOnePointASecond() {
    Figures figures;
    figures.add(eventOf(Kind::Connected, 1, kNow));
    figures.add(evaluated(1, "1", "1", 1000, kNow + 1'000));
    figures.add(evaluated(1, "1", "1", 1000, kNow + 1'999));
    ServerEvent error = failed(1, "x", "y");
    error.timeMs = kNow + 3'000;
    figures.add(error);
    const auto points = figures.lastMinutes(kNow + 4'000);
    QCOMPARE(points.size(), std::size_t{Figures::kSeconds});
    QCOMPARE(points[295].clients, 0); // before it connected
    QCOMPARE(points[296].clients, 1);
    QCOMPARE(points[297].requests, 2);
    QCOMPARE(points[298].requests, 0);
    QCOMPARE(points[299].errors, 1);
    QCOMPARE(points[299].clients, 1);
}

void FiguresTest::whatIsOlderThanFiveMinutesIsForgotten() {
    Figures figures;
    figures.add(evaluated(1, "1", "1", 5'000'000, kNow));
    QCOMPARE(figures.lastMinutes(kNow + 300'000).front().requests, 1);
    QCOMPARE(figures.lastMinutes(kNow + 301'000).front().requests, 0);
    QVERIFY(figures.medianNs(kNow + 300'000) > 0);
    QCOMPARE(figures.medianNs(kNow + 301'000), qint64{0});
}

void FiguresTest::clientsThatStayAreSeenThroughSilence() {
    Figures figures;
    figures.add(eventOf(Kind::Connected, 1, kNow));
    QCOMPARE(figures.lastMinutes(kNow + 3'600'000).front().clients, 1);
    figures.add(eventOf(Kind::Connected, 2, kNow + 3'590'000));
    const auto points = figures.lastMinutes(kNow + 3'600'000);
    QCOMPARE(points.front().clients, 1);
    QCOMPARE(points.back().clients, 2);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "figures_test.moc"
