// SPDX-License-Identifier: MIT
// dict, its views, set and frozenset: how they are made, and the methods that change nothing.
#include "common/eval/library/arguments.h"
#include "common/eval/library/types.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/pairs.h"
#include "common/eval/runtime/set_algebra.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/text.h"

namespace keisan::eval {
namespace {

constexpr ArityRule kNone{Arity::None};
constexpr ArityRule kOne{Arity::One};
constexpr ArityRule kUpToOne{Arity::Counted, 0, 1};
constexpr ArityRule kAny{Arity::Counted, 0, ArityRule::kAny};

// ---- dict

Value makeDict(Context& context, const Arguments& arguments) {
    requireCount(arguments, "dict", 0, 1);
    HashTable table;
    if (arguments.size() == 1 && arguments[0].is(Kind::Dict)) {
        for (const HashTable::Entry& entry : arguments[0].as<DictObject>().table.entries())
            table.insert(entry.key, entry.hash, entry.value, context.budget());
    } else if (arguments.size() == 1) {
        insertPairs(context, table, arguments[0]);
    }
    for (const Keyword& keyword : arguments.keywords)
        table.insert(strValue(keyword.name), keyword.value, context.budget());
    return dictValue(std::move(table));
}

Value fromKeys(Context& context, const Arguments& arguments) {
    const Value content = arguments.size() == 2 ? arguments[1] : Value::none();
    requireRoomForKeys(context, arguments[0]);
    HashTable table;
    forEach(context, arguments[0], [&](const Value& key) {
        table.insert(key, content, context.budget());
        return true;
    });
    return dictValue(std::move(table));
}

Value copyOfDict(Context& context, const Arguments& arguments) {
    HashTable table;
    for (const HashTable::Entry& entry : arguments.self.as<DictObject>().table.entries())
        table.insert(entry.key, entry.hash, entry.value, context.budget());
    return dictValue(std::move(table));
}

Value getFromDict(Context& context, const Arguments& arguments) {
    const auto* entry = arguments.self.as<DictObject>().table.find(arguments[0], context.budget());
    if (entry != nullptr)
        return entry->value;
    return arguments.size() == 2 ? arguments[1] : Value::none();
}

template <DictViewObject::Part Part>
Value view(Context&, const Arguments& arguments) {
    return make<DictViewObject>(arguments.self, Part);
}

constexpr Builtin kMakeDict{"dict", "",       "dict(mapping_or_pairs=(), /, **names)",
                            {},     makeDict, "A dict of the pairs and the named values."};
constexpr Builtin kDictMethods[] = {
    {"copy", "dict", "copy()", kNone, copyOfDict, "A copy of the dict."},
    {"get",
     "dict",
     "get(key, default=None, /)",
     {Arity::Counted, 1, 2},
     getFromDict,
     "The value of the key, or the default."},
    {"items", "dict", "items()", kNone, view<DictViewObject::Part::ItemPart>, "The pairs of key and value."},
    {"keys", "dict", "keys()", kNone, view<DictViewObject::Part::KeyPart>, "The keys."},
    {"values", "dict", "values()", kNone, view<DictViewObject::Part::ValuePart>, "The values."},
};
constexpr Builtin kDictStatics[] = {
    {"fromkeys",
     "dict",
     "fromkeys(iterable, value=None, /)",
     {Arity::Counted, 1, 2},
     fromKeys,
     "A dict in which every key has the value."},
};

// ---- set, frozenset

Value ofKind(Kind kind, HashTable&& table) {
    return make<SetObject>(kind, std::move(table));
}

Value asSet(Context& context, const Value& value) {
    return isSetLike(value) ? value : setValue(setOf(context, value));
}

Value makeSet(Context& context, const Arguments& arguments) {
    return setValue(arguments.size() == 0 ? HashTable() : setOf(context, arguments[0]));
}

Value makeFrozenSet(Context& context, const Arguments& arguments) {
    if (arguments.size() == 1 && arguments[0].is(Kind::FrozenSet))
        return arguments[0];
    return frozenSetValue(arguments.size() == 0 ? HashTable() : setOf(context, arguments[0]));
}

Value copyOfSet(Context& context, const Arguments& arguments) {
    return arguments.self.is(Kind::FrozenSet) ? arguments.self : setValue(setOf(context, arguments.self));
}

Value unionOf(Context& context, const Arguments& arguments) {
    HashTable table = setOf(context, arguments.self);
    for (const Value& other : arguments.values)
        if (!other.isSameAs(arguments.self))
            updateSet(context, table, other);
    return ofKind(arguments.self.kind(), std::move(table));
}

Value intersectionOf(Context& context, const Arguments& arguments) {
    if (arguments.size() == 0)
        return ofKind(arguments.self.kind(), setOf(context, arguments.self));
    Value result = arguments.self;
    for (const Value& other : arguments.values)
        result = intersectionWith(context, result, other);
    return result;
}

// The elements of an iterable that the table holds as well.
HashTable sharedWith(Context& context, const HashTable& table, const Value& iterable) {
    HashTable shared;
    forEach(context, iterable, [&](const Value& element) {
        if (table.find(element, context.budget()) != nullptr)
            shared.insert(element, Value(), context.budget());
        return true;
    });
    return shared;
}

// As in CPython: from a set or dict that is not much smaller a new set is built; other iterables, and every
// further argument, are taken out of a copy.
Value differenceOf(Context& context, const Arguments& arguments) {
    Budget& budget = context.budget();
    const Kind kind = arguments.self.kind();
    const auto sizeOf = [](const Value& dict) { return dict.as<DictObject>().table.size(); };
    const auto isBuiltFrom = [&](const Value& other) {
        return SetObject::holds(other.kind()) ||
               (other.is(Kind::Dict) && arguments.self.as<SetObject>().table.size() >> 2 <= sizeOf(other));
    };
    const bool startsAnew = arguments.size() > 0 && isBuiltFrom(arguments[0]);
    Value first = startsAnew ? setDifference(arguments.self, asSet(context, arguments[0]), budget)
                             : ofKind(kind, setOf(context, arguments.self));
    HashTable table = first.as<SetObject>().table.copied(budget);
    for (const Value& other : arguments.values.subspan(startsAnew ? 1 : 0))
        table.discardAll(sharedWith(context, table, other), budget);
    return ofKind(kind, std::move(table));
}

Value symmetricDifferenceOf(Context& context, const Arguments& arguments) {
    HashTable table = setOf(context, arguments[0]);
    table.toggleAll(arguments.self.as<SetObject>().table, HashTable::Walk::AsSet, context.budget());
    return ofKind(arguments.self.kind(), std::move(table));
}

Value isSubset(Context& context, const Arguments& arguments) {
    const Value& self = arguments.self;
    if (SetObject::holds(arguments[0].kind()))
        return Value::boolean(holdsAllKeys(arguments[0], self, context.budget()));
    return Value::boolean(keyCount(intersectionWith(context, self, arguments[0])) == keyCount(self));
}

Value isSuperset(Context& context, const Arguments& arguments) {
    if (SetObject::holds(arguments[0].kind()))
        return Value::boolean(holdsAllKeys(arguments.self, arguments[0], context.budget()));
    bool holdsAll = true;
    forEach(context, arguments[0], [&](const Value& element) {
        holdsAll = holdsKey(arguments.self, element, context.budget());
        return holdsAll;
    });
    return Value::boolean(holdsAll);
}

Value isDisjoint(Context& context, const Arguments& arguments) {
    bool disjoint = true;
    forEach(context, arguments[0], [&](const Value& element) {
        disjoint = !holdsKey(arguments.self, element, context.budget());
        return disjoint;
    });
    return Value::boolean(disjoint);
}

constexpr Builtin kMakeSet{"set", "", "set(iterable=(), /)", kUpToOne, makeSet, "A set of the elements."};
constexpr Builtin kMakeFrozenSet{
    "frozenset", "", "frozenset(iterable=(), /)", kUpToOne, makeFrozenSet, "A set that can be a key."};

// The methods of both, under the name that stands in their messages.
template <const char* Owner>
struct SetRows {
    static constexpr Builtin kRows[] = {
        {"copy", Owner, "copy()", kNone, copyOfSet, "A copy of the set."},
        {"difference", Owner, "difference(*others)", kAny, differenceOf,
         "The elements that are in none of the others."},
        {"intersection", Owner, "intersection(*others)", kAny, intersectionOf,
         "The elements that are in all."},
        {"isdisjoint", Owner, "isdisjoint(other, /)", kOne, isDisjoint, "Whether no element is in both."},
        {"issubset", Owner, "issubset(other, /)", kOne, isSubset, "Whether the other holds every element."},
        {"issuperset", Owner, "issuperset(other, /)", kOne, isSuperset,
         "Whether this holds every element of the other."},
        {"symmetric_difference", Owner, "symmetric_difference(other, /)", kOne, symmetricDifferenceOf,
         "The elements that are in one of the two."},
        {"union", Owner, "union(*others)", kAny, unionOf, "The elements of all."},
    };
};
constexpr char kSetName[] = "set";
constexpr char kFrozenSetName[] = "frozenset";

constexpr Builtin kKeysMethods[] = {
    {"isdisjoint", "dict_keys", "isdisjoint(other, /)", kOne, isDisjoint, "Whether no element is in both."},
};
constexpr Builtin kItemsMethods[] = {
    {"isdisjoint", "dict_items", "isdisjoint(other, /)", kOne, isDisjoint, "Whether no element is in both."},
};

} // namespace

const TypeRow kDictType{"dict", &kMakeDict, kDictMethods, {}, kDictStatics};
const TypeRow kDictKeysType{"dict_keys", nullptr, kKeysMethods, {}, {}};
const TypeRow kDictItemsType{"dict_items", nullptr, kItemsMethods, {}, {}};
const TypeRow kDictValuesType{"dict_values", nullptr, {}, {}, {}};
const TypeRow kSetType{"set", &kMakeSet, SetRows<kSetName>::kRows, {}, {}};
const TypeRow kFrozenSetType{"frozenset", &kMakeFrozenSet, SetRows<kFrozenSetName>::kRows, {}, {}};

} // namespace keisan::eval
