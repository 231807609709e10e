// SPDX-License-Identifier: MIT
#include "common/eval/runtime/set_algebra.h"

#include "common/eval/budget.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"

namespace keisan::eval {

namespace {

Kind resultKind(const Value& left, const Value& right) {
    return left.is(Kind::FrozenSet) && !right.is(Kind::DictView) ? Kind::FrozenSet : Kind::Set;
}

// A view's keys or items as a set of their own; a set's own table is copied as CPython copies it.
HashTable copyOf(const Value& setLike, Budget& budget) {
    HashTable copy;
    if (SetObject::holds(setLike.kind())) {
        copy.merge(setLike.as<SetObject>().table, budget);
        return copy;
    }
    const auto& view = setLike.as<DictViewObject>();
    for (const HashTable::Entry& entry : view.dict.as<DictObject>().table.entries())
        copy.insert(view.part == DictViewObject::Part::ItemPart ? tupleValue({entry.key, entry.value})
                                                                : entry.key,
                    Value(), budget);
    return copy;
}

// A set's table as it stands; what else there is is made into one.
class SetTable {
public:
    SetTable(const Value& setLike, Budget& budget) {
        if (SetObject::holds(setLike.kind()))
            m_table = &setLike.as<SetObject>().table;
        else
            m_own = copyOf(setLike, budget);
    }
    const HashTable& operator*() const { return m_table != nullptr ? *m_table : m_own; }
    const HashTable* operator->() const { return &**this; }

private:
    const HashTable* m_table = nullptr;
    HashTable m_own;
};

Value madeSet(const Value& left, const Value& right, HashTable&& table) {
    return make<SetObject>(resultKind(left, right), std::move(table));
}

// The elements of `from`, in its order, that are (or are not) in `other`.
HashTable filtered(const HashTable& from, const HashTable& other, bool keepShared, Budget& budget) {
    HashTable result;
    for (const std::uint32_t number : from.setOrder()) {
        const HashTable::Entry& entry = from.entries()[number];
        if ((other.find(entry.key, entry.hash, budget) != nullptr) == keepShared)
            result.insert(entry.key, entry.hash, Value(), budget);
    }
    return result;
}

} // namespace

Value setUnion(const Value& left, const Value& right, Budget& budget) {
    HashTable result = copyOf(left, budget);
    if (right.is(Kind::DictView)) {
        // CPython goes through a view one by one, without making room for all first.
        const HashTable elements = copyOf(right, budget);
        for (const HashTable::Entry& entry : elements.entries())
            result.insert(entry.key, entry.hash, Value(), budget);
    } else {
        result.merge(*SetTable(right, budget), budget);
    }
    return madeSet(left, right, std::move(result));
}

// The smaller one is walked through, the right one where they are equal in size.
Value setIntersection(const Value& left, const Value& right, Budget& budget) {
    const SetTable a(left, budget);
    const SetTable b(right, budget);
    const bool walkLeft = b->size() > a->size();
    return madeSet(left, right, walkLeft ? filtered(*a, *b, true, budget) : filtered(*b, *a, true, budget));
}

// A right set that is much smaller is taken out of a copy.
Value setDifference(const Value& left, const Value& right, Budget& budget) {
    const SetTable a(left, budget);
    const SetTable b(right, budget);
    if (a->size() >> 2 > b->size())
        return madeSet(left, right, a->without(*b, budget));
    return madeSet(left, right, filtered(*a, *b, false, budget));
}

Value setSymmetricDifference(const Value& left, const Value& right, Budget& budget) {
    const SetTable a(left, budget);
    HashTable result = copyOf(right, budget);
    const HashTable common = filtered(result, *a, true, budget);
    result = result.without(common, budget);
    for (const std::uint32_t number : a->setOrder()) {
        const HashTable::Entry& entry = a->entries()[number];
        if (common.find(entry.key, entry.hash, budget) == nullptr)
            result.insert(entry.key, entry.hash, Value(), budget);
    }
    return madeSet(left, right, std::move(result));
}

} // namespace keisan::eval
