// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace keisan::eval {

class Context;

// Adding a function to the language is one row in a table of the library and its test. A row names the
// function, says how many arguments it takes and how CPython words a wrong number, and points to what
// computes it:
//
//     constexpr Builtin kMath[] = {
//         {"sqrt", "math", "sqrt(x, /)", {Arity::One}, sqrt, "The square root of x."},
//         {"atan2", "math", "atan2(y, x, /)", {Arity::Counted, 2, 2}, atan2, "..."},
//         {"isclose", "math", "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", {Arity::Named, 2, 2}, isClose,
//         "..."},
//     };
//
// The interpreter checks the arguments against the row before it calls, so that a function only looks at its
// values.

// How a wrong number of arguments is worded.
enum class Arity : std::uint8_t {
    None,    // "str.upper() takes no arguments (1 given)"
    One,     // "math.sqrt() takes exactly one argument (0 given)"; "math.sqrt() takes no keyword arguments"
    Counted, // "divmod expected 2 arguments, got 1", "range expected at least 1 argument, got 0"
    Named,   // "round() missing required argument 'number' (pos 1)"; keywords by the names in `signature`
    Made,    // a type's: without keywords like Counted, with them like Named
    Free,    // the function looks at its arguments and keywords itself
};

struct ArityRule {
    Arity kind = Arity::Free;
    std::uint8_t minimum = 0; // positional arguments, without the method's own value
    std::uint8_t maximum = 0; // kAny: no upper bound

    static constexpr std::uint8_t kAny = 255;
};

struct Keyword {
    std::string_view name;
    Value value;
    Value nameOwner = {}; // the str that `name` is the text of, where it came out of a dict
};

// What a builtin is called with.
// None, One, Counted: `values` are the arguments given. Named, Made: one value a parameter of the signature,
// in its order, keyword-only ones included, Absent where left out. Free: `values` and `keywords` as given. A
// method finds the value it was called on in `self` (Absent otherwise).
struct Arguments {
    const Value& self;
    std::span<const Value> values;
    std::span<const Keyword> keywords;

    const Value& operator[](std::size_t index) const { return values[index]; }
    std::size_t size() const { return values.size(); }
};

using BuiltinFunction = Value (*)(Context& context, const Arguments& arguments);

struct Builtin {
    std::string_view name; // "sqrt"
    std::string_view
        owner; // "math" or the method's type ("str"): stands before the name in some messages; may be empty
    std::string_view signature; // "round(number, ndigits=None)", as Python's help shows it
    ArityRule arity;
    BuiltinFunction function;
    std::string_view help; // one line
};

// A data attribute: (5).real, math.pi.
struct AttributeRow {
    std::string_view name;
    Value (*get)(Context& context, const Value& self);
    std::string_view help;
    std::string_view owner =
        {};                // the type: int.real is <attribute 'real' of 'int' objects>; empty for modules
    bool isMember = false; // a field of a structure in CPython: <member 'real' of 'complex' objects>
};

// A type of the language. Types that the language can name (`int`, `dict`, `map`) can be called.
struct TypeRow {
    std::string_view name;              // "int"; prints as <class 'int'>
    const Builtin* construct = nullptr; // what a call does; nullptr: cannot be called
    std::span<const Builtin> methods;   // looked up on values of the type (self is the value) and on the type
                                        // itself (int.bit_length(5))
    std::span<const AttributeRow> attributes; // looked up on values of the type
    std::span<const Builtin>
        staticMethods; // float.fromhex, dict.fromkeys: found on the type and on its values, without self
    const TypeRow* base = nullptr; // bool -> int
};

struct ModuleRow {
    std::string_view name; // "math"
    std::span<const Builtin> functions;
    std::span<const AttributeRow> constants; // self is Absent
};

} // namespace keisan::eval
