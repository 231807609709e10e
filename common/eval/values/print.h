// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

class Budget;

// repr(value) and str(value), to the character; they differ for a string only. LimitError past
// Limits::valueBytes or for an int past Limits::printedDigits; RecursionError for values nested too deep.
std::string reprOf(const Value& value, Budget& budget);
std::string strOf(const Value& value, Budget& budget);
void appendRepr(std::string& text, const Value& value, Budget& budget);

// str(value) as an answer: LimitError "result too long" past Limits::replyBytes.
std::string replyOf(const Value& value, Budget& budget);

// repr of a float: the shortest decimal that reads back.
void appendFloat(std::string& text, double number);
// repr of a complex: (1+2j), 1j, (-0-1j).
void appendComplex(std::string& text, double real, double imaginary);
// str() of an int in base 10.
void appendInt(std::string& text, const Value& integer, Budget& budget);
// repr of a text: 'it' or "it's", escapes as Python's.
void appendQuoted(std::string& text, std::string_view bytes, Budget& budget);
// repr of a bytes literal: b'\\xff'.
void appendBytes(std::string& text, std::string_view bytes);

} // namespace keisan::eval
