// SPDX-License-Identifier: MIT
#include "common/eval/values/keys.h"

#include "common/eval/budget.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"

namespace keisan::eval {

namespace {

const HashTable& tableOf(const Value& setLike) {
    if (SetObject::holds(setLike.kind()))
        return setLike.as<SetObject>().table;
    return setLike.as<DictViewObject>().dict.as<DictObject>().table;
}

bool isItems(const Value& setLike) {
    return setLike.is(Kind::DictView) && setLike.as<DictViewObject>().part == DictViewObject::Part::ItemPart;
}

bool holdsItem(const HashTable& table, const Value& key, const Value& value, Budget& budget) {
    const HashTable::Entry* const entry = table.find(key, budget);
    return entry != nullptr && sameOrEqual(entry->value, value, budget);
}

} // namespace

bool isSetLike(const Value& value) {
    if (value.is(Kind::DictView))
        return value.as<DictViewObject>().part != DictViewObject::Part::ValuePart;
    return SetObject::holds(value.kind());
}

std::size_t keyCount(const Value& setLike) {
    return tableOf(setLike).size();
}

bool holdsKey(const Value& setLike, const Value& key, Budget& budget) {
    if (!isItems(setLike))
        return tableOf(setLike).find(key, budget) != nullptr;
    return key.is(Kind::Tuple) && itemsOf(key).size() == 2 &&
           holdsItem(tableOf(setLike), itemsOf(key)[0], itemsOf(key)[1], budget);
}

bool holdsAllKeys(const Value& whole, const Value& part, Budget& budget) {
    for (const HashTable::Entry& entry : tableOf(part).entries()) {
        budget.spend(20);
        const bool found = isItems(part) ? holdsKey(whole, tupleValue({entry.key, entry.value}), budget)
                                         : holdsKey(whole, entry.key, budget);
        if (!found)
            return false;
    }
    return true;
}

} // namespace keisan::eval
