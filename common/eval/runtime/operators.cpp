// SPDX-License-Identifier: MIT
#include "common/eval/runtime/operators.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/runtime/complex_arithmetic.h"
#include "common/eval/runtime/container_operators.h"
#include "common/eval/runtime/float_arithmetic.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/runtime/ordering.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/integer.h"

#include <array>
#include <optional>
#include <string>

namespace keisan::eval {

namespace {

using IntOperation = Value (*)(const Value&, const Value&, Budget&);
using FloatOperation = Value (*)(double, double);
using ComplexOperation = Value (*)(Complex, Complex);
// Strings, sequences, sets, dicts. Absent where the operator has no meaning for the two types.
using ContainerOperation = Value (*)(const Value&, const Value&, Budget&, bool augmented);

// What an operator does for each pair of types; nullptr where nothing. The one place to add an operator.
struct OperatorRow {
    std::string_view symbol;
    std::string_view nameInError; // as a TypeError writes it
    IntOperation ints;
    FloatOperation floats;
    ComplexOperation complexes;
    ContainerOperation containers;
};

Value addFloats(double left, double right) {
    return Value::real(left + right);
}
Value subtractFloats(double left, double right) {
    return Value::real(left - right);
}
Value multiplyFloats(double left, double right) {
    return Value::real(left * right);
}

// In the order of syntax::BinaryOperator.
constexpr std::array<OperatorRow, 13> kOperators{{
    {"+", "+", addInts, addFloats, addComplexes, concatenate},
    {"-", "-", subtractInts, subtractFloats, subtractComplexes, differenceOf},
    {"*", "*", multiplyInts, multiplyFloats, multiplyComplexes, repeat},
    {"/", "/", divideInts, divideFloats, divideComplexes, nullptr},
    {"//", "//", floorDivideInts, floorDivideFloats, nullptr, nullptr},
    {"%", "%", remainderInts, remainderFloats, nullptr, formatText},
    {"@", "@", nullptr, nullptr, nullptr, nullptr},
    {"**", "** or pow()", powerInts, powerFloats, powerComplexes, nullptr},
    {"<<", "<<", shiftLeft, nullptr, nullptr, nullptr},
    {">>", ">>", shiftRight, nullptr, nullptr, nullptr},
    {"&", "&", andInts, nullptr, nullptr, intersectionOf},
    {"^", "^", xorInts, nullptr, nullptr, symmetricDifferenceOf},
    {"|", "|", orInts, nullptr, nullptr, unionOf},
}};

double realOf(const Value& number) {
    return number.is(Kind::Float) ? number.real() : toDouble(number);
}

Complex complexOf(const Value& number) {
    if (number.is(Kind::Complex))
        return number.as<ComplexObject>().number;
    return {realOf(number), 0.0};
}

// Absent where the operator has no meaning for the two numbers.
Value numeric(const OperatorRow& row, const Value& left, const Value& right, Budget& budget) {
    if (left.isInt() && right.isInt())
        return row.ints != nullptr ? row.ints(left, right, budget) : Value();
    if (left.is(Kind::Complex) || right.is(Kind::Complex))
        return row.complexes != nullptr ? row.complexes(complexOf(left), complexOf(right)) : Value();
    return row.floats != nullptr ? row.floats(realOf(left), realOf(right)) : Value();
}

[[noreturn]] void raiseUnsupported(std::string_view name, const Value& left, const Value& right) {
    raise(ErrorType::TypeError, "unsupported operand type(s) for " + std::string(name) + ": '" +
                                    std::string(typeName(left)) + "' and '" + std::string(typeName(right)) +
                                    "'");
}

Value general(const OperatorRow& row, const Value& left, const Value& right, Budget& budget, bool augmented) {
    Value result;
    if (left.isNumber() && right.isNumber())
        result = numeric(row, left, right, budget);
    else if (row.containers != nullptr)
        result = row.containers(left, right, budget, augmented);
    if (result.isAbsent())
        raiseUnsupported(augmented ? std::string(row.symbol) + '=' : std::string(row.nameInError), left,
                         right);
    return result;
}

std::string_view symbolOf(Comparison op) {
    switch (op) {
    case Comparison::Less: return "<";
    case Comparison::LessEqual: return "<=";
    case Comparison::Greater: return ">";
    default: return ">=";
    }
}

} // namespace

Value binary(Operator op, const Value& left, const Value& right, Budget& budget, bool augmented) {
    const OperatorRow& row = kOperators[static_cast<std::size_t>(op)];
    if (left.isSmallInt() && right.isSmallInt() && row.ints != nullptr)
        return row.ints(left, right, budget);
    if (left.is(Kind::Float) && right.is(Kind::Float) && row.floats != nullptr)
        return row.floats(left.real(), right.real());
    return general(row, left, right, budget, augmented);
}

Value unary(UnaryOperator op, const Value& operand, Budget& budget) {
    const auto complex = [&]() -> Complex { return operand.as<ComplexObject>().number; };
    switch (op) {
    case UnaryOperator::Negate:
        if (operand.isInt())
            return negateInt(operand, budget);
        if (operand.is(Kind::Float))
            return Value::real(-operand.real());
        if (operand.is(Kind::Complex))
            return complexValue({-complex().real, -complex().imaginary});
        break;
    case UnaryOperator::Plus:
        if (operand.is(Kind::Bool))
            return Value::integer(operand.smallInt());
        if (operand.isNumber())
            return operand;
        break;
    default:
        if (operand.isInt())
            return invertInt(operand, budget);
        break;
    }
    const char symbol = op == UnaryOperator::Negate ? '-' : op == UnaryOperator::Plus ? '+' : '~';
    raise(ErrorType::TypeError,
          std::string("bad operand type for unary ") + symbol + ": '" + std::string(typeName(operand)) + "'");
}

bool compare(Comparison op, const Value& left, const Value& right, Budget& budget) {
    if (op == Comparison::Equal)
        return equal(left, right, budget);
    if (op == Comparison::NotEqual)
        return !equal(left, right, budget);
    if (const std::optional<bool> result = isOrdered(op, left, right, budget))
        return *result;
    raise(ErrorType::TypeError, "'" + std::string(symbolOf(op)) + "' not supported between instances of '" +
                                    std::string(typeName(left)) + "' and '" + std::string(typeName(right)) +
                                    "'");
}

const Value& requireIndex(const Value& value) {
    if (!value.isInt())
        raise(ErrorType::TypeError,
              "'" + std::string(typeName(value)) + "' object cannot be interpreted as an integer");
    return value;
}

} // namespace keisan::eval
