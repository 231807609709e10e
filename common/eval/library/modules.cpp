// SPDX-License-Identifier: MIT
#include "common/eval/library/modules.h"

#include "common/eval/library/cmath_functions.h"
#include "common/eval/library/integer_functions.h"
#include "common/eval/library/real_functions.h"
#include "common/eval/library/sum_functions.h"
#include "common/eval/values/complex.h"

#include <limits>
#include <numbers>
#include <vector>

namespace keisan::eval {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Each module has one nan, which containers find by its identity.
constexpr std::uint32_t kNanOfMath = 1;
constexpr std::uint32_t kNanOfCmath = 2;

Value pi(Context&, const Value&) {
    return Value::real(std::numbers::pi);
}
Value e(Context&, const Value&) {
    return Value::real(std::numbers::e);
}
Value tau(Context&, const Value&) {
    return Value::real(2.0 * std::numbers::pi);
}
Value infinity(Context&, const Value&) {
    return Value::real(kInfinity);
}
template <std::uint32_t Identity>
Value nan(Context&, const Value&) {
    return Value::nan(Identity);
}
Value infinityJ(Context&, const Value&) {
    return complexValue(Complex{0.0, kInfinity});
}
Value nanJ(Context&, const Value&) {
    return complexValue(Complex{0.0, kNan});
}

constexpr AttributeRow kMathConstants[] = {
    {"pi", pi, "The ratio of a circle's circumference to its diameter: 3.14159..."},
    {"e", e, "The base of the natural logarithm: 2.71828..."},
    {"tau", tau, "2 pi: 6.28318..."},
    {"inf", infinity, "Infinity, a float."},
    {"nan", nan<kNanOfMath>, "Not a number, a float."},
};
constexpr AttributeRow kCmathConstants[] = {
    {"pi", pi, "The ratio of a circle's circumference to its diameter: 3.14159..."},
    {"e", e, "The base of the natural logarithm: 2.71828..."},
    {"tau", tau, "2 pi: 6.28318..."},
    {"inf", infinity, "Infinity, a float."},
    {"nan", nan<kNanOfCmath>, "Not a number, a float."},
    {"infj", infinityJ, "A complex number with an infinite imaginary part."},
    {"nanj", nanJ, "A complex number whose imaginary part is a nan."},
};

std::vector<Builtin> allMathFunctions() {
    std::vector<Builtin> all;
    for (const auto rows : {realFunctions(), integerFunctions(), sumFunctions()})
        all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

const std::vector<Builtin> kMathFunctions = allMathFunctions();

const NamedNumber kNumbers[] = {
    {"pi", Value::real(std::numbers::pi)},
    {"e", Value::real(std::numbers::e)},
    {"tau", Value::real(2.0 * std::numbers::pi)},
    {"inf", Value::real(kInfinity)},
    {"nan", Value::nan(kNanOfMath)},
};

} // namespace

std::span<const NamedNumber> mathConstants() {
    return kNumbers;
}

const ModuleRow kMathModule{"math", kMathFunctions, kMathConstants};
const ModuleRow kCmathModule{"cmath", cmathFunctions(), kCmathConstants};

} // namespace keisan::eval
