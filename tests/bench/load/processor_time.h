// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <ctime>
#include <map>
#include <string>

#include <sys/types.h>

namespace keisan::bench {

// The processor time another process has used, in nanoseconds (Linux).
class ProcessorTime {
public:
    explicit ProcessorTime(pid_t process);

    // Of all its threads, those that have ended too; exact.
    std::int64_t total() const;

    // Of its threads by name, several of the same name together; of one that runs at this moment up to a tick
    // late.
    std::map<std::string, std::int64_t> byThread() const;

private:
    pid_t m_process;
    clockid_t m_clock = 0;
};

} // namespace keisan::bench
