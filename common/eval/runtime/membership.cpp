// SPDX-License-Identifier: MIT
#include "common/eval/runtime/membership.h"

#include "common/eval/error.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/keys.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

namespace keisan::eval {

namespace {

bool isPart(Context& context, std::string_view needle, std::string_view haystack) {
    context.spend(haystack.size() + needle.size());
    // memmem() is linear whatever is looked for; string_view::find() takes the product of the sizes at worst.
    return memmem(haystack.data(), haystack.size(), needle.data(), needle.size()) != nullptr;
}

bool textContains(Context& context, const Value& text, const Value& item) {
    if (!item.is(Kind::Str))
        raise(ErrorType::TypeError,
              "'in <string>' requires string as left operand, not " + std::string(typeName(item)));
    return isPart(context, textOf(item), textOf(text));
}

bool bytesContain(Context& context, const Value& bytes, const Value& item) {
    if (item.is(Kind::Bytes))
        return isPart(context, textOf(item), textOf(bytes));
    if (!item.isInt())
        raise(ErrorType::TypeError,
              "a bytes-like object is required, not '" + std::string(typeName(item)) + "'");
    if (!item.isSmallInt() || item.smallInt() < 0 || item.smallInt() > 255)
        raise(ErrorType::ValueError, "byte must be in range(0, 256)");
    const char byte = static_cast<char>(item.smallInt());
    return isPart(context, {&byte, 1}, textOf(bytes));
}

bool rangeContainsInt(const RangeObject& range, const Value& number, Budget& budget) {
    if (signOf(range.length) == 0)
        return false;
    const IntegerView wanted(number);
    const IntegerView start(range.start);
    const IntegerView step(range.step);
    const bool areSmall = number.isSmallInt() && range.start.isSmallInt() && range.step.isSmallInt();
    if (!areSmall)
        chargeLinear(std::max(mpz_size(wanted), mpz_size(start)), budget);
    Integer steps;
    mpz_sub(steps, wanted, start);
    if (!areSmall)
        chargeDivision(mpz_size(steps), mpz_size(step), budget);
    if (mpz_divisible_p(steps, step) == 0)
        return false;
    if (!areSmall)
        chargeDivision(mpz_size(steps), mpz_size(step), budget);
    mpz_divexact(steps, steps, step);
    return mpz_sgn(static_cast<mpz_srcptr>(steps)) >= 0 && mpz_cmp(steps, IntegerView(range.length)) < 0;
}

} // namespace

bool contains(Context& context, const Value& container, const Value& item) {
    if (container.is(Kind::Str))
        return textContains(context, container, item);
    if (container.is(Kind::Bytes))
        return bytesContain(context, container, item);
    if (container.is(Kind::Range) && item.isInt())
        return rangeContainsInt(container.as<RangeObject>(), item, context.budget());
    if (container.is(Kind::Dict))
        return container.as<DictObject>().table.find(item, context.budget()) != nullptr;
    if (isSetLike(container)) {
        // A set is unhashable, but a frozenset of the same members may be a key.
        const bool isSetInSet = item.is(Kind::Set) && SetObject::holds(container.kind());
        return holdsKey(container,
                        isSetInSet ? frozenSetValue(item.as<SetObject>().table.copied(context.budget()))
                                   : item,
                        context.budget());
    }
    if (!isIterable(container))
        raise(ErrorType::TypeError,
              "argument of type '" + std::string(typeName(container)) + "' is not iterable");
    bool found = false;
    forEach(context, container, [&](const Value& value) {
        found = sameOrEqual(value, item, context.budget());
        return !found;
    });
    return found;
}

} // namespace keisan::eval
