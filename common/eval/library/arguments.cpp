// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"

#include "common/eval/runtime/suggestions.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace keisan::eval {

double requireReal(const Value& value) {
    if (value.is(Kind::Float))
        return value.real();
    if (value.isInt())
        return toDouble(value);
    raise(ErrorType::TypeError, "must be real number, not " + std::string(typeName(value)));
}

std::complex<double> requireComplex(const Value& value) {
    if (!value.is(Kind::Complex))
        return {requireReal(value), 0.0};
    const Complex& number = value.as<ComplexObject>().number;
    return {number.real, number.imaginary};
}

std::int64_t requireSsize(const Value& value) {
    const auto number = toInt64(requireIndex(value));
    if (!number)
        raise(ErrorType::OverflowError, "Python int too large to convert to C ssize_t");
    return *number;
}

std::int64_t requireClampedIndex(const Value& value) {
    if (!value.isInt())
        raise(ErrorType::TypeError, "slice indices must be integers or None or have an __index__ method");
    const auto number = toInt64(value);
    if (number)
        return *number;
    return signOf(value) < 0 ? std::numeric_limits<std::int64_t>::min()
                             : std::numeric_limits<std::int64_t>::max();
}

int requireInt(const Value& value) {
    const auto number = toInt64(requireIndex(value));
    if (!number || *number > std::numeric_limits<int>::max() || *number < std::numeric_limits<int>::min())
        raise(ErrorType::OverflowError, "Python int too large to convert to C int");
    return static_cast<int>(*number);
}

std::string_view requireStr(const Value& value, std::string_view wording) {
    if (!value.is(Kind::Str))
        raise(ErrorType::TypeError, std::string(wording) + std::string(typeName(value)));
    return textOf(value);
}

std::string_view requireStrArgument(const Value& value, std::string_view which) {
    if (value.isNone())
        raise(ErrorType::TypeError, std::string(which) + " must be str, not None");
    return requireStr(value, std::string(which) + " must be str, not ");
}

void requireCount(const Arguments& arguments, std::string_view name, std::size_t minimum,
                  std::size_t maximum) {
    const std::size_t given = arguments.size();
    if (given >= minimum && given <= maximum)
        return;
    const std::size_t bound = given < minimum ? minimum : maximum;
    const char* const relation = minimum == maximum ? "" : (given < minimum ? "at least " : "at most ");
    raise(ErrorType::TypeError, std::string(name) + " expected " + relation + std::to_string(bound) +
                                    (bound == 1 ? " argument, got " : " arguments, got ") +
                                    std::to_string(given));
}

void requireNoKeywords(const Arguments& arguments, std::string_view name) {
    if (!arguments.keywords.empty())
        raise(ErrorType::TypeError, std::string(name) + "() takes no keyword arguments");
}

void takeKeywords(const Arguments& arguments, std::string_view function,
                  std::span<const std::string_view> names, std::span<Value> values) {
    const std::size_t given = arguments.keywords.size();
    if (given > names.size())
        raise(ErrorType::TypeError, std::string(function) + "() takes at most " +
                                        std::to_string(names.size()) + " keyword argument" +
                                        (names.size() == 1 ? " (" : "s (") + std::to_string(given) +
                                        " given)");
    for (const Keyword& keyword : arguments.keywords) {
        const auto found = std::find(names.begin(), names.end(), keyword.name);
        if (found == names.end())
            raise(ErrorType::TypeError, std::string(function) + "() got an unexpected keyword argument '" +
                                            std::string(keyword.name) + "'" +
                                            suggestionFor(keyword.name, names));
        values[static_cast<std::size_t>(found - names.begin())] = keyword.value;
    }
}

Value wholePart(double x) {
    if (std::isnan(x))
        raise(ErrorType::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(x))
        raise(ErrorType::OverflowError, "cannot convert float infinity to integer");
    return truncated(x);
}

Value asPlainInt(const Value& integer) {
    return integer.isSmallInt() ? Value::integer(integer.smallInt()) : integer;
}

Value pairValue(Value first, Value second) {
    Values items;
    items.reserve(2);
    items.push_back(std::move(first));
    items.push_back(std::move(second));
    return tupleValue(std::move(items));
}

} // namespace keisan::eval
