// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "tests/eval/slowdown.h"

#include <string>
#include <string_view>
#include <variant>

namespace keisan::eval {

// The usual ones, for what takes more than a second: with as much more time as it needs here.
inline Limits patientLimits() {
    Limits limits;
    limits.time *= kSlowdown;
    return limits;
}

// The reply line: the answer's text, or "Error: " and the message.
inline std::string replyTo(std::string_view line, Session& session, const Limits& limits = {}) {
    const Outcome outcome = evaluate(line, session, limits);
    if (const Answer* const answer = std::get_if<Answer>(&outcome.result))
        return answer->text;
    return "Error: " + std::get<Error>(outcome.result).message;
}

inline std::string replyTo(std::string_view line, const Limits& limits = {}) {
    Session session;
    return replyTo(line, session, limits);
}

// The Error of a line that must have one.
inline Error errorOf(std::string_view line, const Limits& limits = {}) {
    Session session;
    const Outcome outcome = evaluate(line, session, limits);
    const Error* const error = std::get_if<Error>(&outcome.result);
    return error != nullptr ? *error : Error{ErrorType::SyntaxError, "no error at all", std::nullopt};
}

} // namespace keisan::eval
