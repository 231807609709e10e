// SPDX-License-Identifier: MIT
#include "tests/bench/load/processor_time.h"

#include <filesystem>
#include <fstream>

namespace keisan::bench {

ProcessorTime::ProcessorTime(pid_t process) : m_process(process) {
    clock_getcpuclockid(process, &m_clock);
}

std::int64_t ProcessorTime::total() const {
    std::timespec time{};
    clock_gettime(m_clock, &time);
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::map<std::string, std::int64_t> ProcessorTime::byThread() const {
    std::map<std::string, std::int64_t> times;
    const std::filesystem::path tasks = "/proc/" + std::to_string(m_process) + "/task";
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator(tasks, gone)) {
        std::string name;
        std::int64_t onProcessor = 0;
        std::getline(std::ifstream(task.path() / "comm"), name);
        std::ifstream(task.path() / "schedstat") >> onProcessor;
        times[name] += onProcessor;
    }
    return times;
}

} // namespace keisan::bench
