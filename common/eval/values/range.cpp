// SPDX-License-Identifier: MIT
#include "common/eval/values/range.h"

#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/values/integer.h"

#include <algorithm>

namespace keisan::eval {

namespace {

// ceil((stop - start) / step), not below 0.
Value countOf(const Value& start, const Value& stop, const Value& step, Budget& budget) {
    const IntegerView first(start);
    const IntegerView past(stop);
    const IntegerView stride(step);
    const bool areSmall = start.isSmallInt() && stop.isSmallInt() && step.isSmallInt();
    if (!areSmall)
        chargeLinear(std::max(mpz_size(first), mpz_size(past)), budget);
    Integer distance;
    mpz_sub(distance, past, first);
    if (!areSmall)
        chargeDivision(mpz_size(distance), mpz_size(stride), budget);
    mpz_cdiv_q(distance, distance, stride);
    if (mpz_sgn(static_cast<mpz_srcptr>(distance)) < 0)
        return Value::integer(0);
    return intValue(std::move(distance));
}

Value asPlainInt(Value&& integer) {
    return integer.is(Kind::Bool) ? Value::integer(integer.smallInt()) : std::move(integer);
}

} // namespace

Value rangeValue(Value start, Value stop, Value step, Budget& budget) {
    Value length = countOf(start, stop, step, budget);
    return make<RangeObject>(asPlainInt(std::move(start)), asPlainInt(std::move(stop)),
                             asPlainInt(std::move(step)), std::move(length));
}

} // namespace keisan::eval
