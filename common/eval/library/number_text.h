// SPDX-License-Identifier: MIT
#pragma once

#include <complex>
#include <optional>
#include <string>
#include <string_view>

namespace keisan::eval {

// How Python's constructors read numbers. Digits of any script and any blanks around them count, single
// underscores may stand between digits.

// Text as float() and int() look at it: Unicode digits as ASCII digits, Unicode blanks as blanks; anything
// else that is not ASCII ends it with a '?'. Pure ASCII stays as it is.
std::string asciiNumberText(std::string_view text);

// float(text) of ASCII text; nothing where it is no number. Correctly rounded for any length; overflow is
// inf.
std::optional<double> parseFloat(std::string_view text);

// Without the underscores; nothing where one stands elsewhere than between digits.
std::optional<std::string> withoutUnderscores(std::string_view text);

// complex(text) of ASCII text without underscores; nothing where it is malformed.
std::optional<std::complex<double>> parseComplex(std::string_view text);

// What int(text, base) finds: digits without underscores, blanks, sign and prefix.
struct IntegerText {
    bool isNegative = false;
    int base = 10;
    std::string digits;
};
// Of ASCII text; base 0 reads the prefix. Nothing where it is no integer.
std::optional<IntegerText> parseInteger(std::string_view text, int base);

// C's isspace in the "C" locale.
bool isAsciiBlank(char c);
// Without the blanks on both sides.
std::string_view stripped(std::string_view text);

// float.hex(), and float.fromhex(): nothing where it is malformed, inf where it is too large and not spelt
// "inf".
std::string hexOfFloat(double number);
struct HexFloat {
    double value;
    bool overflows;
};
std::optional<HexFloat> parseHexFloat(std::string_view text);

// round(x, digits) of a float: half to even on the exact value. Infinite when the result is too large.
double roundedToDigits(double x, int digits);

} // namespace keisan::eval
