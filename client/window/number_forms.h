// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace keisan::client {

// One way to write a number that the server has answered.
struct NumberForm {
    QString name;    // "hex"
    QByteArray text; // valid input again
};

// Above so many digits the other bases are the server's work.
inline constexpr qsizetype kMostConvertedDigits = 4'096;

// An int in dec, hex, oct, bin, sci and eng; a float in sci and eng and with what its bits really say
// (exactly, hex, the neighbours, the nearest small fraction). Empty for anything else, and for an int with
// too many digits.
QList<NumberForm> numberForms(const QByteArray& answer);

bool isIntText(const QByteArray& answer);

// The double of a float as Python writes it; nothing for an int, a word or a complex.
std::optional<double> floatOf(const QByteArray& answer);

// Scientific (exponent steps of 1) or engineering (steps of 3) from the digits of the text, without rounding;
// empty for anything but an int or float.
QByteArray scientific(const QByteArray& number, int exponentStep);

// Where a thin gap is to be painted, as the number of characters before it: groups of three digits, four in
// hex and binary. None in what is no number or is short.
QList<int> digitGaps(const QString& number);

} // namespace keisan::client
