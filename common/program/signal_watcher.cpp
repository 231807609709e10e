// SPDX-License-Identifier: MIT
#include "common/program/signal_watcher.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>

namespace keisan::program {
namespace {

constexpr int kSignalExitBase = 128;

// A handler gets no object and may do next to nothing: it notes which signal came and wakes the event loop by
// a byte into a socket. Where that is full the loop is awake anyway. [0] is written, [1] is read.
std::array<int, 2> wakeSockets{-1, -1};
std::atomic<int> endSignal = 0; // the first of SIGINT and SIGTERM; 0: none
std::atomic<bool> isEndTold = false;
std::atomic<bool> hasHungUp = false;
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

extern "C" void note(int signal) {
    int none = 0;
    if (signal == SIGHUP)
        hasHungUp = true;
    else if (!endSignal.compare_exchange_strong(none, signal))
        _exit(kSignalExitBase + signal);
    const int interruptedCallsError = errno;
    [[maybe_unused]] const ssize_t written = write(wakeSockets[0], "", 1);
    errno = interruptedCallsError;
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject* parent) : QObject(parent) {
    endSignal = 0;
    isEndTold = false;
    hasHungUp = false;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, wakeSockets.data()) != 0)
        return; // the signals keep their usual effect
    m_notifier = std::make_unique<QSocketNotifier>(wakeSockets[1], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &SignalWatcher::tell);
    handle(SIGINT, note);
    handle(SIGTERM, note);
}

SignalWatcher::~SignalWatcher() {
    if (!m_notifier)
        return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        handle(signal, SIG_DFL);
    m_notifier.reset();
    for (int& end : wakeSockets)
        ::close(std::exchange(end, -1));
}

void SignalWatcher::watchHangUps() {
    if (m_notifier)
        handle(SIGHUP, note);
}

void SignalWatcher::tell() {
    std::array<char, 512> wakeUps{};
    [[maybe_unused]] const ssize_t got = read(wakeSockets[1], wakeUps.data(), wakeUps.size());
    if (hasHungUp.exchange(false))
        Q_EMIT hungUp();
    if (endSignal != 0 && !isEndTold.exchange(true))
        Q_EMIT endRequested(kSignalExitBase + endSignal);
}

} // namespace keisan::program
