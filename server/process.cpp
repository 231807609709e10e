// SPDX-License-Identifier: MIT
#include "server/process.h"

#include <sys/time.h>
#include <unistd.h>

#include <csignal>

namespace keisan::server {

void ignoreFailedWrites() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void endProcessWithin(int ms) {
    std::signal(SIGALRM, [](int) { _exit(0); });
    const itimerval timer{{}, {ms / 1000, (ms % 1000) * 1000}};
    setitimer(ITIMER_REAL, &timer, nullptr);
}

} // namespace keisan::server
