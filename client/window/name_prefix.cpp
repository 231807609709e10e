// SPDX-License-Identifier: MIT
#include "client/window/name_prefix.h"

#include "client/window/expression_tokens.h"

#include <algorithm>

namespace keisan::client {

namespace {

using eval::syntax::TokenKind;

bool isWord(const ExpressionToken& token) {
    return token.kind == TokenKind::Name || isKeyword(token.kind);
}

int endOf(const ExpressionToken& token) {
    return token.start + token.length;
}

// Whether the tokens stand without space between them.
bool touch(const ExpressionToken& first, const ExpressionToken& second) {
    return endOf(first) == second.start;
}

} // namespace

std::optional<NamePrefix> namePrefixAt(const QString& expression, int cursor) {
    const QList<ExpressionToken> tokens = tokensOf(expression);
    const auto last = std::find_if(tokens.begin(), tokens.end(),
                                   [cursor](const ExpressionToken& token) { return endOf(token) == cursor; });
    if (last == tokens.end())
        return std::nullopt;
    qsizetype first = std::distance(tokens.begin(), last);
    if (tokens[first].kind == TokenKind::Dot) {
        if (first == 0 || tokens[first - 1].kind != TokenKind::Name ||
            !touch(tokens[first - 1], tokens[first]))
            return std::nullopt;
        --first;
    }
    if (!isWord(tokens[first]))
        return std::nullopt;
    while (first >= 2 && tokens[first - 1].kind == TokenKind::Dot &&
           tokens[first - 2].kind == TokenKind::Name && touch(tokens[first - 2], tokens[first - 1]) &&
           touch(tokens[first - 1], tokens[first]))
        first -= 2;
    if (first > 0 && touch(tokens[first - 1], tokens[first])) {
        const TokenKind before = tokens[first - 1].kind;
        if (before == TokenKind::Integer || before == TokenKind::Float || before == TokenKind::Dot ||
            before == TokenKind::Imaginary)
            return std::nullopt;
    }
    const int start = tokens[first].start;
    return NamePrefix{start, expression.mid(start, cursor - start)};
}

} // namespace keisan::client
