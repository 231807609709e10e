// SPDX-License-Identifier: MIT
#include "client/window/expression_tokens.h"

#include "common/eval/error.h"
#include "common/eval/syntax/lexer.h"
#include "common/eval/syntax/parser.h"

#include <algorithm>

namespace keisan::client {

namespace {

using eval::syntax::TokenKind;

// Code points to UTF-16 units, walking on through one text.
class PlaceCounter {
public:
    explicit PlaceCounter(const QString& text) : m_text(text) {}

    // The UTF-16 place of a code point; asked for in rising order.
    int unitsAt(std::uint32_t codePoint) {
        while (m_codePoint < codePoint && m_unit < m_text.size()) {
            m_unit += m_text[m_unit].isHighSurrogate() && m_unit + 1 < m_text.size() ? 2 : 1;
            ++m_codePoint;
        }
        return static_cast<int>(m_unit);
    }

private:
    const QString& m_text;
    qsizetype m_unit = 0;
    std::uint32_t m_codePoint = 0;
};

widgets::Role roleOf(TokenKind kind) {
    switch (kind) {
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::Imaginary:
    case TokenKind::Infinity:
    case TokenKind::Superscript:
    case TokenKind::True:
    case TokenKind::False:
    case TokenKind::None: return widgets::Role::Number;
    case TokenKind::Name:
    case TokenKind::String:
    case TokenKind::FStringStart:
    case TokenKind::FStringMiddle:
    case TokenKind::FStringEnd: return widgets::Role::Variable;
    case TokenKind::Error:
    case TokenKind::Stray: return widgets::Role::Warning;
    case TokenKind::Comment: return widgets::Role::Secondary;
    default: return isKeyword(kind) ? widgets::Role::Function : widgets::Role::Secondary;
    }
}

bool isOpening(TokenKind kind) {
    return kind == TokenKind::LeftParenthesis || kind == TokenKind::LeftBracket ||
           kind == TokenKind::LeftBrace;
}

bool isClosing(TokenKind kind) {
    return kind == TokenKind::RightParenthesis || kind == TokenKind::RightBracket ||
           kind == TokenKind::RightBrace;
}

// In the enumeration a closing bracket follows its opening one.
bool arePartners(TokenKind opening, TokenKind closing) {
    return static_cast<int>(closing) == static_cast<int>(opening) + 1;
}

std::optional<qsizetype> partnerOf(const QList<ExpressionToken>& tokens, qsizetype bracket) {
    QList<qsizetype> open;
    for (qsizetype i = 0; i < tokens.size(); ++i) {
        if (isOpening(tokens[i].kind)) {
            open << i;
        } else if (isClosing(tokens[i].kind) && !open.isEmpty()) {
            const qsizetype opening = open.takeLast();
            if (!arePartners(tokens[opening].kind, tokens[i].kind))
                return std::nullopt;
            if (opening == bracket || i == bracket)
                return opening == bracket ? i : opening;
        }
    }
    return std::nullopt;
}

} // namespace

QList<ExpressionToken> tokensOf(const QString& expression) {
    QList<ExpressionToken> tokens;
    PlaceCounter places(expression);
    for (const eval::syntax::SourceToken& token : eval::syntax::tokenize(expression.toStdString())) {
        if (token.kind == TokenKind::End || token.kind == TokenKind::Newline)
            continue;
        const int start = places.unitsAt(token.span.start);
        const int end = places.unitsAt(token.span.end);
        tokens.append({token.kind, start, end - start, roleOf(token.kind)});
        const bool isCall = tokens.size() > 1 && token.kind == TokenKind::LeftParenthesis;
        if (isCall && tokens[tokens.size() - 2].kind == TokenKind::Name)
            tokens[tokens.size() - 2].role = widgets::Role::Function;
    }
    return tokens;
}

UnitRange unitRangeOf(const QString& text, int firstCodePoint, int endCodePoint) {
    PlaceCounter places(text);
    const int first = std::max(firstCodePoint, 0);
    const int start = places.unitsAt(static_cast<std::uint32_t>(first));
    return {start, places.unitsAt(static_cast<std::uint32_t>(std::max(endCodePoint, first))) - start};
}

UnitRange seenFault(const QString& text, const UnitRange& fault) {
    const auto end = std::find_if_not(text.rbegin(), text.rend(), [](QChar c) { return c.isSpace(); });
    const auto seen = static_cast<int>(std::distance(end, text.rend()));
    if (fault.start < seen)
        return {fault.start, std::max(fault.length, 1)};
    const int length = seen > 1 && end->isLowSurrogate() ? 2 : std::min(seen, 1);
    return {seen - length, length};
}

std::optional<BracketPair> bracketsAt(const QString& expression, int cursor) {
    const QList<ExpressionToken> tokens = tokensOf(expression);
    for (const int place : {cursor - 1, cursor}) {
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            if (tokens[i].start != place || !(isOpening(tokens[i].kind) || isClosing(tokens[i].kind)))
                continue;
            const auto partner = partnerOf(tokens, i);
            return BracketPair{place, partner ? tokens[*partner].start : place, partner.has_value()};
        }
    }
    return std::nullopt;
}

std::optional<SyntaxFault> syntaxFaultOf(const QString& expression) {
    const std::optional<eval::Error> error = eval::syntax::check(expression.toStdString());
    if (!error)
        return std::nullopt;
    SyntaxFault fault{QString::fromStdString(error->message), static_cast<int>(expression.size()), 0};
    if (error->span) {
        PlaceCounter places(expression);
        fault.start = places.unitsAt(error->span->start);
        fault.length = places.unitsAt(error->span->end) - fault.start;
    }
    return fault;
}

bool beginsWithContinuingOperator(const QString& expression) {
    const QList<ExpressionToken> tokens = tokensOf(expression);
    if (tokens.isEmpty())
        return false;
    switch (tokens.first().kind) {
    case TokenKind::Star:
    case TokenKind::Slash:
    case TokenKind::Percent:
    case TokenKind::Ampersand:
    case TokenKind::Bar:
    case TokenKind::Caret:
    case TokenKind::Less:
    case TokenKind::Greater:
    case TokenKind::Equal:
    case TokenKind::DoubleStar:
    case TokenKind::DoubleSlash:
    case TokenKind::LeftShift:
    case TokenKind::RightShift:
    case TokenKind::LessEqual:
    case TokenKind::GreaterEqual:
    case TokenKind::EqualEqual:
    case TokenKind::NotEqual:
    case TokenKind::Exclamation:
    case TokenKind::And:
    case TokenKind::Or:
    case TokenKind::If:
    case TokenKind::In:
    case TokenKind::Is: return true;
    default: return false;
    }
}

} // namespace keisan::client
