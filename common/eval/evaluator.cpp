// SPDX-License-Identifier: MIT
#include "common/eval/evaluator.h"

#include "common/eval/session.h"

namespace keisan::eval {

Outcome evaluate(std::string_view, Session&, const Limits&, std::stop_token) {
    return {Error{ErrorType::SyntaxError, "invalid syntax (<string>, line 1)", std::nullopt}, 0};
}

} // namespace keisan::eval
