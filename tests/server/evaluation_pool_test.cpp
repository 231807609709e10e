// SPDX-License-Identifier: MIT
#include "server/core/evaluation_pool.h"
#include "tests/server/parrot.h"

#include <QTest>
#include <QTimer>

#include <map>

using namespace keisan;
using namespace keisan::server;

class EvaluationPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void eachCallerGetsItsOwnAnswerInTheNetworkThread();
    void whatTheMiddleLaneHasNoTimeForIsDoneInTheLongOne();
    void aShortOneDoesNotWaitBehindLongOnes();
    void aRunningOneCanBeCancelled();
    void aWaitingOneIsCancelledAtOnce();
    void oneThatPassesFromLaneToLaneIsCancelledAtOnce();
    void nobodyHearsOfAnAbandonedOne();
    void manyResultsLeaveOthersTheirTurns();
    void aDiscardedSessionEndsInAnotherThread();
    void aDiscardedSessionDoesNotWaitBehindEvaluations();
    void theEndStopsWhatRuns();
    void whatOneThreadSubmitsEndsWithItAndNotWithAnother();

private:
    EvaluationPool::Task task(const std::string& line);
    EvaluationPool::Ticket submit(const std::string& line) { return submit(task(line)); }
    EvaluationPool::Ticket submit(EvaluationPool::Task task);
    bool keepsTheLongLaneBusy();
    QByteArray answerTo(EvaluationPool::Ticket ticket) const;
    bool awaits(EvaluationPool::Ticket ticket) {
        return QTest::qWaitFor([&] { return m_answers.count(ticket) == 1; }, 20'000);
    }

    std::unique_ptr<Parrot> m_parrot;
    std::unique_ptr<EvaluationLanes> m_lanes;
    std::unique_ptr<EvaluationPool> m_pool;
    std::map<EvaluationPool::Ticket, QByteArray> m_answers; // written by callbacks, plain on purpose
};

void EvaluationPoolTest::init() {
    m_pool.reset();
    m_lanes.reset();
    m_parrot = std::make_unique<Parrot>();
    m_lanes = std::make_unique<EvaluationLanes>();
    m_pool = std::make_unique<EvaluationPool>(*m_lanes);
    m_answers.clear();
}

EvaluationPool::Task EvaluationPoolTest::task(const std::string& line) {
    const auto work = [this, line](const eval::Limits& limits, const std::stop_token& stop) {
        eval::Session session;
        return (*m_parrot)(line, session, limits, stop);
    };
    return {work, {}, Parrot::kMiddleWork};
}

EvaluationPool::Ticket EvaluationPoolTest::submit(EvaluationPool::Task task) {
    const auto ticket = std::make_shared<EvaluationPool::Ticket>();
    *ticket = m_pool->submit(std::move(task), [this, ticket](const eval::Outcome& outcome, qint64) {
        const auto* answer = std::get_if<eval::Answer>(&outcome.result);
        m_answers[*ticket] =
            QByteArray::fromStdString(answer ? answer->text : std::get<eval::Error>(outcome.result).message);
    });
    return *ticket;
}

bool EvaluationPoolTest::keepsTheLongLaneBusy() {
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
        submit("wait 60000");
    return QTest::qWaitFor([this] { return m_parrot->running == QThread::idealThreadCount(); }, 20'000);
}

QByteArray EvaluationPoolTest::answerTo(EvaluationPool::Ticket ticket) const {
    const auto found = m_answers.find(ticket);
    return found == m_answers.end() ? QByteArray("none") : found->second;
}

void EvaluationPoolTest::eachCallerGetsItsOwnAnswerInTheNetworkThread() {
    constexpr quint64 kJobs = 500;
    for (quint64 i = 1; i <= kJobs; ++i)
        QCOMPARE(submit("answer " + std::to_string(i)), i);
    QVERIFY(awaits(kJobs));
    for (quint64 i = 1; i <= kJobs; ++i)
        QCOMPARE(answerTo(i), "answer " + QByteArray::number(i));
}

void EvaluationPoolTest::whatTheMiddleLaneHasNoTimeForIsDoneInTheLongOne() {
    const auto ticket = submit("wait 5");
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("wait 5"));
}

void EvaluationPoolTest::aShortOneDoesNotWaitBehindLongOnes() {
    for (int i = 0; i < 16; ++i)
        submit("wait 60000");
    QVERIFY(QTest::qWaitFor([this] { return m_parrot->running == QThread::idealThreadCount(); }, 20'000));
    const auto ticket = submit("sleep 1");
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("sleep 1"));
    QCOMPARE(m_answers.size(), 1u);
}

void EvaluationPoolTest::aRunningOneCanBeCancelled() {
    const auto ticket = submit("wait 60000");
    QVERIFY(QTest::qWaitFor([this] { return m_parrot->running == 1; }, 20'000));
    m_pool->cancel(ticket);
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("Cancelled"));
}

void EvaluationPoolTest::aWaitingOneIsCancelledAtOnce() {
    QVERIFY(keepsTheLongLaneBusy());
    const auto ticket = submit("wait 60000");
    submit("sleep 1"); // Once this is done the one before waits in the long lane.
    QVERIFY(awaits(ticket + 1));
    m_pool->cancel(ticket);
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("Cancelled"));
    QCOMPARE(int(m_parrot->cancelled), 0);
}

// It is cancelled while it runs in the middle lane and does not notice.
void EvaluationPoolTest::oneThatPassesFromLaneToLaneIsCancelledAtOnce() {
    QVERIFY(keepsTheLongLaneBusy());
    std::atomic<bool> runs = false;
    std::atomic<bool> isCancelled = false;
    const auto work = [&](const eval::Limits&, const std::stop_token&) -> eval::Outcome {
        runs = true;
        isCancelled.wait(false);
        return {eval::Error{eval::ErrorType::OutOfWork, "out of work", std::nullopt}, 1};
    };
    const auto ticket = submit({work, {}, Parrot::kMiddleWork});
    QVERIFY(QTest::qWaitFor([&] { return bool(runs); }, 20'000));
    m_pool->cancel(ticket);
    isCancelled = true;
    isCancelled.notify_one();
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("Cancelled"));
    QCOMPARE(int(m_parrot->cancelled), 0);
}

void EvaluationPoolTest::nobodyHearsOfAnAbandonedOne() {
    const auto abandoned = submit("sleep 60000");
    QVERIFY(QTest::qWaitFor([this] { return m_parrot->running == 1; }, 20'000));
    m_pool->abandon(abandoned);
    const auto next = submit("next");
    QVERIFY(awaits(next));
    QCOMPARE(answerTo(abandoned), QByteArray("none"));
    QCOMPARE(int(m_parrot->cancelled), 1);
}

// Those that wait already, and those that come while these are delivered.
void EvaluationPoolTest::manyResultsLeaveOthersTheirTurns() {
    constexpr int kAtOnce = 20;
    constexpr int kResults = 100;
    std::atomic<int> done = 0;
    int submitted = 0;
    int delivered = 0;
    int sinceTurn = 0;
    int mostBetweenTurns = 0;
    const auto work = [&](const eval::Limits&, const std::stop_token&) -> eval::Outcome {
        ++done;
        return {eval::Answer{}, 1};
    };
    const std::function<void()> submitOne = [&] {
        ++submitted;
        m_pool->submit({work, {}, Parrot::kMiddleWork}, [&](eval::Outcome&&, qint64) {
            if (submitted < kResults)
                submitOne();
            QThread::msleep(5); // a long reply
            ++delivered;
            mostBetweenTurns = std::max(mostBetweenTurns, ++sinceTurn);
        });
    };
    while (submitted < kAtOnce)
        submitOne();
    while (done < kAtOnce)
        QThread::msleep(1); // and nobody delivers
    QTimer others;
    others.callOnTimeout([&] { sinceTurn = 0; });
    others.start(0);
    QVERIFY(QTest::qWaitFor([&] { return delivered == kResults; }, 20'000));
    QVERIFY2(mostBetweenTurns < 5, qPrintable(QString::number(mostBetweenTurns)));
}

void EvaluationPoolTest::aDiscardedSessionEndsInAnotherThread() {
    QThread* thread = nullptr;
    std::atomic<bool> ended = false;
    m_pool->discard({new eval::Session,
                     [&](const eval::Session* session) {
                         delete session;
                         thread = QThread::currentThread();
                         ended = true;
                     }},
                    0);
    QVERIFY(QTest::qWaitFor([&] { return bool(ended); }, 20'000));
    QVERIFY(thread != QThread::currentThread());
}

void EvaluationPoolTest::aDiscardedSessionDoesNotWaitBehindEvaluations() {
    QVERIFY(keepsTheLongLaneBusy());
    std::atomic<bool> ended = false;
    m_pool->discard({new eval::Session,
                     [&](const eval::Session* session) {
                         delete session;
                         ended = true;
                     }},
                    0);
    QVERIFY(QTest::qWaitFor([&] { return bool(ended); }, 20'000));
    QCOMPARE(int(m_parrot->running), QThread::idealThreadCount());
}

void EvaluationPoolTest::theEndStopsWhatRuns() {
    for (int i = 0; i < 8; ++i)
        submit("wait 60000");
    QVERIFY(QTest::qWaitFor([this] { return m_parrot->running > 0; }, 20'000));
    m_pool.reset();
    QCOMPARE(int(m_parrot->running), 0);
    QVERIFY(m_answers.empty());
}

void EvaluationPoolTest::whatOneThreadSubmitsEndsWithItAndNotWithAnother() {
    auto other = std::make_unique<EvaluationPool>(*m_lanes);
    const auto heard = [](const eval::Outcome&, qint64) { QFAIL("nobody is to hear of it"); };
    for (int i = 0; i < QThread::idealThreadCount(); ++i)
        other->submit(task("wait 60000"), heard);
    QVERIFY(QTest::qWaitFor([this] { return m_parrot->running == QThread::idealThreadCount(); }, 20'000));
    const auto ticket = submit("wait 50");
    other.reset();
    QCOMPARE(int(m_parrot->cancelled), QThread::idealThreadCount());
    QVERIFY(awaits(ticket));
    QCOMPARE(answerTo(ticket), QByteArray("wait 50"));
}

QTEST_GUILESS_MAIN(EvaluationPoolTest)
#include "evaluation_pool_test.moc"
