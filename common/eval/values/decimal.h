// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/integer.h"

#include <string>
#include <string_view>

namespace keisan::eval {

class Budget;

// Ints to decimal text and back, in pieces that can be stopped: numbers of many digits are halved by powers
// of ten until GMP converts a piece in some 15 ms.

// Appends the decimal digits, with a minus sign. LimitError past Limits::printedDigits, known before the
// work.
void appendDecimal(std::string& text, mpz_srcptr number, Budget& budget);

// The value of digits (0-9, a-z, A-Z, no sign, no blanks, at least one) in a base from 2 to 36. LimitError
// past Limits::printedDigits in bases that are no power of two, past Limits::integerBits in all.
Integer fromDigits(std::string_view digits, int base, Budget& budget);

} // namespace keisan::eval
