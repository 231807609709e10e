// SPDX-License-Identifier: MIT
#pragma once

#include "common/widgets/colours.h"

#include "common/eval/syntax/token.h"

#include <QList>
#include <QString>

#include <optional>

namespace keisan::client {

// A token of an expression with its place in the QString, that is in UTF-16 units.
struct ExpressionToken {
    eval::syntax::TokenKind kind;
    int start = 0;
    int length = 0;
    widgets::Role role = widgets::Role::Text; // how it is coloured

    bool operator==(const ExpressionToken&) const = default;
};

QList<ExpressionToken> tokensOf(const QString& expression);

// Characters: a longer text is pasted, not read. What looks at the tokens at every key leaves it alone.
inline constexpr qsizetype kMostReadAtEveryKey = 20'000;

// A range of code points as a place and a length in UTF-16 units.
struct UnitRange {
    int start = 0;
    int length = 0;
};

UnitRange unitRangeOf(const QString& text, int firstCodePoint, int endCodePoint);

// What is underlined of a fault: a character at least, and where something is missing at the end, the last
// one.
UnitRange seenFault(const QString& text, const UnitRange& fault);

struct BracketPair {
    int first = 0;
    int second = 0;
    bool matches = true; // false: `first` has no partner, `second` says nothing

    bool operator==(const BracketPair&) const = default;
};

// The bracket beside the cursor (before it rather than after it) and its partner; nothing when there is none
// there.
std::optional<BracketPair> bracketsAt(const QString& expression, int cursor);

// What is wrong with a line in Python's words, and where, in UTF-16 units; nothing for a line that can be
// evaluated.
struct SyntaxFault {
    QString message;
    int start = 0;
    int length = 0;

    bool operator==(const SyntaxFault&) const = default;
};

std::optional<SyntaxFault> syntaxFaultOf(const QString& expression);

// Whether the text can only go on from something: it begins with an operator that begins no expression.
bool beginsWithContinuingOperator(const QString& expression);

} // namespace keisan::client
