// SPDX-License-Identifier: MIT
#include "common/eval/library/sum_functions.h"

#include "common/eval/library/arguments.h"
#include "common/eval/library/float_sums.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/iteration.h"

#include <optional>
#include <vector>

namespace keisan::eval {
namespace {

using Doubles = std::vector<double, CountedAllocator<double>>;

Value fsumRow(Context& context, const Arguments& arguments) {
    ExactSum sum;
    forEach(context, arguments[0], [&](const Value& value) {
        context.spend(20);
        sum.add(requireReal(value));
        return true;
    });
    return Value::real(sum.value());
}

Value prodRow(Context& context, const Arguments& arguments) {
    Value product = arguments[1].isAbsent() ? Value::integer(1) : arguments[1];
    forEach(context, arguments[0], [&](const Value& value) {
        product = binary(Operator::Multiply, product, value, context.budget());
        return true;
    });
    return product;
}

// The sum of products so far. As in CPython products are added exactly while all are of ints (in 64 bits),
// then in triple length while all are of floats or of a float and an int; from the first other pair on with *
// and +.
class ProductSum {
public:
    explicit ProductSum(Budget& budget) : m_budget(budget) {}

    void add(const Value& left, const Value& right) {
        if (m_stage == Stage::Ints) {
            if (addInts(left, right))
                return;
            closeInts();
            m_stage = Stage::Floats;
        }
        if (m_stage == Stage::Floats) {
            if (addFloats(left, right))
                return;
            closeFloats();
            m_stage = Stage::Any;
        }
        const Value product = binary(Operator::Multiply, left, right, m_budget);
        m_total = binary(Operator::Add, m_total, product, m_budget);
    }

    Value total() {
        closeInts();
        closeFloats();
        return m_total;
    }

private:
    enum class Stage { Ints, Floats, Any };

    bool addInts(const Value& left, const Value& right) {
        std::int64_t product = 0;
        if (!left.is(Kind::Int) || !right.is(Kind::Int) ||
            __builtin_mul_overflow(left.smallInt(), right.smallInt(), &product))
            return false;
        return !__builtin_add_overflow(m_ints, product, &m_ints);
    }

    bool addFloats(const Value& left, const Value& right) {
        if (!left.is(Kind::Float) && !right.is(Kind::Float))
            return false;
        const auto x = asFloat(left);
        const auto y = asFloat(right);
        if (!x || !y || !m_floats.addProduct(*x, *y))
            return false;
        m_floatsUsed = true;
        return true;
    }

    static std::optional<double> asFloat(const Value& value) {
        if (value.is(Kind::Float))
            return value.real();
        return value.isInt() ? nearestDouble(IntegerView(value)) : std::nullopt;
    }

    void closeInts() {
        if (m_ints != 0)
            m_total = binary(Operator::Add, m_total, Value::integer(m_ints), m_budget);
        m_ints = 0;
    }

    void closeFloats() {
        if (m_floatsUsed)
            m_total = binary(Operator::Add, m_total, Value::real(m_floats.value()), m_budget);
        m_floatsUsed = false;
    }

    Budget& m_budget;
    Stage m_stage = Stage::Ints;
    Value m_total = Value::integer(0);
    std::int64_t m_ints = 0;
    TripleLengthSum m_floats;
    bool m_floatsUsed = false;
};

Value sumprodRow(Context& context, const Arguments& arguments) {
    const Value left = iterate(context, arguments[0]);
    const Value right = iterate(context, arguments[1]);
    ProductSum sum(context.budget());
    for (;;) {
        const Value x = nextOf(context, left);
        const Value y = nextOf(context, right);
        if (x.isAbsent() != y.isAbsent())
            raise(ErrorType::ValueError, "Inputs are not the same length");
        if (x.isAbsent())
            return sum.total();
        sum.add(x, y);
    }
}

Value hypotRow(Context& context, const Arguments& arguments) {
    context.spend(10 * arguments.size());
    Doubles coordinates;
    coordinates.reserve(arguments.size());
    for (const Value& value : arguments.values)
        coordinates.push_back(requireReal(value));
    return Value::real(euclideanNorm(coordinates));
}

Value distRow(Context& context, const Arguments& arguments) {
    const Values from = collect(context, arguments[0]);
    const Values to = collect(context, arguments[1]);
    if (from.size() != to.size())
        raise(ErrorType::ValueError, "both points must have the same number of dimensions");
    context.spend(10 * from.size());
    Doubles differences;
    differences.reserve(from.size());
    for (std::size_t i = 0; i < from.size(); ++i) {
        const double x = requireReal(from[i]);
        differences.push_back(x - requireReal(to[i]));
    }
    return Value::real(euclideanNorm(differences));
}

constexpr ArityRule kTwo{Arity::Counted, 2, 2};

constexpr Builtin kRows[] = {
    {"dist", "math", "dist(p, q, /)", kTwo, distRow, "The distance between two points."},
    {"fsum",
     "math",
     "fsum(seq, /)",
     {Arity::One},
     fsumRow,
     "The exact sum of the numbers, rounded once to a float."},
    {"hypot",
     "math",
     "hypot(*coordinates)",
     {Arity::Counted, 0, ArityRule::kAny},
     hypotRow,
     "The length of a vector: sqrt(x*x + y*y + ...)."},
    {"prod",
     "math",
     "prod(iterable, /, *, start=1)",
     {Arity::Named, 1, 1},
     prodRow,
     "The product of the numbers."},
    {"sumprod", "math", "sumprod(p, q, /)", kTwo, sumprodRow, "The sum of the products of the pairs."},
};

} // namespace

std::span<const Builtin> sumFunctions() {
    return kRows;
}

} // namespace keisan::eval
