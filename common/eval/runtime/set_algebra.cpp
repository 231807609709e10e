// SPDX-License-Identifier: MIT
#include "common/eval/runtime/set_algebra.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/iteration.h"

namespace keisan::eval {

namespace {

const HashTable& tableOf(const Value& set) {
    return set.as<SetObject>().table;
}

Value ofKindOf(const Value& set, HashTable&& table) {
    return make<SetObject>(set.kind(), std::move(table));
}

// set.copy(): the slots of elements that are gone are not copied.
HashTable copyOf(const Value& set, Budget& budget) {
    HashTable copy;
    copy.merge(tableOf(set), budget);
    return copy;
}

// Where an operator begins: a frozenset is not changed by |= and the like either.
HashTable leftOf(const Value& left, Budget& budget, bool augmented) {
    return augmented && left.is(Kind::Set) ? tableOf(left).copied(budget) : copyOf(left, budget);
}

// The elements of `from`, in its order, that are (or are not) in `other`.
HashTable filtered(const HashTable& from, const HashTable& other, bool keepShared, Budget& budget) {
    HashTable result;
    for (const std::uint32_t number : from.setOrder(budget)) {
        const HashTable::Entry& entry = from.entries()[number];
        if ((other.find(entry.key, entry.hash, budget) != nullptr) == keepShared)
            result.insert(entry.key, entry.hash, Value(), budget);
    }
    return result;
}

} // namespace

void updateSet(Context& context, HashTable& table, const Value& iterable) {
    if (SetObject::holds(iterable.kind()))
        return table.merge(tableOf(iterable), context.budget());
    if (iterable.is(Kind::Dict))
        return table.mergeKeys(iterable.as<DictObject>().table, context.budget());
    requireRoomForKeys(context, iterable);
    forEach(context, iterable, [&](const Value& element) {
        table.insert(element, Value(), context.budget());
        return true;
    });
}

void requireRoomForKeys(Context& context, const Value& iterable) {
    if (iterable.is(Kind::Range))
        context.budget().requireValueBytes(lengthHint(iterable).count * sizeof(HashTable::Entry));
}

HashTable setOf(Context& context, const Value& iterable) {
    HashTable table;
    updateSet(context, table, iterable);
    return table;
}

Value setUnion(const Value& left, const Value& right, Budget& budget, bool augmented) {
    HashTable result = leftOf(left, budget, augmented);
    if (!left.isSameAs(right))
        result.merge(tableOf(right), budget);
    return ofKindOf(left, std::move(result));
}

// The smaller one is walked through, the right one where they are equal in size.
Value setIntersection(const Value& left, const Value& right, Budget& budget) {
    if (left.isSameAs(right))
        return ofKindOf(left, copyOf(left, budget));
    const HashTable& a = tableOf(left);
    const HashTable& b = tableOf(right);
    return ofKindOf(left, b.size() > a.size() ? filtered(a, b, true, budget) : filtered(b, a, true, budget));
}

// A right set that is much smaller is taken out of a copy.
Value setDifference(const Value& left, const Value& right, Budget& budget, bool augmented) {
    const HashTable& a = tableOf(left);
    const HashTable& b = tableOf(right);
    const bool isTakenOut = augmented && left.is(Kind::Set);
    if (!isTakenOut && a.size() >> 2 <= b.size())
        return ofKindOf(left, filtered(a, b, false, budget));
    HashTable result = leftOf(left, budget, augmented);
    result.discardAll(b, budget);
    return ofKindOf(left, std::move(result));
}

Value setSymmetricDifference(const Value& left, const Value& right, Budget& budget, bool augmented) {
    const bool isWithinLeft = augmented && left.is(Kind::Set);
    HashTable result = isWithinLeft ? tableOf(left).copied(budget) : copyOf(right, budget);
    result.toggleAll(tableOf(isWithinLeft ? right : left), HashTable::Walk::AsSet, budget);
    return ofKindOf(left, std::move(result));
}

Value intersectionWith(Context& context, const Value& set, const Value& iterable) {
    Budget& budget = context.budget();
    if (SetObject::holds(iterable.kind()))
        return setIntersection(set, iterable, budget);
    HashTable result;
    forEach(context, iterable, [&](const Value& element) {
        if (tableOf(set).find(element, budget) == nullptr)
            return true;
        result.insert(element, Value(), budget);
        return result.size() < tableOf(set).size();
    });
    return ofKindOf(set, std::move(result));
}

} // namespace keisan::eval
