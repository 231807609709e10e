// SPDX-License-Identifier: MIT
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>

namespace keisan::eval {

namespace {

using syntax::Expr;
using syntax::ExprKind;

// What would be larger is left to be computed when the line runs.
constexpr std::uint64_t kMostConstantBits = 128;
constexpr std::uint64_t kMostConstantItems = 256;
constexpr std::uint64_t kMostConstantCharacters = 4096;
constexpr std::int64_t kMostConstantItemsInAll = 1024; // of a tuple and those in it

std::size_t lengthOf(const Value& sequence) {
    return sequence.is(Kind::Tuple) ? itemsOf(sequence).size() : sequence.as<StrObject>().length();
}

// What is left of the items that a tuple may have together with the tuples in it; negative if it has more.
std::int64_t itemsLeft(const Value& value, std::int64_t items) {
    if (!value.is(Kind::Tuple))
        return items;
    items -= static_cast<std::int64_t>(itemsOf(value).size());
    for (auto rest = itemsOf(value); items >= 0 && !rest.empty(); rest = rest.subspan(1))
        items = itemsLeft(rest.front(), items);
    return items;
}

bool isSmallRepetition(const Value& sequence, const Value& times) {
    const std::size_t length = lengthOf(sequence);
    if (length == 0)
        return true;
    const auto count = toInt64(times);
    const std::size_t most = sequence.is(Kind::Tuple) ? kMostConstantItems : kMostConstantCharacters;
    if (!count || *count < 0 || static_cast<std::uint64_t>(*count) > most / length)
        return false;
    return *count == 0 || itemsLeft(sequence, kMostConstantItemsInAll / *count) >= 0;
}

bool isSequence(const Value& value) {
    return value.is(Kind::Tuple) || value.is(Kind::Str) || value.is(Kind::Bytes);
}

bool isSmallProduct(const Value& left, const Value& right) {
    if (left.isInt() && right.isInt())
        return signOf(left) == 0 || signOf(right) == 0 ||
               bitLength(left) + bitLength(right) <= kMostConstantBits;
    if (isSequence(left) && right.isInt())
        return isSmallRepetition(left, right);
    return !left.isInt() || !isSequence(right) || isSmallRepetition(right, left);
}

bool isSmallPower(const Value& base, const Value& exponent) {
    if (!base.isInt() || !exponent.isInt() || signOf(exponent) <= 0)
        return true;
    const auto times = toInt64(exponent);
    return times && bitLength(base) <= kMostConstantBits / static_cast<std::uint64_t>(*times);
}

bool isSmallShift(const Value& left, const Value& right) {
    if (!left.isInt() || !right.isInt() || signOf(left) == 0 || signOf(right) == 0)
        return true;
    const auto bits = toInt64(right);
    return bits && *bits >= 0 && bitLength(left) + static_cast<std::uint64_t>(*bits) <= kMostConstantBits;
}

bool isSmall(Operator op, const Value& left, const Value& right) {
    switch (op) {
    case Operator::Multiply: return isSmallProduct(left, right);
    case Operator::Power: return isSmallPower(left, right);
    case Operator::ShiftLeft: return isSmallShift(left, right);
    case Operator::Modulo: return !left.is(Kind::Str) && !left.is(Kind::Bytes);
    default: return true;
    }
}

} // namespace

std::optional<Value> Interpreter::constant(const Expr& node) {
    requireStack();
    switch (node.kind) {
    case ExprKind::None:
    case ExprKind::True:
    case ExprKind::False:
    case ExprKind::Ellipsis:
    case ExprKind::Integer:
    case ExprKind::Float:
    case ExprKind::Imaginary:
    case ExprKind::String:
    case ExprKind::Bytes: return evaluate(node, m_line);
    case ExprKind::Unary: {
        const auto& unary = static_cast<const syntax::Unary&>(node);
        const auto operand = constant(*unary.operand);
        return operand ? std::optional(applyUnary(unary, *operand)) : std::nullopt;
    }
    case ExprKind::Power: {
        const auto& power = static_cast<const syntax::Power&>(node);
        const auto base = constant(*power.base);
        const auto exponent = base ? constant(*power.exponent) : std::nullopt;
        if (!exponent || !isSmall(Operator::Power, *base, *exponent))
            return std::nullopt;
        at(power.operatorStart, power.operatorEnd);
        return binary(Operator::Power, *base, *exponent, budget());
    }
    case ExprKind::Chain: return constantChain(static_cast<const syntax::Chain&>(node));
    case ExprKind::Postfix: return constantItem(static_cast<const syntax::Postfix&>(node));
    case ExprKind::Tuple: return constantTuple(static_cast<const syntax::Sequence&>(node));
    default: return std::nullopt;
    }
}

std::optional<Value> Interpreter::constantChain(const syntax::Chain& node) {
    std::optional<Value> result = constant(*node.first);
    for (const syntax::ChainLink& link : node.links) {
        const auto operand = result ? constant(*link.operand) : std::nullopt;
        if (!operand || !isSmall(link.op, *result, *operand))
            return std::nullopt;
        at(link.operatorStart, link.operatorEnd);
        result = binary(link.op, *result, *operand, budget());
    }
    return result;
}

// (1, 2)[0]
std::optional<Value> Interpreter::constantItem(const syntax::Postfix& node) {
    std::optional<Value> result = constant(*node.operand);
    for (const syntax::Trailer& trailer : node.trailers) {
        const bool isSubscript = trailer.kind == syntax::TrailerKind::Subscript;
        const auto index = result && isSubscript ? constant(*trailer.operand) : std::nullopt;
        if (!index)
            return std::nullopt;
        at(trailer.start, trailer.end);
        result = subscript(*this, *result, *index);
    }
    return result;
}

std::optional<Value> Interpreter::constantTuple(const syntax::Sequence& node) {
    Values values;
    for (const Expr* const item : node.items) {
        auto value = constant(*item);
        if (!value)
            return std::nullopt;
        values.push_back(std::move(*value));
    }
    return tupleValue(std::move(values));
}

} // namespace keisan::eval
