// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractEventDispatcher>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace keisan::server {

class DescriptorWatch;

// The event dispatcher of the network thread on Linux: what a turn costs depends on how many descriptors are
// ready, not on how many there are. (Qt's own two look at every descriptor on every turn.) Serves watches and
// socket notifiers, timers to the millisecond and posted events; each is looked at once a turn, so none can
// starve another. Give it to QThread::setEventDispatcher before the thread starts.
class EpollDispatcher : public QAbstractEventDispatcher {
    Q_OBJECT

public:
    explicit EpollDispatcher(QObject* parent = nullptr);
    ~EpollDispatcher() override;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    // Who is told what happens on the descriptor, as far as it is wanted() now; nobody when null. Call it
    // whenever that changes. A descriptor may have socket notifiers too.
    void setWatch(int descriptor, const DescriptorWatch* watch);

    void registerSocketNotifier(QSocketNotifier* notifier) override;
    void unregisterSocketNotifier(QSocketNotifier* notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject* object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject* object) override;
    QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override; // any thread
    void interrupt() override;

protected:
    bool event(QEvent* event) override; // activates what is ready

private:
    using Clock = std::chrono::steady_clock;
    struct Timer {
        TimerInfo info{0, 0, Qt::CoarseTimer};
        QObject* object = nullptr;
        Clock::time_point due;
    };
    // Who is told of one descriptor, the notifiers by QSocketNotifier::Type, and what epoll watches for them.
    struct Watched {
        const DescriptorWatch* watch = nullptr;
        std::array<QSocketNotifier*, 3> notifiers{};
        std::uint32_t events = 0;
    };

    Watched& watched(int descriptor);
    void update(int descriptor);
    int waitMs(QEventLoop::ProcessEventsFlags flags) const;
    int activateDescriptors(int timeoutMs, bool deliver);
    void activate(int descriptor, std::uint32_t events);
    int activateTimers();
    void activateTimer(int timerId, Clock::time_point now);
    void forgetWakeUps();

    const int m_epoll;
    const int m_wakeUp;
    std::atomic<bool> m_woken = false;
    std::atomic<bool> m_interrupted = false;
    std::vector<Watched> m_watched; // by descriptor
    std::unordered_map<int, Timer> m_timers;
    std::map<std::pair<Clock::time_point, int>, int> m_due; // to the timer's id, soonest first
};

} // namespace keisan::server
