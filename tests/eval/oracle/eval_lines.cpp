// SPDX-License-Identifier: MIT
// eval_lines [--session]: answers each line of standard input with a line. Every line has a session of its
// own; with
// --session they share one, and an empty line begins the next. With --places a tab and the place of the fault
// follow.
#include "common/eval/session.h"
#include "tests/eval/oracle/corpus.h"

#include <iostream>
#include <memory>
#include <set>

namespace {

std::string placeOf(const keisan::eval::Outcome& outcome) {
    const auto* error = std::get_if<keisan::eval::Error>(&outcome.result);
    if (error == nullptr || !error->span)
        return "none";
    return std::to_string(error->span->start) + "-" + std::to_string(error->span->end);
}

} // namespace

int main(int argc, char** argv) {
    const std::set<std::string_view> options(argv + 1, argv + argc);
    std::ios::sync_with_stdio(false);
    auto session = std::make_unique<keisan::eval::Session>();
    for (std::string line; std::getline(std::cin, line);) {
        if (line.empty() || !options.contains("--session"))
            session = std::make_unique<keisan::eval::Session>();
        if (!line.empty()) {
            const keisan::eval::Outcome outcome = keisan::eval::evaluate(line, *session);
            std::cout << keisan::eval::oracle::replyOf(outcome);
            if (options.contains("--places"))
                std::cout << '\t' << placeOf(outcome);
        }
        // A reader that waits for each answer gets it; a crash loses no earlier one.
        std::cout << std::endl;
    }
}
