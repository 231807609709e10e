// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/limits.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace keisan::eval {

class Session;
struct Variable;

// What a line was worth.
struct Answer {
    std::string text;          // str() of the value as Python 3.13 prints it; may hold line feeds
    std::string_view typeName; // Python's name of its type: "int", "float", "NoneType"; lives for ever
    std::uint64_t number = 0;  // its number in the session (_12), 0 when it has none

    bool operator==(const Answer&) const = default;
};

struct Outcome {
    std::variant<Answer, Error> result;
    std::uint64_t cost = 0; // the work that was counted, in the units of Limits::work

    bool operator==(const Outcome&) const = default;
};

// Evaluates one line (UTF-8, no line feed at its end) in a session, within limits.
// The session changes only when the line succeeds, and then all at once. Never throws, whatever the line is.
// Threads: any, one at a time for the same session. A request on `stop` ends it with ErrorType::Cancelled.
Outcome evaluate(std::string_view line, Session& session, const Limits& limits = {},
                 std::stop_token stop = {});

// The same, but the session stays as it is and the answer has no number: what an expression would come to.
Outcome preview(std::string_view line, Session& session, const Limits& limits = {},
                std::stop_token stop = {});

// The bound names, sorted, each value's repr cut to `maximumCharacters` code points; an Error where the
// limits or `stop` end it. Threads: like evaluate().
std::variant<std::vector<Variable>, Error> variables(const Session& session, const Limits& limits = {},
                                                     std::stop_token stop = {},
                                                     std::size_t maximumCharacters = 200);

} // namespace keisan::eval
