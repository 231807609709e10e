// SPDX-License-Identifier: MIT
#include "common/eval/library/arguments.h"

#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

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
    if (!number)
        raise(ErrorType::OverflowError, "Python int too large to convert to C int");
    if (*number > std::numeric_limits<int>::max())
        raise(ErrorType::OverflowError, "signed integer is greater than maximum");
    if (*number < std::numeric_limits<int>::min())
        raise(ErrorType::OverflowError, "signed integer is less than minimum");
    return static_cast<int>(*number);
}

std::string_view requireStr(const Value& value, std::string_view wording) {
    if (!value.is(Kind::Str))
        raise(ErrorType::TypeError, std::string(wording) + std::string(typeName(value)));
    return textOf(value);
}

Value pairValue(Value first, Value second) {
    Values items;
    items.reserve(2);
    items.push_back(std::move(first));
    items.push_back(std::move(second));
    return tupleValue(std::move(items));
}

} // namespace keisan::eval
