// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/memory.h"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace keisan::eval {

struct Builtin;      // runtime/builtin.h: one row of a table of functions
struct TypeRow;      // runtime/builtin.h: what is known of a type by its name
struct ModuleRow;    // runtime/builtin.h: math, cmath
struct AttributeRow; // runtime/builtin.h: (5).real, math.pi

enum class Kind : std::uint8_t {
    // Held in the Value itself.
    Absent, // no value: an argument left out, a local not bound yet, the end of an iterator. Never an answer.
    None,
    Ellipsis,
    Bool, // Bool and Int keep their number in the same place: smallInt()
    Int,  // fits 64 bits; BigInt never holds a number that does
    Float,
    // Rows of constant tables: never counted, shared by all threads.
    Builtin,
    Type,
    Module,
    Attribute, // taken from its type: int.real
    // Objects with a count of references.
    BigInt,
    Complex,
    Str,
    Bytes,
    Tuple,
    List,
    Range,
    Slice,
    Dict,
    DictView, // keys(), values(), items()
    Set,
    FrozenSet,
    Function, // lambda and f(x) = ...
    Method,   // a builtin method with the value it was taken from
    Iterator, // map, zip, generators...: lives within one evaluation
    Cell,     // a variable shared with closures; never an answer
};

// What every counted object begins with. The count is not atomic: a session and its values are used by one
// thread at a time, and nothing that is counted is shared between sessions.
struct Object {
    explicit Object(Kind objectKind) : kind(objectKind) {}
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    static void* operator new(std::size_t bytes) { return allocate(bytes); }
    static void* operator new(std::size_t, void* place) { return place; }
    static void operator delete(void* storage, std::size_t bytes) { deallocate(storage, bytes); }
    static void operator delete(void*, void*) {}

    union {
        std::uint64_t references = 1;
        Object* nextDead; // once nobody refers to it
    };
    Kind kind;

protected:
    ~Object() = default;
};

// Ends an object nobody refers to any more. Values nested in it die one after the other, not one inside the
// other: a list nested a million deep needs no stack.
void destroy(Object* object) noexcept;

// One value of the language: 16 bytes, copied by counting.
class Value {
public:
    constexpr Value() : m_integer(0), m_kind(Kind::Absent) {}
    Value(const Value& other) : m_integer(other.m_integer), m_kind(other.m_kind) {
        if (isCounted())
            ++m_object->references;
    }
    Value(Value&& other) noexcept
        : m_integer(other.m_integer)
        , m_kind(std::exchange(other.m_kind, Kind::Absent)) {}
    Value& operator=(const Value& other) {
        Value(other).swap(*this);
        return *this;
    }
    Value& operator=(Value&& other) noexcept {
        Value(std::move(other)).swap(*this);
        return *this;
    }
    ~Value() { release(); }

    static Value none() { return Value(Kind::None, 0); }
    static Value ellipsis() { return Value(Kind::Ellipsis, 0); }
    static Value boolean(bool truth) { return Value(Kind::Bool, truth ? 1 : 0); }
    static Value integer(std::int64_t number) { return Value(Kind::Int, number); }
    static Value real(double number) {
        Value value(Kind::Float, 0);
        value.m_real = number == number ? number : freshNan();
        return value;
    }
    // A nan that is the same object wherever the same identity is used: the constants called nan.
    static Value nan(std::uint32_t identity);
    static Value builtin(const Builtin& row) {
        Value value(Kind::Builtin, 0);
        value.m_builtin = &row;
        return value;
    }
    static Value type(const TypeRow& row) {
        Value value(Kind::Type, 0);
        value.m_type = &row;
        return value;
    }
    static Value module(const ModuleRow& row) {
        Value value(Kind::Module, 0);
        value.m_module = &row;
        return value;
    }
    static Value attribute(const AttributeRow& row) {
        Value value(Kind::Attribute, 0);
        value.m_attribute = &row;
        return value;
    }
    // Takes over the one reference that `object` was made with.
    static Value adopt(Object* object) {
        Value value(object->kind, 0);
        value.m_object = object;
        return value;
    }
    // One more reference to an object that is alive.
    static Value share(Object* object) {
        ++object->references;
        return adopt(object);
    }

    Kind kind() const { return m_kind; }
    bool is(Kind kind) const { return m_kind == kind; }
    bool isAbsent() const { return m_kind == Kind::Absent; }
    bool isNone() const { return m_kind == Kind::None; }
    bool isSmallInt() const { return m_kind == Kind::Int || m_kind == Kind::Bool; }
    // int or bool of any size.
    bool isInt() const { return isSmallInt() || m_kind == Kind::BigInt; }
    // int, bool or float.
    bool isReal() const { return isInt() || m_kind == Kind::Float; }
    bool isNumber() const { return isReal() || m_kind == Kind::Complex; }
    bool isCounted() const { return m_kind >= Kind::BigInt; }

    // The caller has looked at the kind.
    std::int64_t smallInt() const {
        assert(isSmallInt());
        return m_integer;
    }
    double real() const {
        assert(is(Kind::Float));
        return m_real;
    }
    const Builtin& builtin() const {
        assert(is(Kind::Builtin));
        return *m_builtin;
    }
    const TypeRow& type() const {
        assert(is(Kind::Type));
        return *m_type;
    }
    const ModuleRow& module() const {
        assert(is(Kind::Module));
        return *m_module;
    }
    const AttributeRow& attribute() const {
        assert(is(Kind::Attribute));
        return *m_attribute;
    }
    Object* object() const {
        assert(isCounted());
        return m_object;
    }
    // value.as<ComplexObject>(): the object of a value whose kind was looked at.
    template <class T>
    T& as() const {
        assert(T::holds(m_kind));
        return *static_cast<T*>(m_object);
    }

    // Python's `is`: the same object, or the same small number or constant.
    bool isSameAs(const Value& other) const { return m_kind == other.m_kind && m_integer == other.m_integer; }

    void swap(Value& other) noexcept {
        std::swap(m_integer, other.m_integer);
        std::swap(m_kind, other.m_kind);
    }

private:
    // Every computed nan gets bits of its own, so that isSameAs() tells Python's separate nan objects apart.
    static double freshNan();

    Value(Kind kind, std::int64_t number) : m_integer(number), m_kind(kind) {}
    void release() noexcept {
        if (isCounted() && --m_object->references == 0)
            destroy(m_object);
    }

    union {
        std::int64_t m_integer;
        double m_real;
        const Builtin* m_builtin;
        const TypeRow* m_type;
        const ModuleRow* m_module;
        const AttributeRow* m_attribute;
        Object* m_object;
    };
    Kind m_kind;
};

static_assert(sizeof(Value) == 16);

using Values = std::vector<Value, CountedAllocator<Value>>;

// Python's name of a value's type: "int", "NoneType", "builtin_function_or_method"; lives for ever.
std::string_view typeName(const Value& value);

// make<TupleObject>(arguments...): a new object and the first reference to it.
template <class T, class... Arguments>
Value make(Arguments&&... arguments) {
    return Value::adopt(new T(std::forward<Arguments>(arguments)...));
}

} // namespace keisan::eval
