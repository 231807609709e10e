// SPDX-License-Identifier: MIT
#include "server/core/epoll_dispatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>

namespace keisan::server {
namespace {

constexpr int kMaxEvents = 512; // in one turn; the others come in the next

// What a notifier of each type waits for, as in Qt's own dispatchers: an error or a hang-up concerns them
// all.
constexpr std::array<std::uint32_t, 3> kWanted{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr std::uint32_t kForAll = EPOLLERR | EPOLLHUP;

} // namespace

EpollDispatcher::EpollDispatcher(QObject* parent)
    : QAbstractEventDispatcher(parent)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_wakeUp(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    epoll_event event{EPOLLIN, {.fd = m_wakeUp}};
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wakeUp, &event);
}

EpollDispatcher::~EpollDispatcher() {
    ::close(m_wakeUp);
    ::close(m_epoll);
}

// Whoever posts an event calls wakeUp(), so that what was posted after sendPostedEvents() ends the wait.
bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags) {
    m_interrupted = false;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    if (m_interrupted)
        return false;
    const int timeoutMs = waitMs(flags);
    if (timeoutMs != 0)
        Q_EMIT aboutToBlock();
    int activated = activateNotifiers(timeoutMs, !(flags & QEventLoop::ExcludeSocketNotifiers));
    if (timeoutMs != 0)
        Q_EMIT awake();
    if (!(flags & QEventLoop::X11ExcludeTimers))
        activated += activateTimers();
    return activated > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier* notifier) {
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (descriptor >= m_watches.size())
        m_watches.resize(std::max(descriptor + 1, 2 * m_watches.size()));
    m_watches[descriptor].notifiers[notifier->type()] = notifier;
    watch(static_cast<int>(descriptor));
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier* notifier) {
    const auto descriptor = static_cast<std::size_t>(notifier->socket());
    if (descriptor >= m_watches.size() || m_watches[descriptor].notifiers[notifier->type()] != notifier)
        return;
    m_watches[descriptor].notifiers[notifier->type()] = nullptr;
    watch(static_cast<int>(descriptor));
}

// Tells epoll what the descriptor's notifiers want. One that wants nothing is taken out, or a hang-up would
// be told for ever.
void EpollDispatcher::watch(int descriptor) {
    Watch& watch = m_watches[static_cast<std::size_t>(descriptor)];
    std::uint32_t events = 0;
    for (std::size_t type = 0; type < kWanted.size(); ++type)
        events |= watch.notifiers[type] ? kWanted[type] : 0;
    const int operation = watch.events == 0 ? EPOLL_CTL_ADD : events == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    if (events == std::exchange(watch.events, events))
        return;
    epoll_event event{events, {.fd = descriptor}};
    epoll_ctl(m_epoll, operation, descriptor, &event);
}

int EpollDispatcher::waitMs(QEventLoop::ProcessEventsFlags flags) const {
    if (!(flags & QEventLoop::WaitForMoreEvents))
        return 0;
    if (m_due.empty())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(m_due.begin()->first.first - Clock::now());
    return static_cast<int>(std::clamp<qint64>(left.count(), 0, 60'000));
}

int EpollDispatcher::activateNotifiers(int timeoutMs, bool deliver) {
    std::array<epoll_event, kMaxEvents> ready;
    const int count = epoll_wait(m_epoll, ready.data(), kMaxEvents, timeoutMs);
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = ready[static_cast<std::size_t>(i)];
        if (event.data.fd == m_wakeUp)
            forgetWakeUps();
        else if (deliver)
            activate(event.data.fd, event.events);
    }
    return std::max(count, 0);
}

// Each is looked up when its turn comes: the one before may have taken it away.
void EpollDispatcher::activate(int descriptor, std::uint32_t events) {
    for (std::size_t type = 0; type < kWanted.size(); ++type) {
        QSocketNotifier* notifier = m_watches[static_cast<std::size_t>(descriptor)].notifiers[type];
        if (!notifier || (events & (kWanted[type] | kForAll)) == 0)
            continue;
        QEvent event(QEvent::SockAct);
        QCoreApplication::sendEvent(notifier, &event);
    }
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType timerType, QObject* object) {
    const Clock::time_point due = Clock::now() + std::chrono::milliseconds(interval);
    m_timers[timerId] = {TimerInfo(timerId, static_cast<int>(interval), timerType), object, due};
    m_due[{due, timerId}] = timerId;
}

bool EpollDispatcher::unregisterTimer(int timerId) {
    const auto timer = m_timers.find(timerId);
    if (timer == m_timers.end())
        return false;
    m_due.erase({timer->second.due, timerId});
    m_timers.erase(timer);
    return true;
}

bool EpollDispatcher::unregisterTimers(QObject* object) {
    const QList<TimerInfo> timers = registeredTimers(object);
    for (const TimerInfo& timer : timers)
        unregisterTimer(timer.timerId);
    return !timers.isEmpty();
}

QList<EpollDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject* object) const {
    QList<TimerInfo> timers;
    for (const auto& [timerId, timer] : m_timers)
        if (timer.object == object)
            timers.append(timer.info);
    return timers;
}

int EpollDispatcher::remainingTime(int timerId) {
    const auto timer = m_timers.find(timerId);
    if (timer == m_timers.end())
        return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(timer->second.due - Clock::now());
    return static_cast<int>(std::max<qint64>(left.count(), 0));
}

int EpollDispatcher::activateTimers() {
    const Clock::time_point now = Clock::now();
    std::vector<int> due;
    for (auto next = m_due.begin(); next != m_due.end() && next->first.first <= now; ++next)
        due.push_back(next->second);
    for (const int timerId : due)
        activateTimer(timerId, now);
    return static_cast<int>(due.size());
}

void EpollDispatcher::activateTimer(int timerId, Clock::time_point now) {
    const auto found = m_timers.find(timerId);
    if (found == m_timers.end() || found->second.due > now)
        return; // taken away, or started anew, by one before
    Timer& timer = found->second;
    m_due.erase({timer.due, timerId});
    timer.due = now + std::chrono::milliseconds(timer.info.interval);
    m_due[{timer.due, timerId}] = timerId;
    QTimerEvent event(timerId);
    QCoreApplication::sendEvent(timer.object, &event);
}

void EpollDispatcher::wakeUp() {
    const std::uint64_t one = 1;
    if (!m_woken.exchange(true)) [[maybe_unused]]
        const ssize_t written = write(m_wakeUp, &one, sizeof one);
}

// In this order: a wakeUp() between the two is not lost.
void EpollDispatcher::forgetWakeUps() {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = read(m_wakeUp, &count, sizeof count);
    m_woken = false;
}

void EpollDispatcher::interrupt() {
    m_interrupted = true;
    wakeUp();
}

} // namespace keisan::server
