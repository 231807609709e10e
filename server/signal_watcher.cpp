// SPDX-License-Identifier: MIT
#include "server/signal_watcher.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace keisan::server {
namespace {

// A handler may do next to nothing; writing a byte into a socket is allowed. [0] is written, [1] is read.
std::array<int, 2> signalSockets{-1, -1};
volatile std::sig_atomic_t endsRequested = 0;

extern "C" void passOn(int signal) {
    if (signal != SIGHUP) {
        if (endsRequested != 0)
            _exit(128 + signal);
        endsRequested = 1;
    }
    const int interruptedCallsError = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t written = write(signalSockets[0], &byte, 1);
    errno = interruptedCallsError;
}

void handle(int signal, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

int readingEnd() {
    if (signalSockets[0] < 0)
        socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalSockets.data());
    return signalSockets[1];
}

} // namespace

SignalWatcher::SignalWatcher(HangUp hangUp, QObject* parent)
    : QObject(parent)
    , m_notifier(readingEnd(), QSocketNotifier::Read) {
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::take);
    handle(SIGPIPE, SIG_IGN);
    handle(SIGXFSZ, SIG_IGN); // a log file may not grow any more: the write fails, and that is enough
    handle(SIGINT, passOn);
    handle(SIGTERM, passOn);
    if (hangUp == HangUp::ReopensLog)
        handle(SIGHUP, passOn);
}

void SignalWatcher::endProcessWithin(int ms) {
    handle(SIGALRM, [](int) { _exit(0); });
    const itimerval timer{{}, {ms / 1000, (ms % 1000) * 1000}};
    setitimer(ITIMER_REAL, &timer, nullptr);
}

void SignalWatcher::take() {
    char signal = 0;
    if (read(signalSockets[1], &signal, 1) != 1)
        return;
    if (signal == SIGHUP)
        Q_EMIT reopenRequested();
    else
        Q_EMIT endRequested();
}

} // namespace keisan::server
