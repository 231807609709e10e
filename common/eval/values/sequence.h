// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <span>

namespace keisan::eval {

// A tuple or a list; nothing in the language changes either once it is made.
struct SequenceObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Tuple || kind == Kind::List; }
    SequenceObject(Kind objectKind, Values&& values) : Object(objectKind), items(std::move(values)) {}

    const Values items;
};

inline Value tupleValue(Values&& items) {
    return make<SequenceObject>(Kind::Tuple, std::move(items));
}
inline Value listValue(Values&& items) {
    return make<SequenceObject>(Kind::List, std::move(items));
}
inline std::span<const Value> itemsOf(const Value& sequence) {
    return sequence.as<SequenceObject>().items;
}

} // namespace keisan::eval
