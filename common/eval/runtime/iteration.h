// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/context.h"
#include "common/eval/values/value.h"

#include <memory>
#include <string_view>

namespace keisan::eval {

// Something that hands out values one by one: what iter() gives, what map() and a generator expression are.
// Iterators live within one evaluation; a session cannot keep one.
class IteratorObject : public Object {
public:
    static constexpr bool holds(Kind kind) { return kind == Kind::Iterator; }

    virtual ~IteratorObject() = default;
    IteratorObject(const IteratorObject&) = delete;
    IteratorObject& operator=(const IteratorObject&) = delete;

    // The next value; Absent at the end, and at every call after it. Charges its work.
    virtual Value next(Context& context) = 0;
    // "map", "generator": prints as <map object>, <generator object <genexpr>>.
    virtual std::string_view typeName() const = 0;

protected:
    IteratorObject() : Object(Kind::Iterator) {}
};

// iter(value). TypeError "'int' object is not iterable".
Value iterate(Context& context, const Value& iterable);
bool isIterable(const Value& value);

inline Value nextOf(Context& context, const Value& iterator) {
    return iterator.as<IteratorObject>().next(context);
}

// Calls visit(const Value&) for every value of an iterable; visit returns false to stop early.
template <class Visit>
void forEach(Context& context, const Value& iterable, Visit visit) {
    const Value iterator = iterate(context, iterable);
    for (;;) {
        const Value value = nextOf(context, iterator);
        if (value.isAbsent() || !visit(value))
            return;
    }
}

// list(iterable), bounded by the limits.
Values collect(Context& context, const Value& iterable);

} // namespace keisan::eval
