// SPDX-License-Identifier: MIT
#include "common/eval/syntax/normalization.h"
#include "common/eval/syntax/parser_state.h"

#include <algorithm>

namespace keisan::eval::syntax {

// Behind the '(' of a call, which is `open`. Positional arguments come first, keywords and * behind them, **
// last.
std::span<const Argument> Parser::parseArguments(const Token& open, bool& isPlain) {
    ArenaVector<Argument> arguments(m_tree.arena);
    ArgumentKind latest = ArgumentKind::Positional;
    isPlain = true;
    while (!at(TokenKind::RightParenthesis)) {
        Argument argument = parseArgument();
        // A generator expression without parentheses of its own is the only argument.
        if (at(TokenKind::For) && argument.kind == ArgumentKind::Positional && arguments.empty()) {
            argument.value = parseComprehension(open, ExprKind::GeneratorExpression,
                                                TokenKind::RightParenthesis, argument.value, nullptr);
            arguments.push(argument);
            return arguments.finish();
        }
        if ((argument.kind == ArgumentKind::Positional && latest >= ArgumentKind::Keyword) ||
            (argument.kind == ArgumentKind::Starred && latest == ArgumentKind::DoubleStarred))
            refuse();
        latest = std::max(latest, argument.kind);
        isPlain &= argument.kind == ArgumentKind::Positional;
        m_hasKeywords |= argument.kind == ArgumentKind::Keyword;
        arguments.push(argument);
        if (!takeIf(TokenKind::Comma))
            break;
    }
    expect(TokenKind::RightParenthesis);
    return arguments.finish();
}

Argument Parser::argument(ArgumentKind kind, const Token& first, const Expr* value) const {
    return {kind, first.start, {}, value, lastEnd()};
}

Argument Parser::parseArgument() {
    const Token& first = *m_token;
    if (takeIf(TokenKind::Star))
        return argument(ArgumentKind::Starred, first, parseExpression());
    if (takeIf(TokenKind::DoubleStar))
        return argument(ArgumentKind::DoubleStarred, first, parseExpression());
    if (at(TokenKind::Name) && m_token[1].kind == TokenKind::Equal) {
        m_token += 2;
        Argument keyword = argument(ArgumentKind::Keyword, first, parseExpression());
        keyword.keyword = normalizeName(text(first), m_tree.arena);
        return keyword;
    }
    return argument(ArgumentKind::Positional, first, parseNamedExpression());
}

// Behind the '['. A comma makes a tuple of it, also behind a single index.
const Expr* Parser::parseSubscript() {
    const Offset start = m_token->start;
    const bool isStarred = at(TokenKind::Star);
    const Expr* first = parseSlice();
    if (!isStarred && takeIf(TokenKind::RightBracket))
        return first;
    ArenaVector<const Expr*> items(m_tree.arena);
    items.push(first);
    while (takeIf(TokenKind::Comma) && !at(TokenKind::RightBracket))
        items.push(parseSlice());
    const Offset end = lastEnd();
    expect(TokenKind::RightBracket);
    return make<Sequence>(ExprKind::Tuple, start, end, items.finish());
}

const Expr* Parser::parseSlice() {
    const Offset start = m_token->start;
    if (takeIf(TokenKind::Star)) {
        const Expr* value = parseExpression();
        return make<Starred>(ExprKind::Starred, start, lastEnd(), value);
    }
    if (isWalrusNext())
        return makeWalrus();
    const auto bound = [this]() -> const Expr* {
        const bool isLeftOut = at(TokenKind::Colon) || at(TokenKind::Comma) || at(TokenKind::RightBracket);
        return isLeftOut ? nullptr : parseExpression();
    };
    const Expr* lower = at(TokenKind::Colon) ? nullptr : parseExpression();
    if (!takeIf(TokenKind::Colon))
        return lower;
    const Expr* upper = bound();
    const Expr* step = takeIf(TokenKind::Colon) ? bound() : nullptr;
    return make<Slice>(ExprKind::Slice, start, lastEnd(), lower, upper, step);
}

const Expr* Parser::parseLambda() {
    const Offset start = take().start;
    return makeLambda("<lambda>", start, TokenKind::Colon);
}

// From the parameters on. `close` ends them: ':' of a lambda, ')' of f(x) = ...
Lambda* Parser::makeLambda(std::string_view name, Offset start, TokenKind close) {
    m_hasScopes = true;
    const std::span<const Parameter> parameters = parseParameters(close);
    expect(close);
    if (close == TokenKind::RightParenthesis)
        expect(TokenKind::Equal);
    const Expr* body = close == TokenKind::Colon ? parseExpression() : noteLoneStar(parseExpressions(true));
    return make<Lambda>(ExprKind::Lambda, start, lastEnd(), name, parameters, body, nullptr);
}

// a, b, /, c, d=1, *e, f, **g
std::span<const Parameter> Parser::parseParameters(TokenKind close) {
    ArenaVector<Parameter> parameters(m_tree.arena);
    ParameterKind current = ParameterKind::PositionalOrKeyword;
    bool hasSlash = false;
    bool hasDefault = false;
    bool isBareStar = false;
    const auto push = [&](ParameterKind parameterKind) {
        const Token& name = expect(TokenKind::Name);
        parameters.push(
            {parameterKind, name.start, name.end, normalizeName(text(name), m_tree.arena), nullptr});
    };
    while (!at(close)) {
        if (at(TokenKind::Slash)) {
            if (hasSlash || parameters.empty() || current != ParameterKind::PositionalOrKeyword) {
                refuse();
                break;
            }
            take();
            hasSlash = true;
            for (std::size_t i = 0; i < parameters.size(); ++i)
                parameters[i].kind = ParameterKind::PositionalOnly;
        } else if (at(TokenKind::Star)) {
            if (current != ParameterKind::PositionalOrKeyword) {
                refuse();
                break;
            }
            take();
            current = ParameterKind::KeywordOnly;
            isBareStar = at(TokenKind::Comma);
            if (!isBareStar)
                push(ParameterKind::Starred);
        } else if (takeIf(TokenKind::DoubleStar)) {
            push(ParameterKind::DoubleStarred);
            if (isBareStar)
                refuse();
            takeIf(TokenKind::Comma);
            break;
        } else {
            push(current);
            isBareStar = false;
            if (takeIf(TokenKind::Equal)) {
                parameters.back().defaultValue = parseExpression();
                hasDefault = true;
            } else if (hasDefault && current == ParameterKind::PositionalOrKeyword) {
                refuse();
            }
        }
        if (!takeIf(TokenKind::Comma))
            break;
    }
    if (isBareStar)
        refuse();
    return parameters.finish();
}

} // namespace keisan::eval::syntax
