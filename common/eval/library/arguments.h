// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/runtime/builtin.h"
#include "common/eval/runtime/operators.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/value.h"

#include <complex>
#include <cstdint>
#include <string>
#include <string_view>

namespace keisan::eval {

// What a builtin makes of an argument before it computes; each throws Python's TypeError, OverflowError or
// ValueError.

// A float argument: "must be real number, not str", "int too large to convert to float".
double requireReal(const Value& value);
// The same for cmath: a complex number as well.
std::complex<double> requireComplex(const Value& value);
// A C ssize_t: "'str' object cannot be interpreted as an integer", "Python int too large to convert to C
// ssize_t".
std::int64_t requireSsize(const Value& value);
// A position in a sequence (index, find, ...): like requireSsize, but what is too large is clamped.
std::int64_t requireClampedIndex(const Value& value);
// A C int: "Python int too large to convert to C int".
int requireInt(const Value& value);
// "join() argument must be str, not int": the text, or TypeError with this wording in front of the type's
// name.
std::string_view requireStr(const Value& value, std::string_view wording);
// "find() argument 1 must be str, not int", and "not None" as CPython's argument parser has it.
std::string_view requireStrArgument(const Value& value, std::string_view which);

// For rows of Arity::Free. "str expected at most 3 arguments, got 4"; "dict() takes no keyword arguments".
void requireCount(const Arguments& arguments, std::string_view name, std::size_t minimum,
                  std::size_t maximum);
void requireNoKeywords(const Arguments& arguments, std::string_view name);
// The keyword arguments of these names, Absent where left out. "max() got an unexpected keyword argument
// 'zz'"; "zip() takes at most 1 keyword argument (2 given)".
void takeKeywords(const Arguments& arguments, std::string_view function,
                  std::span<const std::string_view> names, std::span<Value> values);

// The whole part of a float as an int: "cannot convert float infinity to integer".
Value wholePart(double x);
// An int as int itself: True becomes 1.
Value asPlainInt(const Value& integer);

inline Value complexValue(std::complex<double> number) {
    return complexValue(Complex{number.real(), number.imag()});
}
// A tuple of two values.
Value pairValue(Value first, Value second);

} // namespace keisan::eval
