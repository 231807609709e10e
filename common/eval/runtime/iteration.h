// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/error.h"
#include "common/eval/runtime/context.h"
#include "common/eval/stack_guard.h"
#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

// How many values are still to come, where that can be said without asking for any.
struct LengthHint {
    double count = -1;      // below 0: nobody knows
    bool isCertain = false; // no error and no condition can cut it short

    bool isKnown() const { return count >= 0; }
};

// How many more iterators may be asked for one hint. Iterators stand on others, also twice on the same one,
// so that asking them all could take for ever; past the allowance nobody knows.
class HintAllowance {
public:
    bool take() { return m_left-- > 0; }

private:
    int m_left = 100;
};

// Something that hands out values one by one: what iter() gives, what map() and a generator expression are.
// Iterators live within one evaluation; a session cannot keep one. To make one: derive, then
// Value::adopt(new MyIterator(...)).
class IteratorObject : public Object {
public:
    static constexpr bool holds(Kind kind) { return kind == Kind::Iterator; }

    virtual ~IteratorObject() = default;
    IteratorObject(const IteratorObject&) = delete;
    IteratorObject& operator=(const IteratorObject&) = delete;

    // The next value; Absent at the end, and at every call after it.
    virtual Value next(Context& context) = 0;
    virtual LengthHint lengthHint(HintAllowance&) const { return {}; }
    // "map", "generator".
    virtual std::string_view typeName() const = 0;
    // What it prints as, without the angle brackets: "map object".
    virtual std::string description() const { return std::string(typeName()) + " object"; }

protected:
    IteratorObject() : Object(Kind::Iterator) {}
};

// iter(value). TypeError "'int' object is not iterable".
Value iterate(Context& context, const Value& iterable);
bool isIterable(const Value& value);
// reversed(value). TypeError "'set' object is not reversible".
Value iterateReversed(Context& context, const Value& sequence);

LengthHint lengthHint(const Value& iterable);
LengthHint lengthHint(const Value& iterable, HintAllowance& allowance);

// What one step of an iteration costs.
inline constexpr std::uint64_t kWorkOfStep = 15;

// The time in which an iterator is asked for a value.
class IteratorLevel {
public:
    explicit IteratorLevel(Context& context) : m_context(context) { context.enterIterator(); }
    ~IteratorLevel() { m_context.leaveIterator(); }
    IteratorLevel(const IteratorLevel&) = delete;
    IteratorLevel& operator=(const IteratorLevel&) = delete;

private:
    Context& m_context;
};

// The next value of an iterator; Absent at the end.
inline Value nextOf(Context& context, const Value& iterator) {
    context.spend(kWorkOfStep);
    if (stackIsShort())
        raise(ErrorType::RecursionError, "maximum recursion depth exceeded");
    const IteratorLevel level(context);
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

// Refuses a list that is going to be too large: at once where its length is certain, and after a while where
// an error may still end it.
class RoomForItems {
public:
    RoomForItems(Context& context, const LengthHint& hint, std::size_t present, std::size_t bytesPerItem);

    // Call it with the number of items that there are, before the next one.
    void look(std::size_t present) const {
        if (present == m_lookAt)
            require();
    }

private:
    void require() const;

    Context& m_context;
    double m_bytes;
    std::size_t m_lookAt;
};

// Appends to values that become one list or tuple: Limits::valueBytes is looked at.
void pushBounded(Context& context, Values& values, Value value);
void appendAll(Context& context, Values& values, const Value& iterable);
// list(iterable).
Values collect(Context& context, const Value& iterable);

} // namespace keisan::eval
