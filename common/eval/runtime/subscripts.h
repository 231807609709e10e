// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/range.h"
#include "common/eval/values/value.h"

#include <cstdint>

namespace keisan::eval {

class Context;

// container[index], with Python's errors.
Value subscript(Context& context, const Value& container, const Value& index);

// slice.indices(length): where a slice of a sequence of `length` begins, its step, and how many elements it
// takes.
struct SliceIndices {
    std::int64_t start;
    std::int64_t step;
    std::int64_t count;
};
SliceIndices indicesOf(const SliceObject& slice, std::int64_t length);

} // namespace keisan::eval
