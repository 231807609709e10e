// SPDX-License-Identifier: MIT
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/runtime/subscripts.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/sequence.h"

#include <algorithm>

namespace keisan::eval {

namespace {

using syntax::Expr;
using syntax::ExprKind;

// What would be larger is left to be computed when the line runs.
constexpr std::uint64_t kMostConstantBits = 128;
constexpr std::uint64_t kMostConstantItems = 256;

bool isSmallProduct(const Value& left, const Value& right) {
    if (left.isInt() && right.isInt())
        return signOf(left) == 0 || signOf(right) == 0 ||
               bitLength(left) + bitLength(right) <= kMostConstantBits;
    if (right.is(Kind::Tuple) && !left.is(Kind::Tuple))
        return isSmallProduct(right, left);
    if (!left.is(Kind::Tuple) || itemsOf(left).empty() || !right.isInt())
        return true;
    const auto count = toInt64(right);
    return count && *count >= 0 &&
           static_cast<std::uint64_t>(*count) <= kMostConstantItems / itemsOf(left).size();
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
    case ExprKind::Tuple: {
        auto items = constants(static_cast<const syntax::Sequence&>(node));
        return items ? std::optional(tupleValue(std::move(*items))) : std::nullopt;
    }
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

std::optional<Values> Interpreter::constants(const syntax::Sequence& node) {
    Values values;
    for (const Expr* const item : node.items) {
        auto value = constant(*item);
        if (!value)
            return std::nullopt;
        values.push_back(std::move(*value));
    }
    return values;
}

} // namespace keisan::eval
