// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace keisan::eval {

// A half-open range of the expression, counted in Unicode code points from its first character.
struct Span {
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    bool operator==(const Span&) const = default;
};

// Python's exception types as far as an expression can raise them, then our own.
enum class ErrorType : std::uint8_t {
    SyntaxError,
    NameError,
    UnboundLocalError,
    TypeError,
    ValueError,
    UnicodeError,
    UnicodeDecodeError,
    ArithmeticError,
    ZeroDivisionError,
    OverflowError,
    AttributeError,
    LookupError,
    IndexError,
    KeyError,
    StopIteration,
    RuntimeError,
    RecursionError,
    MemoryError,
    // Not Python's:
    LimitError, // a limit of limits.h was reached
    Cancelled,  // the stop token asked for it, or the session's gate is shut
    OutOfWork,  // Limits::work ran out; the same line may succeed under a larger allowance
};

// "ZeroDivisionError" for ErrorType::ZeroDivisionError, and so on.
std::string_view errorTypeName(ErrorType type);

// Why an evaluation has no value: Python's type and message (to the character), and the place of the fault
// where it has one. Thrown inside the evaluator, returned by value at its door.
struct Error {
    ErrorType type = ErrorType::SyntaxError;
    std::string message;
    std::optional<Span> span;

    bool operator==(const Error&) const = default;
};

// Throws Error{type, message}; the interpreter adds the span. The second is for literals, the third for a few
// pieces, one after the other: a caller without a std::string of its own has nothing to destroy on the way
// out, which makes the way cheaper.
[[noreturn, gnu::cold]] void raise(ErrorType type, std::string message);
[[noreturn, gnu::cold]] void raise(ErrorType type, const char* message);
[[noreturn, gnu::cold]] void raise(ErrorType type, std::initializer_list<std::string_view> pieces);

} // namespace keisan::eval
