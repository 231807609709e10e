// SPDX-License-Identifier: MIT
#include "common/eval/runtime/ordering.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <cmath>

namespace keisan::eval {

namespace {

template <class T>
bool holds(Comparison op, const T& left, const T& right) {
    switch (op) {
    case Comparison::Less: return left < right;
    case Comparison::LessEqual: return left <= right;
    case Comparison::Greater: return left > right;
    default: return left >= right;
    }
}

bool orderReals(Comparison op, const Value& left, const Value& right, Budget& budget) {
    if (left.isInt() && right.isInt())
        return holds(op, compareInts(left, right, budget), 0);
    if (left.isInt())
        return !std::isnan(right.real()) && holds(op, compareExactly(left, right.real()), 0);
    if (right.isInt())
        return !std::isnan(left.real()) && holds(op, 0, compareExactly(right, left.real()));
    return holds(op, left.real(), right.real());
}

// The first pair of elements that differ decides, else the lengths.
bool orderSequences(Comparison op, const Value& left, const Value& right, Budget& budget) {
    const NestedValue level(budget, " in comparison");
    const auto a = itemsOf(left);
    const auto b = itemsOf(right);
    const std::size_t shared = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < shared; ++i) {
        budget.spend(10);
        if (!sameOrEqual(a[i], b[i], budget))
            return compare(op, a[i], b[i], budget);
    }
    return holds(op, a.size(), b.size());
}

bool isSubset(const Value& left, const Value& right, Budget& budget) {
    return keyCount(left) <= keyCount(right) && holdsAllKeys(right, left, budget);
}

bool orderSets(Comparison op, const Value& left, const Value& right, Budget& budget) {
    const NestedValue level(budget, " in comparison");
    switch (op) {
    case Comparison::Less: return keyCount(left) < keyCount(right) && isSubset(left, right, budget);
    case Comparison::LessEqual: return isSubset(left, right, budget);
    case Comparison::Greater: return keyCount(left) > keyCount(right) && isSubset(right, left, budget);
    default: return isSubset(right, left, budget);
    }
}

} // namespace

std::optional<bool> isOrdered(Comparison op, const Value& left, const Value& right, Budget& budget) {
    if (left.isReal() && right.isReal())
        return orderReals(op, left, right, budget);
    if (left.kind() == right.kind() && StrObject::holds(left.kind())) {
        budget.spend(std::min(textOf(left).size(), textOf(right).size()) / 8);
        return holds(op, textOf(left).compare(textOf(right)), 0);
    }
    if (left.kind() == right.kind() && SequenceObject::holds(left.kind()))
        return orderSequences(op, left, right, budget);
    if (isSetLike(left) && isSetLike(right))
        return orderSets(op, left, right, budget);
    return std::nullopt;
}

} // namespace keisan::eval
