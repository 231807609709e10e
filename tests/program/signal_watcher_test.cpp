// SPDX-License-Identifier: MIT
#include "common/program/signal_watcher.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using keisan::program::SignalWatcher;

namespace {

// How a process ends that does this: its exit code, or minus the signal that ended it; 0 if it goes on.
int endOf(const std::function<void()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace

class SignalWatcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstSignalIsAnEvent_data();
    void theFirstSignalIsAnEvent();
    void theSecondSignalEndsTheProcess();
    void aHangUpIsAnEventWhereItIsWanted();
    void aFloodOfHangUpsHidesNoOtherSignal();
    void afterwardsSignalsHaveTheirUsualEffect();
};

void SignalWatcherTest::theFirstSignalIsAnEvent_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void SignalWatcherTest::theFirstSignalIsAnEvent() {
    QFETCH(const int, signal);
    const SignalWatcher watcher;
    QSignalSpy ends(&watcher, &SignalWatcher::endRequested);
    raise(signal);
    QCOMPARE(ends.size(), 0); // not inside the handler
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(ends[0][0].toInt(), 128 + signal);
    QTest::qWait(10);
    QCOMPARE(ends.size(), 1);
}

void SignalWatcherTest::theSecondSignalEndsTheProcess() {
    QCOMPARE(endOf([] {
                 const SignalWatcher watcher;
                 raise(SIGINT);
                 raise(SIGTERM);
             }),
             128 + SIGTERM);
}

void SignalWatcherTest::aHangUpIsAnEventWhereItIsWanted() {
    SignalWatcher watcher;
    QCOMPARE(endOf([] { raise(SIGHUP); }), -SIGHUP);
    watcher.watchHangUps();
    QSignalSpy hangUps(&watcher, &SignalWatcher::hungUp);
    for (int i = 1; i <= 3; ++i) {
        raise(SIGHUP);
        QTRY_COMPARE(hangUps.size(), i);
    }
}

// More of them than the socket to the event loop holds bytes.
void SignalWatcherTest::aFloodOfHangUpsHidesNoOtherSignal() {
    SignalWatcher watcher;
    watcher.watchHangUps();
    QSignalSpy hangUps(&watcher, &SignalWatcher::hungUp);
    QSignalSpy ends(&watcher, &SignalWatcher::endRequested);
    for (int i = 0; i < 100'000; ++i)
        raise(SIGHUP);
    raise(SIGTERM);
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(hangUps.size(), 1);
}

void SignalWatcherTest::afterwardsSignalsHaveTheirUsualEffect() {
    {
        SignalWatcher watcher;
        watcher.watchHangUps();
    }
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        QCOMPARE(endOf([signal] { raise(signal); }), -signal);
}

QTEST_GUILESS_MAIN(SignalWatcherTest)
#include "signal_watcher_test.moc"
