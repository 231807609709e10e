// SPDX-License-Identifier: MIT
// list, tuple and range: how they are made, their methods and attributes.
#include "common/eval/library/arguments.h"
#include "common/eval/library/types.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/print.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"

#include <algorithm>

namespace keisan::eval {
namespace {

constexpr ArityRule kNone{Arity::None};
constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kUpToOne{Arity::Counted, 0, 1};

// ---- list, tuple

Value makeList(Context& context, const Arguments& arguments) {
    return listValue(arguments.size() == 0 ? Values() : collect(context, arguments[0]));
}

Value makeTuple(Context& context, const Arguments& arguments) {
    if (arguments.size() == 1 && arguments[0].is(Kind::Tuple))
        return arguments[0];
    return tupleValue(arguments.size() == 0 ? Values() : collect(context, arguments[0]));
}

// An object of its own, since lists are told apart by `is`; its items are the same.
Value copyOfList(Context& context, const Arguments& arguments) {
    return listValue(collect(context, arguments.self));
}

Value countOf(Context& context, const Arguments& arguments) {
    std::int64_t count = 0;
    for (const Value& item : itemsOf(arguments.self)) {
        context.spend(kWorkOfStep);
        count += sameOrEqual(item, arguments[0], context.budget()) ? 1 : 0;
    }
    return Value::integer(count);
}

// A start or stop of index(): counted from the end when negative, never below 0.
std::size_t bound(const Value& value, std::size_t size) {
    if (!value.isInt())
        raise(ErrorType::TypeError, "slice indices must be integers or have an __index__ method");
    const std::int64_t number = requireClampedIndex(value);
    const auto length = static_cast<std::int64_t>(size);
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(number < 0 ? std::max(number, -length) + length : number, 0, length));
}

Value indexOf(Context& context, const Arguments& arguments) {
    const auto items = itemsOf(arguments.self);
    const std::size_t start = arguments.size() > 1 ? bound(arguments[1], items.size()) : 0;
    const std::size_t stop = arguments.size() > 2 ? bound(arguments[2], items.size()) : items.size();
    for (std::size_t i = start; i < stop; ++i) {
        context.spend(kWorkOfStep);
        if (sameOrEqual(items[i], arguments[0], context.budget()))
            return Value::integer(static_cast<std::int64_t>(i));
    }
    if (arguments.self.is(Kind::Tuple))
        raise(ErrorType::ValueError, "tuple.index(x): x not in tuple");
    raise(ErrorType::ValueError, reprOf(arguments[0], context.budget()) + " is not in list");
}

constexpr Builtin kMakeList{"list",   "",       "list(iterable=(), /)",
                            kUpToOne, makeList, "A list of the elements."};
constexpr Builtin kMakeTuple{"tuple",  "",        "tuple(iterable=(), /)",
                             kUpToOne, makeTuple, "A tuple of the elements."};

constexpr Builtin kListMethods[] = {
    {"copy", "list", "copy()", kNone, copyOfList, "A copy of the list."},
    {"count", "list", "count(value, /)", kOne, countOf, "How often the value occurs."},
    {"index",
     "list",
     "index(value, start=0, stop=9223372036854775807, /)",
     {Arity::Counted, 1, 3},
     indexOf,
     "The position of the value's first occurrence."},
};
constexpr Builtin kTupleMethods[] = {
    {"count", "tuple", "count(value, /)", kOne, countOf, "How often the value occurs."},
    {"index",
     "tuple",
     "index(value, start=0, stop=9223372036854775807, /)",
     {Arity::Counted, 1, 3},
     indexOf,
     "The position of the value's first occurrence."},
};

// ---- range

Value makeRange(Context& context, const Arguments& arguments) {
    const auto part = [&](std::size_t i) { return asPlainInt(requireIndex(arguments[i])); };
    if (arguments.size() == 1)
        return rangeValue(Value::integer(0), part(0), Value::integer(1), context.budget());
    Value start = part(0);
    Value stop = part(1);
    Value step = arguments.size() == 3 ? part(2) : Value::integer(1);
    if (signOf(step) == 0)
        raise(ErrorType::ValueError, "range() arg 3 must not be zero");
    return rangeValue(std::move(start), std::move(stop), std::move(step), context.budget());
}

// The position of a number in a range, as an int; Absent where it is none of its elements.
Value positionIn(Context& context, const RangeObject& range, const Value& number) {
    Budget& budget = context.budget();
    const Value distance = binary(Operator::Subtract, number, range.start, budget);
    const Value both = divideWithRemainder(distance, range.step, budget);
    const auto parts = itemsOf(both);
    const bool isInside = signOf(parts[1]) == 0 && signOf(parts[0]) >= 0 &&
                          compare(Comparison::Less, parts[0], range.length, budget);
    return isInside ? parts[0] : Value();
}

// Where a float, complex... equals an element; Absent else. Walks through the range, as CPython does.
Value positionByWalking(Context& context, const Value& range, const Value& value) {
    Value position;
    std::int64_t index = 0;
    forEach(context, range, [&](const Value& element) {
        if (equal(element, value, context.budget()))
            position = Value::integer(index);
        ++index;
        return position.isAbsent();
    });
    return position;
}

Value rangePosition(Context& context, const Value& range, const Value& value) {
    return value.isInt() ? positionIn(context, range.as<RangeObject>(), value)
                         : positionByWalking(context, range, value);
}

Value rangeCount(Context& context, const Arguments& arguments) {
    return Value::integer(rangePosition(context, arguments.self, arguments[0]).isAbsent() ? 0 : 1);
}

Value rangeIndex(Context& context, const Arguments& arguments) {
    Value position = rangePosition(context, arguments.self, arguments[0]);
    if (!position.isAbsent())
        return position;
    if (!arguments[0].isInt())
        raise(ErrorType::ValueError, "sequence.index(x): x not in sequence");
    raise(ErrorType::ValueError, reprOf(arguments[0], context.budget()) + " is not in range");
}

Value rangeStart(Context&, const Value& self) {
    return self.as<RangeObject>().start;
}
Value rangeStop(Context&, const Value& self) {
    return self.as<RangeObject>().stop;
}
Value rangeStep(Context&, const Value& self) {
    return self.as<RangeObject>().step;
}

constexpr Builtin kMakeRange{"range",
                             "",
                             "range(start, stop, step=1, /)",
                             {Arity::Counted, 1, 3},
                             makeRange,
                             "The integers from start up to stop, by step."};
constexpr Builtin kRangeMethods[] = {
    {"count", "range", "count(value, /)", kOne, rangeCount, "1 if the value is in the range, else 0."},
    {"index", "range", "index(value, /)", kOne, rangeIndex, "The position of the value."},
};
constexpr AttributeRow kRangeAttributes[] = {
    {"start", rangeStart, "The first number.", "range", true},
    {"stop", rangeStop, "The bound that is not reached.", "range", true},
    {"step", rangeStep, "The difference of two neighbours.", "range", true},
};

} // namespace

const TypeRow kListType{"list", &kMakeList, kListMethods, {}, {}};
const TypeRow kTupleType{"tuple", &kMakeTuple, kTupleMethods, {}, {}};
const TypeRow kRangeType{"range", &kMakeRange, kRangeMethods, kRangeAttributes, {}};

} // namespace keisan::eval
