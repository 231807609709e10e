// SPDX-License-Identifier: MIT
// map, zip, filter, enumerate and reversed: lazy, each step pulls what it needs from the iterators below.
#include "common/eval/library/arguments.h"
#include "common/eval/library/types.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/sequence.h"

#include <algorithm>

namespace keisan::eval {
namespace {

Values iteratorsOf(Context& context, std::span<const Value> iterables) {
    Values iterators;
    iterators.reserve(iterables.size());
    for (const Value& iterable : iterables)
        iterators.push_back(iterate(context, iterable));
    return iterators;
}

// Of several iterators that advance together.
LengthHint shortest(const Values& iterators, HintAllowance& allowance) {
    LengthHint hint;
    for (const Value& iterator : iterators) {
        const LengthHint one = lengthHint(iterator, allowance);
        if (!one.isKnown())
            return {};
        const bool isFirst = !hint.isKnown();
        hint = {isFirst ? one.count : std::min(hint.count, one.count),
                one.isCertain && (isFirst || hint.isCertain)};
    }
    return hint;
}

class MapIterator final : public IteratorObject {
public:
    MapIterator(Value function, Values&& iterators)
        : m_function(std::move(function))
        , m_iterators(std::move(iterators)) {}

    Value next(Context& context) override {
        Values arguments;
        arguments.reserve(m_iterators.size());
        for (const Value& iterator : m_iterators) {
            Value value = nextOf(context, iterator);
            if (value.isAbsent())
                return {};
            arguments.push_back(std::move(value));
        }
        return context.call(m_function, arguments);
    }
    LengthHint lengthHint(HintAllowance& allowance) const override {
        return {shortest(m_iterators, allowance).count, false};
    }
    std::string_view typeName() const override { return "map"; }

private:
    const Value m_function;
    const Values m_iterators;
};

Value makeMap(Context& context, const Arguments& arguments) {
    requireNoKeywords(arguments, "map");
    if (arguments.size() < 2)
        raise(ErrorType::TypeError, "map() must have at least two arguments.");
    return Value::adopt(new MapIterator(arguments[0], iteratorsOf(context, arguments.values.subspan(1))));
}

class FilterIterator final : public IteratorObject {
public:
    FilterIterator(Value test, Value iterator) : m_test(std::move(test)), m_iterator(std::move(iterator)) {}

    Value next(Context& context) override {
        for (;;) {
            Value value = nextOf(context, m_iterator);
            if (value.isAbsent() || passes(context, value))
                return value;
        }
    }
    std::string_view typeName() const override { return "filter"; }

private:
    bool passes(Context& context, const Value& value) const {
        return isTrue(m_test.isNone() ? value : context.call(m_test, std::span(&value, 1)));
    }

    const Value m_test;
    const Value m_iterator;
};

Value makeFilter(Context& context, const Arguments& arguments) {
    return Value::adopt(new FilterIterator(arguments[0], iterate(context, arguments[1])));
}

class ZipIterator final : public IteratorObject {
public:
    ZipIterator(Values&& iterators, bool isStrict)
        : m_iterators(std::move(iterators))
        , m_isStrict(isStrict) {}

    Value next(Context& context) override {
        if (m_iterators.empty())
            return {};
        Values items;
        items.reserve(m_iterators.size());
        for (const Value& iterator : m_iterators) {
            Value value = nextOf(context, iterator);
            if (value.isAbsent()) {
                if (m_isStrict)
                    requireAllEnded(context, items.size());
                return {};
            }
            items.push_back(std::move(value));
        }
        return tupleValue(std::move(items));
    }
    LengthHint lengthHint(HintAllowance& allowance) const override {
        const LengthHint hint = shortest(m_iterators, allowance);
        return {hint.count, hint.isCertain && !m_isStrict};
    }
    std::string_view typeName() const override { return "zip"; }

private:
    // Iterator number `ended` came to its end first: those before it gave a value, those behind it must not.
    void requireAllEnded(Context& context, std::size_t ended) const {
        if (ended > 0)
            raiseUneven(ended, "shorter");
        for (std::size_t i = 1; i < m_iterators.size(); ++i) {
            if (!nextOf(context, m_iterators[i]).isAbsent())
                raiseUneven(i, "longer");
        }
    }

    [[noreturn]] static void raiseUneven(std::size_t index, std::string_view how) {
        const std::string others = index == 1 ? " 1" : "s 1-" + std::to_string(index);
        raise(ErrorType::ValueError, "zip() argument " + std::to_string(index + 1) + " is " +
                                         std::string(how) + " than argument" + others);
    }

    const Values m_iterators;
    const bool m_isStrict;
};

Value makeZip(Context& context, const Arguments& arguments) {
    constexpr std::string_view kNames[] = {"strict"};
    Value strict[1];
    takeKeywords(arguments, "zip", kNames, strict);
    const bool isStrict = !strict[0].isAbsent() && isTrue(strict[0]);
    return Value::adopt(new ZipIterator(iteratorsOf(context, arguments.values), isStrict));
}

class EnumerateIterator final : public IteratorObject {
public:
    EnumerateIterator(Value iterator, Value start)
        : m_iterator(std::move(iterator))
        , m_number(std::move(start)) {}

    Value next(Context& context) override {
        Value value = nextOf(context, m_iterator);
        if (value.isAbsent())
            return {};
        Value pair = pairValue(m_number, std::move(value));
        m_number = binary(Operator::Add, m_number, Value::integer(1), context.budget());
        return pair;
    }
    LengthHint lengthHint(HintAllowance& allowance) const override {
        return eval::lengthHint(m_iterator, allowance);
    }
    std::string_view typeName() const override { return "enumerate"; }

private:
    const Value m_iterator;
    Value m_number;
};

[[noreturn]] void raiseInvalidKeyword(std::string_view name) {
    raise(ErrorType::TypeError, "'" + std::string(name) + "' is an invalid keyword argument for enumerate()");
}

Value makeEnumerate(Context& context, const Arguments& arguments) {
    const std::size_t given = arguments.size() + arguments.keywords.size();
    if (given > 2 && (arguments.size() > 0))
        raise(ErrorType::TypeError,
              "enumerate() takes at most 2 arguments (" + std::to_string(given) + " given)");
    Value iterable = arguments.size() > 0 ? arguments[0] : Value();
    Value start = arguments.size() > 1 ? arguments[1] : Value();
    if (given == 0 || given > 2)
        raise(ErrorType::TypeError, "enumerate() missing required argument 'iterable'");
    for (const Keyword& keyword : arguments.keywords) {
        Value& slot = keyword.name == "iterable" ? iterable : start;
        if ((keyword.name != "iterable" && keyword.name != "start") || !slot.isAbsent())
            raiseInvalidKeyword(keyword.name);
        slot = keyword.value;
    }
    if (iterable.isAbsent())
        raiseInvalidKeyword(arguments.keywords.front().name);
    if (start.isAbsent())
        start = Value::integer(0);
    start = asPlainInt(requireIndex(start));
    return Value::adopt(new EnumerateIterator(iterate(context, iterable), std::move(start)));
}

Value makeReversed(Context& context, const Arguments& arguments) {
    return iterateReversed(context, arguments[0]);
}

constexpr Builtin kMakeMap{"map", "",      "map(function, iterable, /, *iterables)",
                           {},    makeMap, "The function's results for each element."};
constexpr Builtin kMakeFilter{"filter",
                              "",
                              "filter(function, iterable, /)",
                              {Arity::Counted, 2, 2},
                              makeFilter,
                              "The elements for which the function is true."};
constexpr Builtin kMakeZip{"zip", "",      "zip(*iterables, strict=False)",
                           {},    makeZip, "Tuples of the first, second... elements."};
constexpr Builtin kMakeEnumerate{
    "enumerate", "", "enumerate(iterable, start=0)", {}, makeEnumerate, "Pairs of a count and an element."};
constexpr Builtin kMakeReversed{"reversed",
                                "",
                                "reversed(sequence, /)",
                                {Arity::Counted, 1, 1},
                                makeReversed,
                                "The elements from last to first."};

} // namespace

const TypeRow kMapType{"map", &kMakeMap, {}, {}, {}};
const TypeRow kZipType{"zip", &kMakeZip, {}, {}, {}};
const TypeRow kFilterType{"filter", &kMakeFilter, {}, {}, {}};
const TypeRow kEnumerateType{"enumerate", &kMakeEnumerate, {}, {}, {}};
const TypeRow kReversedType{"reversed", &kMakeReversed, {}, {}, {}};

} // namespace keisan::eval
