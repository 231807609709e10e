// SPDX-License-Identifier: MIT
#include "client/window/number_forms.h"

#include "common/eval/values/print.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

namespace keisan::client {

namespace {

struct NumberFormText {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::NumberForm)
};

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

struct SmallFraction {
    QByteArray text; // empty: none worth showing
    double value = 0;
};

// The last convergent of the continued fraction whose denominator is small: 1/10 for 0.1, 3/10 for 0.1 + 0.2,
// 355/113 for pi.
SmallFraction nearestFraction(double number) {
    constexpr double kMostDenominator = 10'000;
    constexpr double kMostNumerator = 1e15; // whole numbers are exact up to here
    double numeratorBefore = 1;
    double denominatorBefore = 0;
    double numerator = std::floor(number);
    double denominator = 1;
    double rest = number - numerator;
    while (numerator / denominator != number && rest != 0) {
        const double whole = std::floor(1 / rest);
        rest = 1 / rest - whole;
        const double nextNumerator = whole * numerator + numeratorBefore;
        const double nextDenominator = whole * denominator + denominatorBefore;
        if (nextDenominator > kMostDenominator || std::fabs(nextNumerator) > kMostNumerator)
            break;
        numeratorBefore = std::exchange(numerator, nextNumerator);
        denominatorBefore = std::exchange(denominator, nextDenominator);
    }
    if (std::fabs(numerator) > kMostNumerator || numerator == 0)
        return {};
    return {QByteArray::number(numerator, 'f', 0) + '/' + QByteArray::number(denominator, 'f', 0),
            numerator / denominator};
}

// How far the float is from the fraction's own double, in words; empty when they are the same.
QString differenceText(double number, double fraction) {
    const double difference = number - fraction;
    if (difference == 0)
        return {};
    const QString size = QString::number(std::fabs(difference), 'g', 2);
    return difference > 0 ? NumberFormText::tr("%1 less than the float").arg(size)
                          : NumberFormText::tr("%1 more than the float").arg(size);
}

QList<NumberForm> intForms(const QByteArray& answer) {
    QList<NumberForm> forms;
    for (const Notation notation : kNotations)
        forms.append({nameOf(notation), written(answer, notation)});
    return forms;
}

QList<NumberForm> floatForms(const QByteArray& answer, double number) {
    QList<NumberForm> forms;
    for (const Notation notation : {Notation::Python, Notation::Scientific, Notation::Engineering})
        forms.append({nameOf(notation), written(answer, notation)});
    const auto why = [&forms](const QString& name, const QByteArray& text, const QString& remark = {}) {
        forms.append({name, text, remark, true});
    };
    why(NumberFormText::tr("exactly"), exactText(number));
    why(QStringLiteral("hex"), hexText(number));
    why(NumberFormText::tr("next above"), floatText(std::nextafter(number, HUGE_VAL)));
    why(NumberFormText::tr("next below"), floatText(std::nextafter(number, -HUGE_VAL)));
    const SmallFraction fraction = nearestFraction(number);
    if (!fraction.text.isEmpty())
        why(NumberFormText::tr("nearest small fraction"), fraction.text,
            differenceText(number, fraction.value));
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

QList<NumberForm> numberForms(const QByteArray& answer) {
    if (isIntText(answer))
        return answer.size() <= kMostConvertedDigits ? intForms(answer) : QList<NumberForm>();
    const std::optional<double> number = floatOf(answer);
    return number ? floatForms(answer, *number) : QList<NumberForm>();
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
