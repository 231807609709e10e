// SPDX-License-Identifier: MIT
#include "server/core/epoll_dispatcher.h"

#include "server/core/descriptor_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSocketNotifier>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <span>

namespace keisan::server {
namespace {

constexpr int kMaxEvents = 512; // in one turn; the others come in the next

// What a notifier of each type waits for, as in Qt's own dispatchers: an error or a hang-up concerns them
// all.
constexpr std::array<std::uint32_t, 3> kWanted{EPOLLIN, EPOLLOUT, EPOLLPRI};
constexpr std::uint32_t kForAll = EPOLLERR | EPOLLHUP;

std::uint32_t eventsOf(unsigned readiness) {
    return ((readiness & DescriptorWatch::Readable) != 0 ? EPOLLIN : 0u) |
           ((readiness & DescriptorWatch::Writable) != 0 ? EPOLLOUT : 0u) |
           ((readiness & DescriptorWatch::Exceptional) != 0 ? EPOLLPRI : 0u);
}

unsigned readinessOf(std::uint32_t events) {
    if ((events & kForAll) != 0)
        return DescriptorWatch::Readable | DescriptorWatch::Writable | DescriptorWatch::Exceptional;
    return ((events & EPOLLIN) != 0 ? DescriptorWatch::Readable : 0u) |
           ((events & EPOLLOUT) != 0 ? DescriptorWatch::Writable : 0u) |
           ((events & EPOLLPRI) != 0 ? DescriptorWatch::Exceptional : 0u);
}

// All that is ready in one turn goes through QCoreApplication as one event: whoever is told may rely on being
// inside one, as deleteLater() does, and the turn pays for it once.
struct ReadyEvent : QEvent {
    explicit ReadyEvent(std::span<const epoll_event> all) : QEvent(SockAct), ready(all) {}
    std::span<const epoll_event> ready;
};

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
    const bool mayBlock = waitMs(flags) != 0;
    if (mayBlock)
        Q_EMIT aboutToBlock(); // which may begin timers
    int activated = activateDescriptors(waitMs(flags), !(flags & QEventLoop::ExcludeSocketNotifiers));
    if (mayBlock)
        Q_EMIT awake();
    if (!(flags & QEventLoop::X11ExcludeTimers))
        activated += activateTimers();
    return activated > 0;
}

EpollDispatcher::Watched& EpollDispatcher::watched(int descriptor) {
    const auto place = static_cast<std::size_t>(descriptor);
    if (place >= m_watched.size())
        m_watched.resize(std::max(place + 1, 2 * m_watched.size()));
    return m_watched[place];
}

void EpollDispatcher::setWatch(int descriptor, const DescriptorWatch* watch) {
    watched(descriptor).watch = watch;
    update(descriptor);
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier* notifier) {
    const int descriptor = static_cast<int>(notifier->socket());
    watched(descriptor).notifiers[notifier->type()] = notifier;
    update(descriptor);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier* notifier) {
    const int descriptor = static_cast<int>(notifier->socket());
    if (watched(descriptor).notifiers[notifier->type()] != notifier)
        return;
    watched(descriptor).notifiers[notifier->type()] = nullptr;
    update(descriptor);
}

// Tells epoll what is wanted of the descriptor. One of which nothing is wanted is taken out, or a hang-up
// would be told for ever.
void EpollDispatcher::update(int descriptor) {
    Watched& it = watched(descriptor);
    std::uint32_t events = it.watch ? eventsOf(it.watch->wanted()) : 0;
    for (std::size_t type = 0; type < kWanted.size(); ++type)
        events |= it.notifiers[type] ? kWanted[type] : 0;
    const int operation = it.events == 0 ? EPOLL_CTL_ADD : events == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    if (events == std::exchange(it.events, events))
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

int EpollDispatcher::activateDescriptors(int timeoutMs, bool deliver) {
    std::array<epoll_event, kMaxEvents> ready;
    const int count = epoll_wait(m_epoll, ready.data(), kMaxEvents, timeoutMs);
    if (count <= 0)
        return 0;
    const std::span all(ready.data(), static_cast<std::size_t>(count));
    if (std::any_of(all.begin(), all.end(), [this](const auto& it) { return it.data.fd == m_wakeUp; }))
        forgetWakeUps();
    if (deliver) {
        ReadyEvent event(all);
        QCoreApplication::sendEvent(this, &event);
    }
    return count;
}

bool EpollDispatcher::event(QEvent* event) {
    if (event->type() != QEvent::SockAct)
        return QAbstractEventDispatcher::event(event);
    for (const epoll_event& it : static_cast<ReadyEvent*>(event)->ready)
        if (it.data.fd != m_wakeUp)
            activate(it.data.fd, it.events);
    return true;
}

// Each is looked up when its turn comes: the one before may have taken it away.
void EpollDispatcher::activate(int descriptor, std::uint32_t events) {
    if (const DescriptorWatch* watch = watched(descriptor).watch)
        if (const unsigned readiness = readinessOf(events) & watch->wanted())
            watch->tell(readiness);
    for (std::size_t type = 0; type < kWanted.size(); ++type) {
        QSocketNotifier* notifier = watched(descriptor).notifiers[type];
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
