// SPDX-License-Identifier: MIT
#include "common/eval/values/equality.h"

#include "common/eval/budget.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/function.h"
#include "common/eval/values/identity.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <cmath>

namespace keisan::eval {

namespace {

bool equalInts(const Value& left, const Value& right, Budget& budget) {
    return compareInts(left, right, budget) == 0;
}

bool equalReals(const Value& left, const Value& right, Budget& budget) {
    if (left.isInt() && right.isInt())
        return equalInts(left, right, budget);
    if (left.isInt())
        return !std::isnan(right.real()) && compareExactly(left, right.real()) == 0;
    if (right.isInt())
        return !std::isnan(left.real()) && compareExactly(right, left.real()) == 0;
    return left.real() == right.real();
}

bool equalToComplex(const Value& complex, const Value& other, Budget& budget) {
    const Complex number = complex.as<ComplexObject>().number;
    if (other.is(Kind::Complex)) {
        const Complex second = other.as<ComplexObject>().number;
        return number.real == second.real && number.imaginary == second.imaginary;
    }
    return number.imaginary == 0.0 && equalReals(Value::real(number.real), other, budget);
}

bool equalNumbers(const Value& left, const Value& right, Budget& budget) {
    if (left.is(Kind::Complex))
        return equalToComplex(left, right, budget);
    return right.is(Kind::Complex) ? equalToComplex(right, left, budget) : equalReals(left, right, budget);
}

bool equalSequences(const Value& left, const Value& right, Budget& budget) {
    const auto a = itemsOf(left);
    const auto b = itemsOf(right);
    if (a.size() != b.size())
        return false;
    const NestedValue level(budget, " in comparison");
    for (std::size_t i = 0; i < a.size(); ++i) {
        budget.spend(10);
        if (!sameOrEqual(a[i], b[i], budget))
            return false;
    }
    return true;
}

bool equalDicts(const Value& left, const Value& right, Budget& budget) {
    const HashTable& a = left.as<DictObject>().table;
    const HashTable& b = right.as<DictObject>().table;
    if (a.size() != b.size())
        return false;
    const NestedValue level(budget, " in comparison");
    for (const HashTable::Entry& entry : a.entries()) {
        budget.spend(20);
        const HashTable::Entry* const other = b.find(entry.key, entry.hash, budget);
        if (other == nullptr || !sameOrEqual(entry.value, other->value, budget))
            return false;
    }
    return true;
}

bool equalSets(const Value& left, const Value& right, Budget& budget) {
    const NestedValue level(budget, " in comparison");
    return keyCount(left) == keyCount(right) && holdsAllKeys(right, left, budget);
}

// Two ranges are equal when they hold the same numbers.
bool equalRanges(const RangeObject& left, const RangeObject& right, Budget& budget) {
    if (!equalInts(left.length, right.length, budget))
        return false;
    if (signOf(left.length) == 0)
        return true;
    return equalInts(left.start, right.start, budget) &&
           (equalInts(left.length, Value::integer(1), budget) || equalInts(left.step, right.step, budget));
}

bool equalMethods(const MethodObject& left, const MethodObject& right) {
    return &left.row == &right.row && isOneObject(left.self, right.self);
}

bool equalOfOneKind(const Value& left, const Value& right, Budget& budget) {
    switch (left.kind()) {
    case Kind::Str:
    case Kind::Bytes: budget.spend(textOf(left).size() / 16); return textOf(left) == textOf(right);
    case Kind::Tuple:
    case Kind::List: return equalSequences(left, right, budget);
    case Kind::Range: return equalRanges(left.as<RangeObject>(), right.as<RangeObject>(), budget);
    case Kind::Dict: return equalDicts(left, right, budget);
    case Kind::Method: return equalMethods(left.as<MethodObject>(), right.as<MethodObject>());
    default: return false;
    }
}

bool equalSlices(const SliceObject& left, const SliceObject& right, Budget& budget) {
    return sameOrEqual(left.start, right.start, budget) && sameOrEqual(left.stop, right.stop, budget) &&
           sameOrEqual(left.step, right.step, budget);
}

} // namespace

bool equal(const Value& left, const Value& right, Budget& budget) {
    if (left.isNumber() && right.isNumber())
        return equalNumbers(left, right, budget);
    if (isSetLike(left) && isSetLike(right))
        return equalSets(left, right, budget);
    if (left.kind() != right.kind())
        return false;
    if (left.is(Kind::Slice))
        return equalSlices(left.as<SliceObject>(), right.as<SliceObject>(), budget);
    return left.isSameAs(right) && !SequenceObject::holds(left.kind()) ? true
                                                                       : equalOfOneKind(left, right, budget);
}

bool sameOrEqual(const Value& left, const Value& right, Budget& budget) {
    return left.isSameAs(right) || equal(left, right, budget);
}

bool isTrue(const Value& value) {
    switch (value.kind()) {
    case Kind::None: return false;
    case Kind::Bool:
    case Kind::Int: return value.smallInt() != 0;
    case Kind::Float: return value.real() != 0.0;
    case Kind::Complex: {
        const Complex number = value.as<ComplexObject>().number;
        return number.real != 0.0 || number.imaginary != 0.0;
    }
    case Kind::Str:
    case Kind::Bytes: return !value.as<StrObject>().text().empty();
    case Kind::Tuple:
    case Kind::List: return !itemsOf(value).empty();
    case Kind::Range: return signOf(value.as<RangeObject>().length) != 0;
    case Kind::Dict: return value.as<DictObject>().table.size() != 0;
    case Kind::DictView: return value.as<DictViewObject>().dict.as<DictObject>().table.size() != 0;
    case Kind::Set:
    case Kind::FrozenSet: return value.as<SetObject>().table.size() != 0;
    default: return true;
    }
}

} // namespace keisan::eval
