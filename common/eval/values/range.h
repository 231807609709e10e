// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

namespace keisan::eval {

class Budget;

// range(start, stop, step): ints of any size, step not 0.
struct RangeObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Range; }
    RangeObject(Value first, Value past, Value stride, Value count)
        : Object(Kind::Range)
        , start(std::move(first))
        , stop(std::move(past))
        , step(std::move(stride))
        , length(std::move(count)) {}

    const Value start;
    const Value stop;
    const Value step;
    const Value length; // an int of any size
};

// The range of three ints; the caller has refused a step of 0. Its length is charged where it takes a long
// division.
Value rangeValue(Value start, Value stop, Value step, Budget& budget);

// slice(start, stop, step) of a subscript; None where left out.
struct SliceObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Slice; }
    SliceObject(Value first, Value past, Value stride)
        : Object(Kind::Slice)
        , start(std::move(first))
        , stop(std::move(past))
        , step(std::move(stride)) {}

    const Value start;
    const Value stop;
    const Value step;
};

} // namespace keisan::eval
