// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace keisan::client {

// Above so many digits the other bases are the server's work.
inline constexpr qsizetype kMostConvertedDigits = 4'096;

bool isIntText(const QByteArray& answer);

// The double of a float as Python writes it; nothing for an int, a word or a complex.
std::optional<double> floatOf(const QByteArray& answer);

// How an answer is written. Python's own way is what the server sent; the others are made from its digits.
enum class Notation { Python, Hexadecimal, Octal, Binary, Scientific, Engineering };

inline constexpr std::array kNotations{Notation::Python, Notation::Hexadecimal, Notation::Octal,
                                       Notation::Binary, Notation::Scientific,  Notation::Engineering};

// "dec", "hex", "oct", "bin", "sci", "eng": the mark on an item and the word in the settings.
QString nameOf(Notation notation);
Notation notationNamed(const QString& name); // Python's for an unknown name

// The answer in that notation, exact, without rounding, and valid as input; empty where there is none: a
// text, a float in hex, an int of more than kMostConvertedDigits in another base. In Python's it is the
// answer itself.
QByteArray written(const QByteArray& answer, Notation notation);

} // namespace keisan::client
