// SPDX-License-Identifier: MIT
#include "common/eval/values/range.h"

#include "common/eval/values/integer.h"

namespace keisan::eval {

namespace {

// ceil((stop - start) / step), not below 0.
Value countOf(const Value& start, const Value& stop, const Value& step) {
    Integer distance;
    mpz_sub(distance, IntegerView(stop), IntegerView(start));
    mpz_cdiv_q(distance, distance, IntegerView(step));
    if (mpz_sgn(static_cast<mpz_srcptr>(distance)) < 0)
        return Value::integer(0);
    return intValue(std::move(distance));
}

Value asPlainInt(Value&& integer) {
    return integer.is(Kind::Bool) ? Value::integer(integer.smallInt()) : std::move(integer);
}

} // namespace

Value rangeValue(Value start, Value stop, Value step) {
    Value length = countOf(start, stop, step);
    return make<RangeObject>(asPlainInt(std::move(start)), asPlainInt(std::move(stop)),
                             asPlainInt(std::move(step)), std::move(length));
}

} // namespace keisan::eval
