// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <atomic>
#include <charconv>
#include <chrono>
#include <string>
#include <thread>

namespace keisan::server {

// Takes the evaluator's place in tests of the server: the tests decide what an evaluation costs.
// "sleep 20" needs the slow lanes and takes 20 ms there, or until it is stopped; "wait 20" asks for more than
// the middle lane gives as well; "deaf" waits until it hears that it is stopped, and "keep" does so when it
// has begun to change the session; "spin 20" takes 20 us at once; "big 20" answers 20 bytes; anything else
// answers itself.
class Parrot {
public:
    eval::Outcome operator()(std::string_view line, eval::Session& session, const eval::Limits& limits,
                             const std::stop_token& stop) {
        const std::string_view verb = line.substr(0, line.find(' '));
        const int amount = numberOf(line);
        if (verb == "sleep" && limits.work < kMiddleWork)
            return failure(eval::ErrorType::OutOfWork, "out of work");
        if (verb == "wait" && limits.work <= kMiddleWork)
            return failure(eval::ErrorType::OutOfWork, "out of work");
        if (line == "deaf" || line == "keep")
            return limits.work < kMiddleWork ? failure(eval::ErrorType::OutOfWork, "out of work")
                                             : waitDeaf(line, line == "keep" && session.gate().pass());
        if (verb == "sleep" || verb == "wait")
            return sleep(line, std::chrono::milliseconds(amount), stop);
        if (verb == "spin")
            spin(std::chrono::microseconds(amount));
        if (verb == "big")
            return {eval::Answer{std::string(static_cast<std::size_t>(amount), 'x'), "str", 0}, 1};
        if (verb == "fail")
            return failure(eval::ErrorType::ZeroDivisionError, "division by zero");
        return {eval::Answer{std::string(line), "str", 0}, 1};
    }

    static constexpr std::uint64_t kMiddleWork = 10'000'000;

    std::atomic<int> running = 0;   // in the slow lanes
    std::atomic<int> cancelled = 0; // were stopped there
    std::atomic<bool> hears = false;

private:
    static int numberOf(std::string_view line) {
        int number = 0;
        const std::size_t space = line.find(' ');
        if (space != std::string_view::npos)
            std::from_chars(line.data() + space + 1, line.data() + line.size(), number);
        return number;
    }

    static eval::Outcome failure(eval::ErrorType type, const char* message) {
        return {eval::Error{type, message, eval::Span{0, 4}}, 1};
    }

    static void spin(std::chrono::microseconds time) {
        const auto end = std::chrono::steady_clock::now() + time;
        while (std::chrono::steady_clock::now() < end)
            continue;
    }

    eval::Outcome waitDeaf(std::string_view line, bool keeps) {
        ++running;
        for (int ms = 0; ms < 20'000 && !hears; ++ms)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        --running;
        return keeps ? eval::Outcome{eval::Answer{std::string(line), "str", 0}, 1}
                     : failure(eval::ErrorType::Cancelled, "Cancelled");
    }

    eval::Outcome sleep(std::string_view line, std::chrono::milliseconds time, const std::stop_token& stop) {
        ++running;
        const auto end = std::chrono::steady_clock::now() + time;
        while (!stop.stop_requested() && std::chrono::steady_clock::now() < end)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        --running;
        if (!stop.stop_requested())
            return {eval::Answer{std::string(line), "str", 0}, 1};
        ++cancelled;
        return failure(eval::ErrorType::Cancelled, "Cancelled");
    }
};

} // namespace keisan::server
