// SPDX-License-Identifier: MIT
#include "server/core/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <memory>
#include <thread>
#include <utility>

using namespace keisan::server;

namespace {

// Two ends of a stream: what is written to one can be read from the other.
struct Pair {
    std::array<int, 2> ends{-1, -1};

    Pair() { socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()); }
    ~Pair() {
        close(ends[0]);
        close(ends[1]);
    }
    Q_DISABLE_COPY_MOVE(Pair)

    void fill() const { [[maybe_unused]] const ssize_t written = write(ends[0], "x", 1); }
    void drain() const {
        char byte = 0;
        [[maybe_unused]] const ssize_t got = read(ends[1], &byte, 1);
    }
};

} // namespace

// The main thread of this test runs on the dispatcher, so Qt's own QTest waits on it too.
class EpollDispatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readableDescriptorsAreToldUntilTheyAreRead();
    void aDisabledNotifierIsQuiet();
    void aNotifierThatGoesWhileAnotherIsServedIsNotTold();
    void aHangUpIsToldToTheExceptionNotifierAlone();
    void aDescriptorThatComesAgainIsWatchedAgain();
    void timersFireInTheirOrderAndAgain();
    void aTimerCanStopItself();
    void aTimerOfNoTimeStarvesNobody();
    void aTimerThatBeginsBeforeTheWaitEndsIt();
    void wakeUpsFromOtherThreadsAreNotLost();
};

void EpollDispatcherTest::readableDescriptorsAreToldUntilTheyAreRead() {
    const Pair pair;
    QSocketNotifier notifier(pair.ends[1], QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        if (++told == 3)
            pair.drain();
    });
    pair.fill();
    QTRY_COMPARE(told, 3);
    QTest::qWait(50);
    QCOMPARE(told, 3);
}

void EpollDispatcherTest::aDisabledNotifierIsQuiet() {
    const Pair pair;
    QSocketNotifier notifier(pair.ends[1], QSocketNotifier::Read);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        pair.drain();
    });
    notifier.setEnabled(false);
    pair.fill();
    QTest::qWait(50);
    QCOMPARE(told, 0);
    notifier.setEnabled(true);
    QTRY_COMPARE(told, 1);
}

void EpollDispatcherTest::aNotifierThatGoesWhileAnotherIsServedIsNotTold() {
    const Pair first;
    const Pair second;
    auto one = std::make_unique<QSocketNotifier>(first.ends[1], QSocketNotifier::Read);
    auto other = std::make_unique<QSocketNotifier>(second.ends[1], QSocketNotifier::Read);
    int told = 0;
    connect(one.get(), &QSocketNotifier::activated, this, [&] {
        ++told;
        other.reset();
        one->setEnabled(false);
    });
    connect(other.get(), &QSocketNotifier::activated, this, [&] {
        ++told;
        one.reset();
        other->setEnabled(false);
    });
    first.fill();
    second.fill();
    QTRY_COMPARE(told, 1);
    QTest::qWait(50);
    QCOMPARE(told, 1);
}

void EpollDispatcherTest::aHangUpIsToldToTheExceptionNotifierAlone() {
    Pair pair;
    QSocketNotifier notifier(pair.ends[1], QSocketNotifier::Exception);
    int told = 0;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        ++told;
        notifier.setEnabled(false);
    });
    pair.fill();
    QTest::qWait(50);
    QCOMPARE(told, 0);
    close(std::exchange(pair.ends[0], -1));
    QTRY_COMPARE(told, 1);
}

void EpollDispatcherTest::aDescriptorThatComesAgainIsWatchedAgain() {
    for (int i = 0; i < 5; ++i) {
        const Pair pair;
        QSocketNotifier notifier(pair.ends[1], QSocketNotifier::Read);
        bool told = false;
        connect(&notifier, &QSocketNotifier::activated, this, [&] {
            told = true;
            pair.drain();
        });
        pair.fill();
        QTRY_VERIFY(told);
    }
}

void EpollDispatcherTest::timersFireInTheirOrderAndAgain() {
    QList<int> fired;
    QTimer late;
    QTimer soon;
    connect(&late, &QTimer::timeout, this, [&] { fired.append(60); });
    connect(&soon, &QTimer::timeout, this, [&] { fired.append(20); });
    late.setSingleShot(true);
    late.start(60);
    soon.start(20);
    QVERIFY(late.remainingTime() > 20);
    QTRY_VERIFY(fired.contains(60));
    QVERIFY(fired.indexOf(60) >= 1);
    QTRY_VERIFY(fired.count(20) >= 5);
    QCOMPARE(fired.count(60), 1);
}

void EpollDispatcherTest::aTimerCanStopItself() {
    QTimer timer;
    int fired = 0;
    connect(&timer, &QTimer::timeout, this, [&] {
        ++fired;
        timer.stop();
    });
    timer.start(1);
    QTest::qWait(50);
    QCOMPARE(fired, 1);
}

void EpollDispatcherTest::aTimerOfNoTimeStarvesNobody() {
    const Pair pair;
    QSocketNotifier notifier(pair.ends[1], QSocketNotifier::Read);
    int turns = 0;
    int turnsWhenTold = -1;
    connect(&notifier, &QSocketNotifier::activated, this, [&] {
        turnsWhenTold = turns;
        pair.drain();
    });
    QTimer idle;
    connect(&idle, &QTimer::timeout, this, [&] { ++turns; });
    idle.start(0);
    pair.fill();
    QTRY_VERIFY(turnsWhenTold >= 0);
    QVERIFY(turnsWhenTold <= 2);
}

// Ping-pong: a wake-up that is lost would leave both waiting.
// Of its own: QTest waits with timers of its own.
void EpollDispatcherTest::aTimerThatBeginsBeforeTheWaitEndsIt() {
    std::atomic<bool> fired = false;
    QThread thread;
    auto* const dispatcher = new EpollDispatcher;
    thread.setEventDispatcher(dispatcher); // which it owns
    QTimer timer;
    timer.setSingleShot(true);
    timer.moveToThread(&thread);
    connect(&timer, &QTimer::timeout, &timer, [&] { fired = true; });
    const auto beginOnce = [&, hasBegun = false]() mutable {
        if (!std::exchange(hasBegun, true))
            timer.start(0);
    };
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &timer, beginOnce);
    thread.start();
    QTRY_VERIFY(fired);
    thread.quit();
    thread.wait();
}

void EpollDispatcherTest::wakeUpsFromOtherThreadsAreNotLost() {
    constexpr int kRounds = 20'000;
    std::atomic<int> asked = 0;
    std::atomic<int> answered = 0;
    QAbstractEventDispatcher* dispatcher = QCoreApplication::eventDispatcher();
    std::thread sender([&] {
        while (asked < kRounds) {
            ++asked;
            dispatcher->wakeUp();
            while (answered < asked)
                std::this_thread::yield();
        }
    });
    while (answered < kRounds) {
        if (asked == answered)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        else
            ++answered;
    }
    sender.join();
    QCOMPARE(int(answered), kRounds);
}

int main(int argc, char** argv) {
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication application(argc, argv);
    EpollDispatcherTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "epoll_dispatcher_test.moc"
