// SPDX-License-Identifier: MIT
#include "server/core/request_handler.h"

#include <QTest>

#include <atomic>

using namespace keisan;
using namespace keisan::server;

// What a client's requests and its going cost the network thread. How they are served: connection_test,
// limits_test.
class RequestHandlerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargeSessionEndsInAnotherThread_data();
    void aLargeSessionEndsInAnotherThread();
    void theTurnOfCountedRequestsIsLookedAt_data();
    void theTurnOfCountedRequestsIsLookedAt();
    void aMeasuredRequestDoesNotTakeTheTimeOfThoseThatWereCounted();

private:
    const ServerLimits m_limits;
    const Evaluator m_evaluator = eval::evaluate;
    EvaluationLanes m_lanes;
    EvaluationPool m_pool{m_lanes};
};

void RequestHandlerTest::aLargeSessionEndsInAnotherThread_data() {
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<bool>("isLarge");
    QTest::newRow("a number") << QByteArray("x = 1") << false;
    QTest::newRow("some lists") << QByteArray("x = [[i] for i in range(50)]") << false;
    QTest::newRow("many lists") << QByteArray("x = [[i] for i in range(2000)]") << true;
}

void RequestHandlerTest::aLargeSessionEndsInAnotherThread() {
    QFETCH(QByteArray, expression);
    QFETCH(bool, isLarge);
    std::atomic<QThread*> endedIn = nullptr;
    std::shared_ptr<eval::Session> session{new eval::Session, [&](const eval::Session* ended) {
                                               delete ended;
                                               endedIn = QThread::currentThread();
                                           }};
    QVERIFY(std::holds_alternative<eval::Answer>(eval::evaluate(expression.constData(), *session).result));
    {
        const RequestHandler handler(m_limits, m_evaluator, m_pool, std::move(session),
                                     [](const Evaluated&) {});
    }
    QVERIFY(QTest::qWaitFor([&] { return endedIn != nullptr; }, 20'000));
    QCOMPARE(endedIn != QThread::currentThread(), isLarge);
}

void RequestHandlerTest::theTurnOfCountedRequestsIsLookedAt_data() {
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<int>("most"); // until the clock is looked at
    QTest::newRow("small ones, now and then") << QByteArray("1+1") << 10;
    QTest::newRow("one that costs more") << QByteArray("sum(range(1000))") << 1;
    QTest::newRow("a long line") << "1" + QByteArray("+1").repeated(500) << 1;
    QTest::newRow("an error") << QByteArray("2+") << 1;
}

void RequestHandlerTest::theTurnOfCountedRequestsIsLookedAt() {
    QFETCH(QByteArray, expression);
    QFETCH(int, most);
    RequestHandler handler(m_limits, m_evaluator, m_pool, std::make_shared<eval::Session>(),
                           [](const Evaluated&) {});
    TurnClock clock;
    clock.start();
    int requests = 0;
    for (; requests < 100 && clock.seenNs() == 0; ++requests) {
        const auto evaluated = handler.evaluate(expression, clock, RequestHandler::Time::Counted);
        QVERIFY(evaluated && evaluated->elapsedNs == 0);
    }
    QVERIFY2(requests <= most, qPrintable(QString::number(requests)));
}

void RequestHandlerTest::aMeasuredRequestDoesNotTakeTheTimeOfThoseThatWereCounted() {
    constexpr std::chrono::milliseconds kPause(500);
    RequestHandler handler(m_limits, m_evaluator, m_pool, std::make_shared<eval::Session>(),
                           [](const Evaluated&) {});
    TurnClock clock;
    clock.start();
    handler.evaluate("1", clock, RequestHandler::Time::Counted);
    QTest::qSleep(kPause.count());
    const auto evaluated = handler.evaluate("1", clock, RequestHandler::Time::Measured);
    QVERIFY(evaluated && evaluated->elapsedNs > 0);
    QVERIFY(evaluated->elapsedNs < std::chrono::nanoseconds(kPause).count());
}

QTEST_GUILESS_MAIN(RequestHandlerTest)
#include "request_handler_test.moc"
