// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"

#include <optional>

namespace keisan::eval {

// The two errors that all of math and cmath share.
[[noreturn, gnu::cold]] inline void throwMathDomainError() {
    throw Error{ErrorType::ValueError, "math domain error", std::nullopt};
}

[[noreturn, gnu::cold]] inline void throwMathRangeError() {
    throw Error{ErrorType::OverflowError, "math range error", std::nullopt};
}

} // namespace keisan::eval
