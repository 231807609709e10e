// SPDX-License-Identifier: MIT
#include "common/eval/syntax/literals.h"
#include "common/eval/syntax/parser_state.h"

#include <algorithm>
#include <cstring>

namespace keisan::eval::syntax {

namespace {

std::string_view joined(std::span<const FStringPart> parts, Arena& arena) {
    if (parts.size() == 1)
        return parts.front().text;
    std::size_t size = 0;
    for (const FStringPart& part : parts)
        size += part.text.size();
    char* const start = arena.room<char>(size);
    char* to = start;
    for (const FStringPart& part : parts)
        to = std::copy(part.text.begin(), part.text.end(), to);
    return {start, size};
}

FStringPart textPart(std::string_view text) {
    return {text, nullptr, 0, false, {}};
}

} // namespace

// Adjacent string literals are one.
const Expr* Parser::parseStrings() {
    const Offset start = m_token->start;
    ArenaVector<FStringPart> parts(m_tree.arena);
    bool isBytes = false;
    bool isText = false;
    while (at(TokenKind::String) || at(TokenKind::FStringStart)) {
        if (at(TokenKind::FStringStart)) {
            isText = true;
            parseFString(parts);
            continue;
        }
        const StringLiteral literal = splitString(text(take()));
        (literal.isBytes ? isBytes : isText) = true;
        std::string_view value;
        if (decodeString(literal, m_tree.arena, value))
            refuse();
        parts.push(textPart(value));
    }
    if (isBytes && isText)
        refuse();
    const auto all = parts.finish();
    if (std::any_of(all.begin(), all.end(), [](const FStringPart& part) { return part.value != nullptr; }))
        return make<FString>(ExprKind::FString, start, lastEnd(), all);
    return make<Text>(isBytes ? ExprKind::Bytes : ExprKind::String, start, lastEnd(),
                      joined(all, m_tree.arena));
}

// A piece of an f-string's text, its escapes replaced.
std::string_view Parser::decodeMiddle(const Token& token, bool isRaw) {
    std::string_view value;
    if (decodeString({text(token), false, isRaw}, m_tree.arena, value))
        refuse();
    return value;
}

void Parser::parseFString(ArenaVector<FStringPart>& parts) {
    const std::string_view prefix = text(take());
    const bool isRaw = prefix.substr(0, 2).find_first_of("rR") != std::string_view::npos;
    const std::size_t before = parts.size();
    while (!at(TokenKind::FStringEnd) && !at(TokenKind::End)) {
        if (at(TokenKind::FStringMiddle))
            parts.push(textPart(decodeMiddle(take(), isRaw)));
        else
            parseField(parts, isRaw);
    }
    expect(TokenKind::FStringEnd);
    if (parts.size() == before)
        parts.push(textPart({}));
}

// {expression = !conversion :specification}
void Parser::parseField(ArenaVector<FStringPart>& parts, bool isRaw) {
    const Depth depth(*this);
    const Offset open = expect(TokenKind::LeftBrace).end;
    FStringPart field{{}, noteLoneStar(parseExpressions(true)), 0, false, {}};
    if (takeIf(TokenKind::Equal)) {
        parts.push(textPart(m_tree.source.substr(open, m_token->start - open)));
        field.conversion = 'r';
    }
    const bool isDebug = field.conversion != 0;
    if (takeIf(TokenKind::Conversion)) {
        const Token& name = expect(TokenKind::Name);
        const std::string_view conversion = text(name);
        if (name.start != m_token[-2].end || conversion.find_first_not_of("rsa") != std::string_view::npos ||
            conversion.size() != 1)
            refuse();
        else
            field.conversion = conversion.front();
    } else if (isDebug && at(TokenKind::Colon)) {
        field.conversion = 0;
    }
    if (takeIf(TokenKind::Colon)) {
        field.hasSpec = true;
        field.spec = parseSpec(isRaw);
    }
    expect(TokenKind::RightBrace);
    parts.push(field);
}

// Escapes are replaced here even in a raw string, as CPython 3.13 does.
std::span<const FStringPart> Parser::parseSpec(bool isRaw) {
    ArenaVector<FStringPart> parts(m_tree.arena);
    while (!at(TokenKind::RightBrace) && !at(TokenKind::End)) {
        if (!at(TokenKind::FStringMiddle))
            parseField(parts, isRaw);
        else if (const std::string_view piece = decodeMiddle(take(), false); !piece.empty())
            parts.push(textPart(piece));
    }
    return parts.finish();
}

} // namespace keisan::eval::syntax
