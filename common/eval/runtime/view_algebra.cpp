// SPDX-License-Identifier: MIT
#include "common/eval/runtime/view_algebra.h"

#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/set_algebra.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/sequence.h"

#include <utility>

namespace keisan::eval {

namespace {

using Part = DictViewObject::Part;

bool isView(const Value& value) {
    return value.is(Kind::DictView) && isSetLike(value);
}

bool isItems(const Value& value) {
    return value.is(Kind::DictView) && value.as<DictViewObject>().part == Part::ItemPart;
}

const HashTable& dictOf(const Value& view) {
    return view.as<DictViewObject>().dict.as<DictObject>().table;
}

// The left operand as a set: of a view of keys, what set(its dict) holds.
HashTable leftSet(Context& context, const Value& left) {
    if (!isView(left) || isItems(left))
        return setOf(context, left);
    return setOf(context, left.as<DictViewObject>().dict);
}

Value unionWith(Context& context, const Value& left, const Value& right) {
    HashTable result = leftSet(context, left);
    updateSet(context, result, right);
    return setValue(std::move(result));
}

Value difference(Context& context, const Value& left, const Value& right) {
    HashTable result = leftSet(context, left);
    result.discardAll(setOf(context, right), context.budget());
    return setValue(std::move(result));
}

// What CPython goes through, and what it looks the elements up in. A set keeps its own way unless the view
// has more elements; of two views the smaller one is gone through.
Value intersection(Context& context, Value view, Value other) {
    if (!isView(view))
        std::swap(view, other);
    if (other.is(Kind::Set) && keyCount(view) <= keyCount(other))
        return intersectionWith(context, other, view);
    if (isView(other) && keyCount(other) > keyCount(view))
        std::swap(view, other);
    HashTable result;
    forEach(context, other, [&](const Value& element) {
        if (holdsKey(view, element, context.budget()))
            result.insert(element, Value(), context.budget());
        return true;
    });
    return setValue(std::move(result));
}

// First the right one's items that the left one has not, then the left one's that the right one has not.
Value symmetricDifferenceOfItems(const HashTable& left, const HashTable& right, Budget& budget) {
    HashTable result;
    const auto addMissing = [&](const HashTable& from, const HashTable& other) {
        for (const HashTable::Entry& entry : from.entries()) {
            const HashTable::Entry* const same = other.find(entry.key, entry.hash, budget);
            if (same == nullptr || !sameOrEqual(same->value, entry.value, budget))
                result.insert(tupleValue({entry.key, entry.value}), Value(), budget);
        }
    };
    addMissing(right, left);
    addMissing(left, right);
    return setValue(std::move(result));
}

Value symmetricDifference(Context& context, const Value& left, const Value& right) {
    if (isItems(left) && isItems(right))
        return symmetricDifferenceOfItems(dictOf(left), dictOf(right), context.budget());
    HashTable result = leftSet(context, left);
    if (right.is(Kind::Dict))
        result.toggleAll(right.as<DictObject>().table, HashTable::Walk::AsDict, context.budget());
    else if (SetObject::holds(right.kind()))
        result.toggleAll(right.as<SetObject>().table, HashTable::Walk::AsSet, context.budget());
    else
        result.toggleAll(setOf(context, right), HashTable::Walk::AsSet, context.budget());
    return setValue(std::move(result));
}

} // namespace

bool isViewOperation(Operator op, const Value& left, const Value& right) {
    switch (op) {
    case Operator::Subtract:
    case Operator::BitAnd:
    case Operator::BitOr:
    case Operator::BitXor: return isView(left) || isView(right);
    default: return false;
    }
}

Value viewOperation(Context& context, Operator op, const Value& left, const Value& right) {
    switch (op) {
    case Operator::Subtract: return difference(context, left, right);
    case Operator::BitAnd: return intersection(context, left, right);
    case Operator::BitOr: return unionWith(context, left, right);
    default: return symmetricDifference(context, left, right);
    }
}

} // namespace keisan::eval
