// SPDX-License-Identifier: MIT
#include "server/core/request_handler.h"

#include <QTest>

#include <atomic>

using namespace keisan;
using namespace keisan::server;

// What a client's going costs the network thread. How its requests are served: connection_test, limits_test.
class RequestHandlerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLargeSessionEndsInAnotherThread_data();
    void aLargeSessionEndsInAnotherThread();
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
    const ServerLimits limits;
    const Evaluator evaluator = eval::evaluate;
    EvaluationLanes lanes;
    EvaluationPool pool(lanes);
    {
        const RequestHandler handler(limits, evaluator, pool, std::move(session), [](const Evaluated&) {});
    }
    QVERIFY(QTest::qWaitFor([&] { return endedIn != nullptr; }, 20'000));
    QCOMPARE(endedIn != QThread::currentThread(), isLarge);
}

QTEST_GUILESS_MAIN(RequestHandlerTest)
#include "request_handler_test.moc"
