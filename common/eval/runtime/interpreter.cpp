// SPDX-License-Identifier: MIT
#include "common/eval/runtime/interpreter.h"

#include "common/eval/error.h"
#include "common/eval/library/library.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/runtime/membership.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/runtime/view_algebra.h"
#include "common/eval/stack_guard.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/decimal.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/identity.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <cctype>
#include <string>

namespace keisan::eval {

namespace {

using syntax::Expr;
using syntax::ExprKind;

// What walking to a node costs.
constexpr std::uint64_t kWorkOfNode = 12;

template <class Node>
const Node& as(const Expr& node) {
    return static_cast<const Node&>(node);
}

// The library's names, and the signs that stand for some of them.
Value knownName(std::string_view name) {
    if (static_cast<unsigned char>(name.front()) < 0x80)
        return libraryName(name);
    if (name == "π")
        return libraryName("pi");
    if (name == "τ")
        return libraryName("tau");
    return libraryName(name == "∞" ? "inf" : name);
}

} // namespace

Interpreter::Interpreter(Budget& budget, Bindings& bindings, const std::shared_ptr<const syntax::Tree>& tree)
    : Context(budget)
    , m_bindings(bindings)
    , m_tree(tree)
    , m_slots(m_tree->scope == nullptr ? 0 : m_tree->scope->variables.size())
    , m_line{m_tree->scope, m_slots.data(), {}, m_tree} {}

void Interpreter::requireStack() const {
    if (stackIsShort())
        raise(ErrorType::RecursionError, "maximum recursion depth exceeded");
}

Value Interpreter::evaluate(const Expr& node, Frame& frame) {
    spend(kWorkOfNode);
    switch (node.kind) {
    case ExprKind::Integer:
        if (as<syntax::Number>(node).isSmall)
            return Value::integer(as<syntax::Number>(node).small);
        return integerLiteral(as<syntax::Number>(node));
    case ExprKind::Float: return Value::real(as<syntax::Number>(node).real);
    case ExprKind::Name: return name(as<syntax::Name>(node), frame);
    case ExprKind::None:
    case ExprKind::True:
    case ExprKind::False:
    case ExprKind::Ellipsis:
    case ExprKind::Imaginary:
    case ExprKind::String:
    case ExprKind::Bytes: return literal(node);
    default: break;
    }
    requireStack();
    switch (node.kind) {
    case ExprKind::Chain: return chain(as<syntax::Chain>(node), frame);
    case ExprKind::Power: return power(as<syntax::Power>(node), frame);
    case ExprKind::Unary: return unaryOperation(as<syntax::Unary>(node), frame);
    case ExprKind::Comparison: return comparison(as<syntax::Comparison>(node), frame);
    case ExprKind::Postfix: return postfix(as<syntax::Postfix>(node), frame);
    case ExprKind::And:
    case ExprKind::Or: return andOr(as<syntax::Sequence>(node), frame);
    case ExprKind::Conditional: {
        const auto& choice = as<syntax::Conditional>(node);
        return evaluate(isTrue(evaluate(*choice.condition, frame)) ? *choice.whenTrue : *choice.whenFalse,
                        frame);
    }
    case ExprKind::Tuple: return tupleValue(items(as<syntax::Sequence>(node), frame));
    case ExprKind::List: return listValue(items(as<syntax::Sequence>(node), frame));
    case ExprKind::Set: return setDisplay(as<syntax::Sequence>(node), frame);
    case ExprKind::Dict: return dictDisplay(as<syntax::Dict>(node), frame);
    case ExprKind::FString: return formattedString(as<syntax::FString>(node), frame);
    case ExprKind::Slice: return slice(as<syntax::Slice>(node), frame);
    case ExprKind::Walrus: return walrus(as<syntax::Walrus>(node), frame);
    case ExprKind::Lambda: return lambda(as<syntax::Lambda>(node), frame);
    case ExprKind::GeneratorExpression: return generator(as<syntax::Comprehension>(node), frame);
    default: return comprehension(as<syntax::Comprehension>(node), frame);
    }
}

Value Interpreter::literal(const Expr& node) {
    switch (node.kind) {
    case ExprKind::None: return Value::none();
    case ExprKind::True: return Value::boolean(true);
    case ExprKind::False: return Value::boolean(false);
    case ExprKind::Ellipsis: return Value::ellipsis();
    case ExprKind::Imaginary: return complexValue({0.0, as<syntax::Number>(node).real});
    case ExprKind::String: return textValue(Kind::Str, as<syntax::Text>(node).value);
    default: return textValue(Kind::Bytes, as<syntax::Text>(node).value);
    }
}

Value Interpreter::integerLiteral(const syntax::Number& node) {
    at(node);
    std::string digits;
    for (const char c : node.text)
        if (c != '_')
            digits += c;
    int base = 10;
    if (digits.size() > 2 && std::isalpha(static_cast<unsigned char>(digits[1])) != 0) {
        base = digits[1] == 'x' || digits[1] == 'X' ? 16 : digits[1] == 'o' || digits[1] == 'O' ? 8 : 2;
        digits.erase(0, 2);
    }
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return intValue(fromDigits(digits, base, budget()));
}

Value Interpreter::name(const syntax::Name& node, Frame& frame) {
    if (node.access == syntax::Access::Local && !frame.slots[node.slot].isAbsent())
        return frame.slots[node.slot];
    at(node);
    if (node.access == syntax::Access::Global) {
        if (const Value* const bound = m_bindings.find(node.id))
            return *bound;
        if (Value known = knownName(node.id); !known.isAbsent())
            return known;
        raise(ErrorType::NameError, {"name '", node.id, "' is not defined"});
    }
    const bool isFree = node.access == syntax::Access::Free;
    if (node.access != syntax::Access::Local) {
        const Value& cell = isFree ? frame.captures[node.slot] : frame.slots[node.slot];
        if (!cell.as<CellObject>().content.isAbsent())
            return cell.as<CellObject>().content;
    }
    if (isFree)
        raise(ErrorType::NameError, {"cannot access free variable '", node.id,
                                     "' where it is not associated with a value in enclosing scope"});
    raise(ErrorType::UnboundLocalError,
          {"cannot access local variable '", node.id, "' where it is not associated with a value"});
}

Value Interpreter::mathFunction(std::string_view name, const Value& argument) {
    static const Value math = libraryName("math");
    for (const Builtin& row : math.module().functions)
        if (row.name == name)
            return call(Value::builtin(row), {&argument, 1});
    raise(ErrorType::NameError, {"name '", name, "' is not defined"});
}

Value Interpreter::unaryOperation(const syntax::Unary& node, Frame& frame) {
    return applyUnary(node, evaluate(*node.operand, frame));
}

Value Interpreter::applyUnary(const syntax::Unary& node, const Value& operand) {
    at(node.start, node.start + 1);
    switch (node.op) {
    case UnaryOperator::Not: return Value::boolean(!isTrue(operand));
    case UnaryOperator::SquareRoot: return mathFunction("sqrt", operand);
    case UnaryOperator::CubeRoot: return mathFunction("cbrt", operand);
    default: return unary(node.op, operand, budget());
    }
}

Value Interpreter::power(const syntax::Power& node, Frame& frame) {
    const Value base = evaluate(*node.base, frame);
    const Value exponent = evaluate(*node.exponent, frame);
    at(node.operatorStart, node.operatorEnd);
    return binary(Operator::Power, base, exponent, budget());
}

Value Interpreter::chain(const syntax::Chain& node, Frame& frame) {
    Value result = evaluate(*node.first, frame);
    for (const syntax::ChainLink& link : node.links) {
        const Value operand = evaluate(*link.operand, frame);
        at(link.operatorStart, link.operatorEnd);
        result = operation(link.op, result, operand, false);
    }
    return result;
}

Value Interpreter::operation(Operator op, const Value& left, const Value& right, bool augmented) {
    if (isViewOperation(op, left, right))
        return viewOperation(*this, op, left, right);
    return binary(op, left, right, budget(), augmented);
}

bool Interpreter::compareLink(const syntax::ComparisonLink& link, const Value& left, const Value& right) {
    at(link.operatorStart, link.operatorEnd);
    switch (link.op) {
    case Comparison::Is: return isOneObject(left, right);
    case Comparison::IsNot: return !isOneObject(left, right);
    case Comparison::In: return contains(*this, right, left);
    case Comparison::NotIn: return !contains(*this, right, left);
    default: return compare(link.op, left, right, budget());
    }
}

Value Interpreter::comparison(const syntax::Comparison& node, Frame& frame) {
    Value left = evaluate(*node.first, frame);
    for (const syntax::ComparisonLink& link : node.links) {
        Value right = evaluate(*link.operand, frame);
        if (!compareLink(link, left, right))
            return Value::boolean(false);
        left = std::move(right);
    }
    return Value::boolean(true);
}

// The first operand that decides, or the last one.
Value Interpreter::andOr(const syntax::Sequence& node, Frame& frame) {
    const bool decisive = node.kind == ExprKind::Or;
    for (const Expr* const item : node.items.first(node.items.size() - 1)) {
        Value value = evaluate(*item, frame);
        if (isTrue(value) == decisive)
            return value;
    }
    return evaluate(*node.items.back(), frame);
}

Value Interpreter::walrus(const syntax::Walrus& node, Frame& frame) {
    Value value = evaluate(*node.value, frame);
    assignName(*node.target, value, frame);
    return value;
}

void Interpreter::assignName(const syntax::Name& target, const Value& value, Frame& frame) {
    at(target);
    switch (target.access) {
    case syntax::Access::Global: return m_bindings.bind(target.id, value);
    case syntax::Access::Local: frame.slots[target.slot] = value; return;
    case syntax::Access::Cell: frame.slots[target.slot].as<CellObject>().content = value; return;
    case syntax::Access::Free: frame.captures[target.slot].as<CellObject>().content = value; return;
    }
}

} // namespace keisan::eval
