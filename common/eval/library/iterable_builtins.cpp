// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"
#include "common/eval/library/builtin_tables.h"
#include "common/eval/library/float_sums.h"
#include "common/eval/library/sorting.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

namespace keisan::eval {
namespace {

template <bool Wanted>
Value anyIs(Context& context, const Arguments& arguments) {
    bool found = false;
    forEach(context, arguments[0], [&](const Value& value) {
        found = isTrue(value) == Wanted;
        return !found;
    });
    return Value::boolean(Wanted ? found : !found);
}

Value lenRow(Context&, const Arguments& arguments) {
    const Value& value = arguments[0];
    const auto count = [](std::size_t size) { return Value::integer(static_cast<std::int64_t>(size)); };
    switch (value.kind()) {
    case Kind::Str:
    case Kind::Bytes: return count(value.as<StrObject>().length());
    case Kind::List:
    case Kind::Tuple: return count(itemsOf(value).size());
    case Kind::Dict: return count(value.as<DictObject>().table.size());
    case Kind::DictView: return count(value.as<DictViewObject>().dict.as<DictObject>().table.size());
    case Kind::Set:
    case Kind::FrozenSet: return count(value.as<SetObject>().table.size());
    case Kind::Range: return Value::integer(requireSsize(value.as<RangeObject>().length));
    default: break;
    }
    raise(ErrorType::TypeError, "object of type '" + std::string(typeName(value)) + "' has no len()");
}

// ---- max, min

struct Selection {
    Value key;      // None or Absent: the values themselves
    Value fallback; // Absent: an empty iterable is an error
};

Selection selectionOf(const Arguments& arguments, const std::string& name) {
    constexpr std::string_view kNames[] = {"key", "default"};
    Value given[2];
    takeKeywords(arguments, name, kNames, given);
    return {given[0], given[1]};
}

// The first value whose key no other one surpasses.
template <Comparison Surpasses>
Value bestOf(Context& context, const Value& iterable, const Selection& selection) {
    const bool hasKey = !selection.key.isAbsent() && !selection.key.isNone();
    Value best;
    Value bestKey;
    forEach(context, iterable, [&](const Value& value) {
        const Value key = hasKey ? context.call(selection.key, std::span(&value, 1)) : value;
        if (best.isAbsent() || compare(Surpasses, key, bestKey, context.budget())) {
            best = value;
            bestKey = key;
        }
        return true;
    });
    return best;
}

template <Comparison Surpasses>
Value extreme(Context& context, const Arguments& arguments) {
    const std::string name = Surpasses == Comparison::Greater ? "max" : "min";
    requireCount(arguments, name, 1, SIZE_MAX);
    const Selection selection = selectionOf(arguments, name);
    if (arguments.size() > 1) {
        if (!selection.fallback.isAbsent())
            raise(ErrorType::TypeError,
                  "Cannot specify a default for " + name + "() with multiple positional arguments");
        return bestOf<Surpasses>(
            context, tupleValue(Values(arguments.values.begin(), arguments.values.end())), selection);
    }
    Value best = bestOf<Surpasses>(context, arguments[0], selection);
    if (best.isAbsent())
        best = selection.fallback;
    if (best.isAbsent())
        raise(ErrorType::ValueError, name + "() iterable argument is empty");
    return best;
}

// ---- sorted

Value sortedRow(Context& context, const Arguments& arguments) {
    requireCount(arguments, "sorted", 1, 1);
    Values items = collect(context, arguments[0]);
    constexpr std::string_view kNames[] = {"key", "reverse"};
    Value given[2];
    takeKeywords(arguments, "sort", kNames, given);
    const Value& key = given[0];
    const bool isReverse = !given[1].isAbsent() && isTrue(given[1]);
    Values none;
    if (key.isAbsent() || key.isNone()) {
        sortValues(context, items, none, isReverse);
        return listValue(std::move(items));
    }
    Values keys;
    keys.reserve(items.size());
    for (const Value& item : items)
        keys.push_back(context.call(key, std::span(&item, 1)));
    sortValues(context, keys, items, isReverse);
    return listValue(std::move(items));
}

// ---- sum

// As in CPython: ints in 64 bits at first; floats compensated; from the first value that is neither, or an
// int that does not fit, plain additions.
class RunningSum {
public:
    RunningSum(Budget& budget, Value start) : m_budget(budget), m_total(std::move(start)) {
        m_stage = m_total.is(Kind::Int) ? Stage::Ints : stageOfTotal();
    }

    void add(const Value& value) {
        if (m_stage == Stage::Ints && addInt(value))
            return;
        if (m_stage == Stage::Floats && addFloat(value))
            return;
        const bool mayBecomeFloat = m_stage == Stage::Ints;
        if (m_stage == Stage::Floats)
            m_total = Value::real(m_floats.value());
        m_total = binary(Operator::Add, m_total, value, m_budget);
        m_stage = mayBecomeFloat ? stageOfTotal() : Stage::Any;
    }

    Value total() const { return m_stage == Stage::Floats ? Value::real(m_floats.value()) : m_total; }

private:
    enum class Stage { Ints, Floats, Any };

    Stage stageOfTotal() {
        if (!m_total.is(Kind::Float))
            return Stage::Any;
        m_floats = CompensatedSum(m_total.real());
        return Stage::Floats;
    }

    bool addInt(const Value& value) {
        std::int64_t sum = 0;
        if (!value.isSmallInt() || __builtin_add_overflow(m_total.smallInt(), value.smallInt(), &sum))
            return false;
        m_total = Value::integer(sum);
        return true;
    }

    bool addFloat(const Value& value) {
        if (value.is(Kind::Float))
            m_floats.add(value.real());
        else if (value.isSmallInt())
            m_floats.addPlainly(static_cast<double>(value.smallInt()));
        else
            return false;
        return true;
    }

    Budget& m_budget;
    Value m_total;
    CompensatedSum m_floats;
    Stage m_stage = Stage::Any;
};

Value sumRow(Context& context, const Arguments& arguments) {
    const Value iterator = iterate(context, arguments[0]);
    const Value& start = arguments[1];
    if (start.is(Kind::Str))
        raise(ErrorType::TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (start.is(Kind::Bytes))
        raise(ErrorType::TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    RunningSum sum(context.budget(), start.isAbsent() ? Value::integer(0) : start);
    for (Value value = nextOf(context, iterator); !value.isAbsent(); value = nextOf(context, iterator))
        sum.add(value);
    return sum.total();
}

constexpr ArityRule kOne{Arity::One};

constexpr Builtin kRows[] = {
    {"all", "", "all(iterable, /)", kOne, anyIs<false>, "Whether every element is true."},
    {"any", "", "any(iterable, /)", kOne, anyIs<true>, "Whether some element is true."},
    {"len", "", "len(obj, /)", kOne, lenRow, "The number of elements."},
    {"max",
     "",
     "max(iterable, *, default, key=None) or max(a, b, *more, key=None)",
     {},
     extreme<Comparison::Greater>,
     "The largest element or argument."},
    {"min",
     "",
     "min(iterable, *, default, key=None) or min(a, b, *more, key=None)",
     {},
     extreme<Comparison::Less>,
     "The smallest element or argument."},
    {"sorted",
     "",
     "sorted(iterable, /, *, key=None, reverse=False)",
     {},
     sortedRow,
     "A sorted list of the elements."},
    {"sum", "", "sum(iterable, /, start=0)", {Arity::Named, 1, 2}, sumRow, "The sum of the elements."},
};

} // namespace

std::span<const Builtin> iterableBuiltins() {
    return kRows;
}

} // namespace keisan::eval
