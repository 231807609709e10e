// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

class Budget;

// repr(value) and str(value), to the character; they differ for a string only. Bounded by `maximumBytes`,
// past which LimitError; RecursionError for values nested too deep; an int past Limits::printedDigits is a
// LimitError.
void appendRepr(std::string& text, const Value& value, Budget& budget);
std::string reprOf(const Value& value, Budget& budget);
std::string strOf(const Value& value, Budget& budget);

// repr of a float: the shortest decimal that reads back.
void appendFloat(std::string& text, double number);
// str() of an int in base 10.
void appendInt(std::string& text, const Value& integer, Budget& budget);
// repr of a text: 'it' or "it's", escapes as Python's.
void appendQuoted(std::string& text, std::string_view bytes);

} // namespace keisan::eval
