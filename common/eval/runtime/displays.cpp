// SPDX-License-Identifier: MIT
#include "common/eval/error.h"
#include "common/eval/runtime/clause_loop.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/set_algebra.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"

#include <algorithm>
#include <string>

namespace keisan::eval {

namespace {

using syntax::Expr;
using syntax::ExprKind;

// CPython makes a frozenset of a set display of at least this many constants, and the set out of that: the
// set may then have more slots, hence another order.
constexpr std::size_t kFoldedSetItems = 3;
// CPython evaluates so many items of a display before it makes the set; of a longer one it adds one after the
// other.
constexpr std::size_t kItemsAtOnce = 30;

// The frozenset that CPython keeps of a display of constants: made anew from the first one.
HashTable folded(const HashTable& constants, Budget& budget) {
    HashTable kept;
    for (const std::uint32_t number : constants.setOrder(budget)) {
        const HashTable::Entry& entry = constants.entries()[number];
        kept.insert(entry.key, entry.hash, Value(), budget);
    }
    return kept;
}

// The set that CPython makes of such a display: by way of that frozenset.
HashTable unfolded(HashTable constants, Budget& budget) {
    constants = folded(constants, budget);
    HashTable result;
    result.merge(constants, budget);
    return result;
}

} // namespace

Values Interpreter::items(const syntax::Sequence& node, Frame& frame) {
    Values values;
    values.reserve(node.items.size());
    for (const Expr* const item : node.items) {
        if (item->kind != ExprKind::Starred) {
            values.push_back(evaluate(*item, frame));
            continue;
        }
        const Value iterable = evaluate(*static_cast<const syntax::Starred&>(*item).value, frame);
        at(*item);
        if (!isIterable(iterable))
            raise(ErrorType::TypeError,
                  "Value after * must be an iterable, not " + std::string(typeName(iterable)));
        appendAll(*this, values, iterable);
    }
    return values;
}

Value Interpreter::setDisplay(const syntax::Sequence& node, Frame& frame) {
    HashTable table;
    const std::size_t constants = node.items.size() < kFoldedSetItems ? 0 : insertConstants(node, table);
    if (constants == node.items.size())
        return setValue(unfolded(std::move(table), budget()));
    insertItems(node, constants, table, frame);
    return setValue(std::move(table));
}

// Where a set display of constants, however few, is gone through, CPython goes through the frozenset.
Value Interpreter::clauseSource(const syntax::Expr& node, Frame& frame) {
    if (node.kind != ExprKind::Set) {
        Value source = evaluate(node, frame);
        at(node);
        return source;
    }
    const auto& display = static_cast<const syntax::Sequence&>(node);
    HashTable table;
    const std::size_t constants = insertConstants(display, table);
    if (constants == display.items.size())
        table = folded(table, budget());
    else
        insertItems(display, constants, table, frame);
    at(node);
    return setValue(std::move(table));
}

std::size_t Interpreter::insertConstants(const syntax::Sequence& node, HashTable& table) {
    std::size_t count = 0;
    for (; count < node.items.size(); ++count) {
        const auto value = constant(*node.items[count]);
        if (!value)
            break;
        at(node);
        table.insert(*value, Value(), budget());
    }
    return count;
}

void Interpreter::insertItems(const syntax::Sequence& node, std::size_t done, HashTable& table,
                              Frame& frame) {
    const auto isStarred = [](const Expr* item) { return item->kind == ExprKind::Starred; };
    const auto star = std::find_if(node.items.begin(), node.items.end(), isStarred);
    const auto before = static_cast<std::size_t>(star - node.items.begin());
    if (before <= kItemsAtOnce) {
        Values values;
        values.reserve(before - done);
        for (const Expr* const item : node.items.first(before).subspan(done))
            values.push_back(evaluate(*item, frame));
        at(node);
        for (const Value& value : values)
            table.insert(value, Value(), budget());
        done = before;
    }
    for (const Expr* const item : node.items.subspan(done)) {
        const Value value =
            evaluate(isStarred(item) ? *static_cast<const syntax::Starred&>(*item).value : *item, frame);
        at(node);
        if (isStarred(item))
            updateSet(*this, table, value);
        else
            table.insert(value, Value(), budget());
    }
}

// The value of pairs between two `**`: CPython evaluates a few of them before it makes the dict.
void Interpreter::dictPairs(std::span<const syntax::DictItem> pairs, HashTable& table, Frame& frame) {
    constexpr std::size_t kPairsAtOnce = kItemsAtOnce / 2;
    Values values;
    const bool atOnce = pairs.size() <= kPairsAtOnce;
    for (const syntax::DictItem& pair : pairs) {
        values.push_back(evaluate(*pair.key, frame));
        values.push_back(evaluate(*pair.value, frame));
        if (atOnce)
            continue;
        at(*pair.key);
        table.insert(values[0], std::move(values[1]), budget());
        values.clear();
    }
    for (std::size_t i = 0; i < values.size(); i += 2) {
        at(*pairs[i / 2].key);
        table.insert(values[i], std::move(values[i + 1]), budget());
    }
}

Value Interpreter::dictDisplay(const syntax::Dict& node, Frame& frame) {
    HashTable table;
    const auto isUnpacking = [](const syntax::DictItem& item) { return item.key == nullptr; };
    for (auto rest = node.items; !rest.empty();) {
        const auto pairs =
            static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), isUnpacking) - rest.begin());
        dictPairs(rest.first(pairs), table, frame);
        rest = rest.subspan(pairs);
        if (rest.empty())
            break;
        const Value mapping = evaluate(*rest.front().value, frame);
        at(*rest.front().value);
        if (!mapping.is(Kind::Dict))
            raise(ErrorType::TypeError, "'" + std::string(typeName(mapping)) + "' object is not a mapping");
        for (const HashTable::Entry& entry : mapping.as<DictObject>().table.entries())
            table.insert(entry.key, entry.hash, entry.value, budget());
        rest = rest.subspan(1);
    }
    return dictValue(std::move(table));
}

Value Interpreter::slice(const syntax::Slice& node, Frame& frame) {
    const auto part = [&](const Expr* expr) {
        return expr == nullptr ? Value::none() : evaluate(*expr, frame);
    };
    Value lower = part(node.lower);
    Value upper = part(node.upper);
    return make<SliceObject>(std::move(lower), std::move(upper), part(node.step));
}

Value Interpreter::comprehension(const syntax::Comprehension& node, Frame& frame) {
    Value first = iterate(*this, clauseSource(*node.clauses[0].iterable, frame));
    prepareSlots(frame, node.firstSlot, node.slotCount);
    ClauseLoop loop(node.clauses, std::move(first));
    if (node.kind == ExprKind::ListComprehension) {
        Values values;
        HintAllowance allowance;
        const RoomForItems room(*this, loop.lengthHint(allowance), 0, sizeof(Value));
        for (; loop.next(*this, frame); room.look(values.size()))
            pushBounded(*this, values, evaluate(*node.element, frame));
        return listValue(std::move(values));
    }
    HashTable table;
    while (loop.next(*this, frame)) {
        const Value key = evaluate(*node.element, frame);
        Value value = node.value == nullptr ? Value() : evaluate(*node.value, frame);
        at(*node.element);
        table.insert(key, std::move(value), budget());
    }
    return node.kind == ExprKind::SetComprehension ? setValue(std::move(table)) : dictValue(std::move(table));
}

Values Interpreter::captured(const syntax::Scope& scope, Frame& frame) {
    Values cells;
    cells.reserve(scope.captures.size());
    for (const syntax::Capture& capture : scope.captures)
        cells.push_back(capture.isFree ? frame.captures[capture.slot] : frame.slots[capture.slot]);
    return cells;
}

Value Interpreter::generator(const syntax::Comprehension& node, Frame& frame) {
    Value first = iterate(*this, clauseSource(*node.clauses[0].iterable, frame));
    return makeGenerator(*this, node, std::move(first), captured(*node.scope, frame), frame.tree);
}

Value Interpreter::lambda(const syntax::Lambda& node, Frame& frame) {
    Value value = make<FunctionObject>(node, frame.tree);
    auto& function = value.as<FunctionObject>();
    const auto hasDefault = [](const syntax::Parameter& parameter) {
        return parameter.defaultValue != nullptr;
    };
    if (std::any_of(node.parameters.begin(), node.parameters.end(), hasDefault)) {
        for (const syntax::Parameter& parameter : node.parameters)
            function.defaults.push_back(hasDefault(parameter) ? evaluate(*parameter.defaultValue, frame)
                                                              : Value());
    }
    function.captures = captured(*node.scope, frame);
    return value;
}

void Interpreter::prepareSlots(Frame& frame, std::size_t first, std::size_t count) {
    for (std::size_t slot = first; slot < first + count; ++slot)
        frame.slots[slot] =
            frame.scope->variables[slot].isCell ? make<CellObject>(m_bindings.cells()) : Value();
}

} // namespace keisan::eval
