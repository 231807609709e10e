// SPDX-License-Identifier: MIT
#include "common/eval/error.h"
#include "common/eval/runtime/attributes.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/runtime/pairs.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"

#include <algorithm>
#include <string>

namespace keisan::eval {

namespace {

using syntax::Expr;
using syntax::ExprKind;
using syntax::StatementKind;

bool isStarred(const Expr* target) {
    return target->kind == ExprKind::Starred;
}

// CPython words the refusal of a sequence in its own way.
bool isSequenceToC(const Value& value) {
    switch (value.kind()) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::Range:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::DictView: return true;
    default: return false;
    }
}

[[noreturn]] void refuseItemChange(const Value& container, const Value& index, bool isDeletion) {
    const bool isTerse = isDeletion && index.isInt() && isSequenceToC(container);
    raise(ErrorType::TypeError, "'" + std::string(typeName(container)) + "' object " +
                                    (isTerse ? "doesn't" : "does not") + " support item " +
                                    (isDeletion ? "deletion" : "assignment"));
}

} // namespace

Value Interpreter::run(const syntax::Statement& statement) {
    Value value = execute(statement);
    m_slots = Values();
    return value;
}

Value Interpreter::execute(const syntax::Statement& statement) {
    switch (statement.kind) {
    case StatementKind::Expression: return evaluate(*statement.value, m_line);
    case StatementKind::Assign: return assignment(statement, m_line);
    case StatementKind::AugmentedAssign: return augmentedAssignment(statement, m_line);
    case StatementKind::Delete: break;
    }
    for (const Expr* const target : statement.targets)
        deleteTarget(*target, m_line);
    return Value::none();
}

Value Interpreter::assignment(const syntax::Statement& statement, Frame& frame) {
    Value value = evaluate(*statement.value, frame);
    for (const Expr* const target : statement.targets)
        assign(*target, value, frame);
    return value;
}

// Values never change, so `x += y` is `x = x + y`; a list takes any iterable here, and a dict
// any iterable of pairs.
Value Interpreter::augmentedAssignment(const syntax::Statement& statement, Frame& frame) {
    const Expr& target = *statement.targets[0];
    const Value old = evaluate(target, frame);
    const Value operand = evaluate(*statement.value, frame);
    at(statement.operatorStart, statement.operatorEnd);
    Value value;
    if (statement.op == Operator::Add && old.is(Kind::List)) {
        Values items = collect(*this, old);
        appendAll(*this, items, operand);
        value = listValue(std::move(items));
    } else if (statement.op == Operator::BitOr && old.is(Kind::Dict) && !operand.is(Kind::Dict)) {
        HashTable table = old.as<DictObject>().table.copied(budget());
        insertPairs(*this, table, operand);
        value = dictValue(std::move(table));
    } else {
        value = operation(statement.op, old, operand, true);
    }
    assign(target, value, frame);
    return value;
}

void Interpreter::assign(const Expr& target, const Value& value, Frame& frame) {
    switch (target.kind) {
    case ExprKind::Name: return assignName(static_cast<const syntax::Name&>(target), value, frame);
    case ExprKind::Tuple:
    case ExprKind::List:
        requireStack();
        at(target);
        return unpack(static_cast<const syntax::Sequence&>(target).items, value, frame);
    case ExprKind::Starred: return assign(*static_cast<const syntax::Starred&>(target).value, value, frame);
    default: return refuseToChange(static_cast<const syntax::Postfix&>(target), frame, false);
    }
}

// Nothing in the language changes: what stands before the last dot or bracket is evaluated for its own errors
// first.
void Interpreter::refuseToChange(const syntax::Postfix& target, Frame& frame, bool isDeletion) {
    const syntax::Trailer& last = target.trailers.back();
    Value owner = evaluate(*target.operand, frame);
    for (const syntax::Trailer& inner : target.trailers.first(target.trailers.size() - 1))
        owner = trailer(owner, inner, frame);
    if (last.kind == syntax::TrailerKind::Subscript) {
        const Value index = evaluate(*last.operand, frame);
        at(target);
        refuseItemChange(owner, index, isDeletion);
    }
    at(target);
    refuseAttributeChange(owner, last.name);
}

void Interpreter::deleteTarget(const Expr& target, Frame& frame) {
    if (target.kind == ExprKind::Tuple || target.kind == ExprKind::List) {
        requireStack();
        for (const Expr* const item : static_cast<const syntax::Sequence&>(target).items)
            deleteTarget(*item, frame);
        return;
    }
    if (target.kind != ExprKind::Name)
        return refuseToChange(static_cast<const syntax::Postfix&>(target), frame, true);
    const auto& name = static_cast<const syntax::Name&>(target);
    at(name);
    if (!m_bindings.unbind(name.id))
        raise(ErrorType::NameError, "name '" + std::string(name.id) + "' is not defined");
}

void Interpreter::unpack(std::span<const Expr* const> targets, const Value& value, Frame& frame) {
    if (!isIterable(value))
        raise(ErrorType::TypeError, "cannot unpack non-iterable " + std::string(typeName(value)) + " object");
    const std::size_t count = targets.size();
    const auto star =
        static_cast<std::size_t>(std::find_if(targets.begin(), targets.end(), isStarred) - targets.begin());
    const bool hasStar = star < count;
    const std::size_t needed = hasStar ? count - 1 : count;
    Values values;
    const RoomForItems room(*this, hasStar ? lengthHint(value) : LengthHint(), 0, sizeof(Value));
    forEach(*this, value, [&](const Value& item) {
        room.look(values.size());
        pushBounded(*this, values, item);
        return hasStar || values.size() <= needed;
    });
    if (values.size() < needed)
        raise(ErrorType::ValueError, "not enough values to unpack (expected " +
                                         std::string(hasStar ? "at least " : "") + std::to_string(needed) +
                                         ", got " + std::to_string(values.size()) + ")");
    if (!hasStar && values.size() > needed)
        raise(ErrorType::ValueError, "too many values to unpack (expected " + std::to_string(needed) + ")");
    const std::size_t middle = values.size() - needed;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t from = i <= star ? i : i + middle - 1;
        if (i != star) {
            assign(*targets[i], values[from], frame);
            continue;
        }
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(i);
        assign(*targets[i], listValue(Values(first, first + static_cast<std::ptrdiff_t>(middle))), frame);
    }
}

} // namespace keisan::eval
