// SPDX-License-Identifier: MIT
#include "common/eval/error.h"

#include <utility>

namespace keisan::eval {

std::string_view errorTypeName(ErrorType type) {
    switch (type) {
    case ErrorType::SyntaxError: return "SyntaxError";
    case ErrorType::NameError: return "NameError";
    case ErrorType::UnboundLocalError: return "UnboundLocalError";
    case ErrorType::TypeError: return "TypeError";
    case ErrorType::ValueError: return "ValueError";
    case ErrorType::UnicodeError: return "UnicodeError";
    case ErrorType::UnicodeDecodeError: return "UnicodeDecodeError";
    case ErrorType::ArithmeticError: return "ArithmeticError";
    case ErrorType::ZeroDivisionError: return "ZeroDivisionError";
    case ErrorType::OverflowError: return "OverflowError";
    case ErrorType::AttributeError: return "AttributeError";
    case ErrorType::LookupError: return "LookupError";
    case ErrorType::IndexError: return "IndexError";
    case ErrorType::KeyError: return "KeyError";
    case ErrorType::StopIteration: return "StopIteration";
    case ErrorType::RuntimeError: return "RuntimeError";
    case ErrorType::RecursionError: return "RecursionError";
    case ErrorType::MemoryError: return "MemoryError";
    case ErrorType::LimitError: return "LimitError";
    case ErrorType::Cancelled: return "Cancelled";
    case ErrorType::OutOfWork: return "OutOfWork";
    }
    return "Error";
}

namespace {

std::string joined(std::initializer_list<std::string_view> pieces) {
    std::string text;
    for (const std::string_view piece : pieces)
        text += piece;
    return text;
}

} // namespace

void raise(ErrorType type, std::string message) {
    throw Error{type, std::move(message), std::nullopt};
}

void raise(ErrorType type, const char* message) {
    throw Error{type, message, std::nullopt};
}

void raise(ErrorType type, std::initializer_list<std::string_view> pieces) {
    throw Error{type, joined(pieces), std::nullopt};
}

} // namespace keisan::eval
