// SPDX-License-Identifier: MIT
#include "client/window/number_forms.h"

#include "common/eval/values/integer.h"
#include "common/eval/values/print.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

namespace keisan::client {

namespace {

struct NumberFormText {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::NumberForm)
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

QByteArray inBase(const eval::Integer& number, int base, const char* prefix) {
    std::string digits(mpz_sizeinbase(number, base) + 2, '\0');
    mpz_get_str(digits.data(), base, number);
    QByteArray text(digits.c_str());
    const bool isNegative = text.startsWith('-');
    return (isNegative ? "-" : "") + QByteArray(prefix) + text.mid(isNegative ? 1 : 0);
}

QByteArray floatText(double number) {
    std::string text;
    eval::appendFloat(text, number);
    return QByteArray::fromStdString(text);
}

// Every digit a double has; glibc prints them all.
QByteArray exactText(double number) {
    constexpr int kMostFractionDigits = 1'074; // of the smallest double
    std::array<char, 1'500> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", kMostFractionDigits, number);
    QByteArray text(buffer.data(), length);
    while (text.endsWith('0'))
        text.chop(1);
    return text.endsWith('.') ? text + '0' : text;
}

QByteArray hexText(double number) {
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.13a", number);
    return QByteArray(buffer.data(), length);
}

// The simplest fraction that is the same double, by continued fractions; empty when its denominator would be
// large.
QByteArray fractionText(double number) {
    constexpr double kMostDenominator = 10'000;
    double before = 0;
    double denominator = 1;
    double numeratorBefore = 1;
    double numerator = std::floor(number);
    double rest = number - numerator;
    while (numerator / denominator != number) {
        if (rest == 0 || denominator > kMostDenominator || std::fabs(numerator) > 1e15)
            return {};
        const double reciprocal = 1 / rest;
        const double whole = std::floor(reciprocal);
        rest = reciprocal - whole;
        numeratorBefore = std::exchange(numerator, whole * numerator + numeratorBefore);
        before = std::exchange(denominator, whole * denominator + before);
    }
    if (denominator > kMostDenominator)
        return {};
    return QByteArray::number(numerator, 'f', 0) + '/' + QByteArray::number(denominator, 'f', 0);
}

QList<NumberForm> intForms(const QByteArray& answer) {
    eval::Integer number;
    mpz_set_str(number, answer.constData(), 10);
    return {{QStringLiteral("dec"), answer},
            {QStringLiteral("hex"), inBase(number, 16, "0x")},
            {QStringLiteral("oct"), inBase(number, 8, "0o")},
            {QStringLiteral("bin"), inBase(number, 2, "0b")},
            {QStringLiteral("sci"), scientific(answer, 1)},
            {QStringLiteral("eng"), scientific(answer, 3)}};
}

QList<NumberForm> floatForms(const QByteArray& answer, double number) {
    QList<NumberForm> forms{{QStringLiteral("dec"), answer},
                            {QStringLiteral("sci"), scientific(answer, 1)},
                            {QStringLiteral("eng"), scientific(answer, 3)},
                            {NumberFormText::tr("exactly"), exactText(number)},
                            {QStringLiteral("hex"), hexText(number)},
                            {NumberFormText::tr("next above"), floatText(std::nextafter(number, HUGE_VAL))},
                            {NumberFormText::tr("next below"), floatText(std::nextafter(number, -HUGE_VAL))}};
    const QByteArray fraction = fractionText(number);
    if (!fraction.isEmpty())
        forms.append({NumberFormText::tr("nearest small fraction"), fraction});
    return forms;
}

// Gaps before every group, counted from the right end of [start, end) or, in a fraction, from the left.
void addGaps(QList<int>& gaps, qsizetype start, qsizetype end, int group, bool fromLeft) {
    if (end - start <= group + 1)
        return;
    for (qsizetype place = start + 1; place < end; ++place) {
        if ((fromLeft ? place - start : end - place) % group == 0)
            gaps << static_cast<int>(place);
    }
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

QList<NumberForm> numberForms(const QByteArray& answer) {
    if (isIntText(answer))
        return answer.size() <= kMostConvertedDigits ? intForms(answer) : QList<NumberForm>();
    const std::optional<double> number = floatOf(answer);
    return number ? floatForms(answer, *number) : QList<NumberForm>();
}

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

QList<int> digitGaps(const QString& number) {
    QList<int> gaps;
    const auto isPlainDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const qsizetype start = number.startsWith(u'-') ? 1 : 0;
    const QStringView digits = QStringView(number).mid(start);
    if (digits.startsWith(u"0x") || digits.startsWith(u"0b")) {
        addGaps(gaps, start + 2, number.size(), 4, false);
        return gaps;
    }
    const auto endOfDigits = [&](qsizetype from) {
        return std::distance(number.begin(),
                             std::find_if_not(number.begin() + from, number.end(), isPlainDigit));
    };
    const qsizetype wholeEnd = endOfDigits(start);
    const bool hasFraction = wholeEnd < number.size() && number[wholeEnd] == u'.';
    const qsizetype fractionEnd = hasFraction ? endOfDigits(wholeEnd + 1) : wholeEnd;
    if (wholeEnd == start || (fractionEnd < number.size() && number[fractionEnd] != u'e'))
        return {}; // not a number
    addGaps(gaps, start, wholeEnd, 3, false);
    if (hasFraction)
        addGaps(gaps, wholeEnd + 1, fractionEnd, 3, true);
    return gaps;
}

} // namespace keisan::client
