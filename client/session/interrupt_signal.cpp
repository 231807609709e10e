// SPDX-License-Identifier: MIT
#include "client/session/interrupt_signal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace keisan::client {

namespace {

constexpr int kSignalExitBase = 128;
std::array<int, 2> signalPipe{-1, -1}; // a handler gets no object, only this
volatile std::sig_atomic_t wasSignalled = 0;

extern "C" void onSignal(int number) {
    if (wasSignalled != 0)
        _exit(kSignalExitBase + number);
    wasSignalled = 1;
    const int interruptedCallsError = errno;
    const auto byte = static_cast<unsigned char>(number);
    static_cast<void>(::write(signalPipe[1], &byte, 1) < 0);
    errno = interruptedCallsError;
}

void handle(int number, void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

} // namespace

InterruptSignal::InterruptSignal(QObject* parent) : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe.data()) != 0)
        return; // the signals then keep their usual effect
    m_notifier = std::make_unique<QSocketNotifier>(signalPipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &InterruptSignal::readSignal);
    handle(SIGINT, onSignal);
    handle(SIGTERM, onSignal);
}

InterruptSignal::~InterruptSignal() {
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int& end : signalPipe) {
        ::close(end);
        end = -1;
    }
}

void InterruptSignal::readSignal() {
    unsigned char number = 0;
    if (::read(signalPipe[0], &number, 1) == 1)
        Q_EMIT interrupted(kSignalExitBase + number);
}

} // namespace keisan::client
