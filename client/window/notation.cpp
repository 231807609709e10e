// SPDX-License-Identifier: MIT
#include "client/window/notation.h"

#include "common/eval/values/integer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace keisan::client {

namespace {

constexpr std::array<const char*, kNotations.size()> kNames{"dec", "hex", "oct", "bin", "sci", "eng"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

QByteArray inBase(const QByteArray& answer, int base, const char* prefix) {
    if (!isIntText(answer) || answer.size() > kMostConvertedDigits)
        return {};
    eval::Integer number;
    mpz_set_str(number, answer.constData(), 10);
    std::string digits(mpz_sizeinbase(number, base) + 2, '\0');
    mpz_get_str(digits.data(), base, number);
    const QByteArray text(digits.c_str());
    const bool isNegative = text.startsWith('-');
    return (isNegative ? "-" : "") + QByteArray(prefix) + text.mid(isNegative ? 1 : 0);
}

// From the digits of the text, without rounding; the exponent is a multiple of the step.
QByteArray scientific(const QByteArray& number, int exponentStep) {
    if (!isIntText(number) && !floatOf(number))
        return {};
    const QByteArray sign = number.startsWith('-') ? "-" : "";
    const qsizetype exponentSign = number.indexOf('e');
    int exponent = exponentSign < 0 ? 0 : number.mid(exponentSign + 1).toInt();
    QByteArray digits = number.mid(sign.size(), exponentSign < 0 ? -1 : exponentSign - sign.size());
    const qsizetype point = digits.indexOf('.');
    exponent += static_cast<int>(point < 0 ? digits.size() : point) - 1;
    digits.remove(point, point < 0 ? 0 : 1);
    while (digits.size() > 1 && digits.startsWith('0')) {
        digits.remove(0, 1);
        --exponent;
    }
    while (digits.size() > 1 && digits.endsWith('0'))
        digits.chop(1);
    if (digits == "0")
        return sign + "0e0";
    const int over =
        ((exponent % exponentStep) + exponentStep) % exponentStep; // digits before the point, less one
    digits = digits.leftJustified(over + 1, '0');
    const QByteArray fraction = digits.mid(over + 1);
    return sign + digits.left(over + 1) + (fraction.isEmpty() ? "" : "." + fraction) + 'e' +
           QByteArray::number(exponent - over);
}

} // namespace

bool isIntText(const QByteArray& answer) {
    const auto first = answer.begin() + (answer.startsWith('-') ? 1 : 0);
    return first != answer.end() && std::all_of(first, answer.end(), isDigit);
}

std::optional<double> floatOf(const QByteArray& answer) {
    double number = 0;
    const auto [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), number);
    const bool isWhole = error == std::errc() && end == answer.data() + answer.size();
    if (!isWhole || isIntText(answer) || !std::isfinite(number))
        return std::nullopt;
    return number;
}

QString nameOf(Notation notation) {
    return QString::fromLatin1(kNames[static_cast<std::size_t>(notation)]);
}

Notation notationNamed(const QString& name) {
    const auto* const found = std::find_if(kNotations.begin(), kNotations.end(),
                                           [&name](Notation notation) { return nameOf(notation) == name; });
    return found == kNotations.end() ? Notation::Python : *found;
}

QByteArray written(const QByteArray& answer, Notation notation) {
    switch (notation) {
    case Notation::Python: break;
    case Notation::Hexadecimal: return inBase(answer, 16, "0x");
    case Notation::Octal: return inBase(answer, 8, "0o");
    case Notation::Binary: return inBase(answer, 2, "0b");
    case Notation::Scientific: return scientific(answer, 1);
    case Notation::Engineering: return scientific(answer, 3);
    }
    return answer;
}

} // namespace keisan::client
