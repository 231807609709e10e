// SPDX-License-Identifier: MIT
// dict, its views, set and frozenset: how they are made, and the methods that change nothing.
#include "common/eval/library/arguments.h"
#include "common/eval/library/types.h"
#include "common/eval/runtime/iteration.h"
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

void insertPair(Context& context, HashTable& table, const Value& pair, std::size_t number) {
    const std::string element = "dictionary update sequence element #" + std::to_string(number);
    if (!isIterable(pair))
        raise(ErrorType::TypeError, "cannot convert " + element + " to a sequence");
    const Values items = collect(context, pair);
    if (items.size() != 2)
        raise(ErrorType::ValueError,
              element + " has length " + std::to_string(items.size()) + "; 2 is required");
    table.insert(items[0], items[1], context.budget());
}

Value makeDict(Context& context, const Arguments& arguments) {
    requireCount(arguments, "dict", 0, 1);
    HashTable table;
    if (arguments.size() == 1 && arguments[0].is(Kind::Dict)) {
        for (const HashTable::Entry& entry : arguments[0].as<DictObject>().table.entries())
            table.insert(entry.key, entry.hash, entry.value, context.budget());
    } else if (arguments.size() == 1) {
        std::size_t number = 0;
        forEach(context, arguments[0], [&](const Value& pair) {
            insertPair(context, table, pair, number++);
            return true;
        });
    }
    for (const Keyword& keyword : arguments.keywords)
        table.insert(strValue(keyword.name), keyword.value, context.budget());
    return dictValue(std::move(table));
}

Value fromKeys(Context& context, const Arguments& arguments) {
    const Value content = arguments.size() == 2 ? arguments[1] : Value::none();
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

HashTable tableOf(Context& context, const Value& iterable) {
    HashTable table;
    if (SetObject::holds(iterable.kind())) {
        table.merge(iterable.as<SetObject>().table, context.budget());
        return table;
    }
    forEach(context, iterable, [&](const Value& element) {
        table.insert(element, Value(), context.budget());
        return true;
    });
    return table;
}

Value ofKind(Kind kind, HashTable&& table) {
    return make<SetObject>(kind, std::move(table));
}

Value asSet(Context& context, const Value& value) {
    return isSetLike(value) ? value : setValue(tableOf(context, value));
}

Value makeSet(Context& context, const Arguments& arguments) {
    return setValue(arguments.size() == 0 ? HashTable() : tableOf(context, arguments[0]));
}

Value makeFrozenSet(Context& context, const Arguments& arguments) {
    if (arguments.size() == 1 && arguments[0].is(Kind::FrozenSet))
        return arguments[0];
    return frozenSetValue(arguments.size() == 0 ? HashTable() : tableOf(context, arguments[0]));
}

Value copyOfSet(Context& context, const Arguments& arguments) {
    return arguments.self.is(Kind::FrozenSet) ? arguments.self : setValue(tableOf(context, arguments.self));
}

Value unionOf(Context& context, const Arguments& arguments) {
    HashTable table = tableOf(context, arguments.self);
    for (const Value& other : arguments.values) {
        if (SetObject::holds(other.kind())) {
            table.merge(other.as<SetObject>().table, context.budget());
            continue;
        }
        forEach(context, other, [&](const Value& element) {
            table.insert(element, Value(), context.budget());
            return true;
        });
    }
    return ofKind(arguments.self.kind(), std::move(table));
}

// Of two sets; of a set and another iterable the elements come in the iterable's order.
Value intersectionOfTwo(Context& context, const Value& set, const Value& other) {
    if (SetObject::holds(other.kind()))
        return setIntersection(set, other, context.budget());
    HashTable table;
    forEach(context, other, [&](const Value& element) {
        if (holdsKey(set, element, context.budget()))
            table.insert(element, Value(), context.budget());
        return true;
    });
    return ofKind(set.kind(), std::move(table));
}

Value intersectionOf(Context& context, const Arguments& arguments) {
    if (arguments.size() == 0)
        return ofKind(arguments.self.kind(), tableOf(context, arguments.self));
    Value result = arguments.self;
    for (const Value& other : arguments.values)
        result = intersectionOfTwo(context, result, other);
    return result;
}

// As in CPython: of two sets a new one is built; other iterables, and every further argument, are taken out
// of a copy.
Value differenceOf(Context& context, const Arguments& arguments) {
    const Kind kind = arguments.self.kind();
    const bool startsWithSet = arguments.size() > 0 && SetObject::holds(arguments[0].kind());
    Value result = startsWithSet ? setDifference(arguments.self, arguments[0], context.budget())
                                 : ofKind(kind, tableOf(context, arguments.self));
    for (const Value& other : arguments.values.subspan(startsWithSet ? 1 : 0)) {
        const HashTable gone = tableOf(context, other);
        result = ofKind(kind, result.as<SetObject>().table.without(gone, context.budget()));
    }
    return result;
}

Value symmetricDifferenceOf(Context& context, const Arguments& arguments) {
    return setSymmetricDifference(arguments.self, asSet(context, arguments[0]), context.budget());
}

Value isSubset(Context& context, const Arguments& arguments) {
    return Value::boolean(holdsAllKeys(asSet(context, arguments[0]), arguments.self, context.budget()));
}

Value isSuperset(Context& context, const Arguments& arguments) {
    return Value::boolean(holdsAllKeys(arguments.self, asSet(context, arguments[0]), context.budget()));
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
