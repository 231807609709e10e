// SPDX-License-Identifier: MIT
#include "common/eval/values/identity.h"

#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

namespace keisan::eval {

namespace {

constexpr char32_t kCharactersKept = 256;

bool isKeptOnce(const StrObject& text) {
    if (text.kind == Kind::Bytes)
        return text.length() <= 1;
    return text.length() == 0 || (text.length() == 1 && firstCodePoint(text.text()).value < kCharactersKept);
}

} // namespace

bool isOneObject(const Value& left, const Value& right) {
    if (left.isSameAs(right))
        return true;
    if (left.kind() != right.kind())
        return false;
    switch (left.kind()) {
    case Kind::Tuple: return itemsOf(left).empty() && itemsOf(right).empty();
    case Kind::Str:
    case Kind::Bytes: return isKeptOnce(left.as<StrObject>()) && textOf(left) == textOf(right);
    default: return false;
    }
}

} // namespace keisan::eval
