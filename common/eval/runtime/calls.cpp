// SPDX-License-Identifier: MIT
#include "common/eval/runtime/calls.h"

#include "common/eval/error.h"
#include "common/eval/library/library.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/signature.h"
#include "common/eval/values/print.h"

#include <algorithm>
#include <array>

namespace keisan::eval {

namespace {

// Frames of up to this many variables lie on the stack.
constexpr std::size_t kStackSlots = 6;

constexpr std::uint64_t kWorkOfCall = 60;

std::string plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

[[noreturn]] void raiseType(std::string message) {
    raise(ErrorType::TypeError, std::move(message));
}

std::string qualifiedName(const Builtin& row) {
    return (row.owner.empty() ? "" : std::string(row.owner) + '.') + std::string(row.name) + "()";
}

void checkCounted(const Builtin& row, std::size_t given) {
    const std::size_t minimum = row.arity.minimum;
    const std::size_t maximum = row.arity.maximum;
    const bool isTooFew = given < minimum;
    if (!isTooFew && (maximum == ArityRule::kAny || given <= maximum))
        return;
    const std::size_t bound = isTooFew ? minimum : maximum;
    const std::string_view relation = minimum == maximum ? "" : isTooFew ? "at least " : "at most ";
    raiseType(std::string(row.name) + " expected " + std::string(relation) + std::to_string(bound) +
              " argument" + plural(bound) + ", got " + std::to_string(given));
}

void checkPositionalOnly(const Builtin& row, std::size_t given, bool hasKeywords) {
    if (hasKeywords)
        raiseType(qualifiedName(row) + " takes no keyword arguments");
    if (row.arity.kind == Arity::None && given != 0)
        raiseType(qualifiedName(row) + " takes no arguments (" + std::to_string(given) + " given)");
    if (row.arity.kind == Arity::One && given != 1)
        raiseType(qualifiedName(row) + " takes exactly one argument (" + std::to_string(given) + " given)");
    if (row.arity.kind == Arity::Counted)
        checkCounted(row, given);
}

// What most calls are, with nothing in them that needs the names of the parameters.
bool isPlainCall(const Builtin& row, std::size_t given, std::size_t keywords) {
    return keywords == 0 && given >= row.arity.minimum && given <= row.arity.maximum;
}

// A bound method speaks of the type of its value: True.bit_length is bool's.
Builtin boundRow(const MethodObject& method) {
    Builtin row = method.row;
    if (method.self.is(Kind::Bool))
        row.owner = typeName(method.self);
    return row;
}

Value callUnbound(Context& context, const MethodObject& method, std::span<const Value> positional,
                  std::span<const Keyword> keywords) {
    const std::string_view owner = method.row.owner;
    if (positional.empty())
        raiseType("unbound method " + std::string(owner) + '.' + std::string(method.row.name) +
                  "() needs an argument");
    const TypeRow* type = typeRowOf(positional[0]);
    while (type != nullptr && type->name != owner)
        type = type->base;
    if (type == nullptr)
        raiseType("descriptor '" + std::string(method.row.name) + "' for '" + std::string(owner) +
                  "' objects doesn't apply to a '" + std::string(typeName(positional[0])) + "' object");
    return callBuiltin(context, method.row, positional[0], positional.subspan(1), keywords);
}

// Not inlined, so that the calls of all the others leave no values behind to be destroyed.
[[gnu::noinline]] Value callByParameters(Context& context, const Builtin& row, const Value& self,
                                         std::span<const Value> positional,
                                         std::span<const Keyword> keywords) {
    std::array<Value, Signature::kMaxParameters> values;
    if (row.arity.kind == Arity::Made && keywords.empty())
        checkCounted(row, positional.size());
    if (isPlainCall(row, positional.size(), keywords.size()))
        std::copy(positional.begin(), positional.end(), values.begin());
    else
        Signature(row).bind(positional, keywords, values);
    return row.function(context, {self, values, {}});
}

} // namespace

constinit const Value kNoSelf;

Value callBuiltin(Context& context, const Builtin& row, const Value& self, std::span<const Value> positional,
                  std::span<const Keyword> keywords) {
    context.spend(kWorkOfCall);
    if (row.arity.kind == Arity::Named || row.arity.kind == Arity::Made)
        return callByParameters(context, row, self, positional, keywords);
    if (row.arity.kind != Arity::Free)
        checkPositionalOnly(row, positional.size(), !keywords.empty());
    return row.function(context, {self, positional, keywords});
}

std::string functionText(const Value& function, Budget& budget) {
    switch (function.kind()) {
    case Kind::Builtin: return qualifiedName(function.builtin());
    case Kind::Type: return std::string(function.type().name) + "()";
    case Kind::Function: return qualifiedName(*function.as<FunctionObject>().code.scope) + "()";
    case Kind::Method: return qualifiedName(boundRow(function.as<MethodObject>()));
    default: return strOf(function, budget);
    }
}

Value Interpreter::call(const Value& function, std::span<const Value> positional,
                        std::span<const Keyword> keywords) {
    switch (function.kind()) {
    case Kind::Builtin: return callBuiltin(*this, function.builtin(), kNoSelf, positional, keywords);
    case Kind::Function: return callFunction(function.as<FunctionObject>(), positional, keywords);
    case Kind::Type:
        if (function.type().construct != nullptr)
            return callBuiltin(*this, *function.type().construct, kNoSelf, positional, keywords);
        break;
    case Kind::Method: {
        const auto& method = function.as<MethodObject>();
        if (method.self.isAbsent())
            return callUnbound(*this, method, positional, keywords);
        return callBuiltin(*this, boundRow(method), method.self, positional, keywords);
    }
    default: break;
    }
    raiseType("'" + std::string(typeName(function)) + "' object is not callable");
}

Value Interpreter::callFunction(const FunctionObject& function, std::span<const Value> positional,
                                std::span<const Keyword> keywords) {
    spend(kWorkOfCall);
    requireStack();
    const std::size_t count = function.code.scope->variables.size();
    std::array<Value, kStackSlots> few;
    Values many;
    if (count > kStackSlots)
        many.resize(count);
    const std::span<Value> slots =
        count > kStackSlots ? std::span<Value>(many) : std::span<Value>(few).first(count);
    bindArguments(*this, function, positional, keywords, slots);
    Frame frame{function.code.scope, slots.data(), function.captures, function.tree};
    for (std::size_t slot = 0; slot < count; ++slot) {
        if (!frame.scope->variables[slot].isCell)
            continue;
        Value cell = make<CellObject>(m_bindings.cells());
        cell.as<CellObject>().content = std::move(slots[slot]);
        slots[slot] = std::move(cell);
    }
    return runBody(function, frame);
}

Value Interpreter::runBody(const FunctionObject& function, Frame& frame) {
    if (m_calls.now >= limits().calls)
        raise(ErrorType::RecursionError, "maximum recursion depth exceeded");
    const Value keepAlive = Value::share(const_cast<FunctionObject*>(&function));
    const Place caller = m_at;
    budget().descend(m_calls);
    try {
        Value value = evaluate(*function.code.body, frame);
        --m_calls.now;
        m_at = caller;
        return value;
    } catch (...) {
        --m_calls.now;
        // A place in the line that defined the function means nothing in this one.
        if (function.tree != m_tree)
            m_at = caller;
        throw;
    }
}

} // namespace keisan::eval
