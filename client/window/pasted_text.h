// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace keisan::client {

// What is to be done with a text from the clipboard.
struct PastedText {
    enum class Fault { None, TooLong };

    QStringList lines;       // without Python's prompts; one for an ordinary paste
    QString separatedNumber; // as it was, when the separators of a number were taken out; else empty
    Fault fault = Fault::None;
};

inline constexpr qsizetype kMaxPastedBytes = 1024 * 1024; // what a line may have on the wire

// Drops the last line break and Python's prompts, makes the characters plain (see plainInput) and takes the
// separators out of a text that is nothing but one number: 1,234,567 would be a tuple.
PastedText readPastedText(const QString& text, const QString& before = {}, const QString& after = {});

} // namespace keisan::client
