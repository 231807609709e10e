// SPDX-License-Identifier: MIT
#include "common/eval/syntax/characters.h"
#include "common/eval/syntax/diagnosis_state.h"
#include "common/eval/syntax/literals.h"
#include "common/eval/syntax/parser_state.h"
#include "common/eval/syntax/tree_walk.h"

#include <algorithm>
#include <array>

namespace keisan::eval::syntax {

namespace {

bool opens(TokenKind kind) {
    return kind == TokenKind::LeftParenthesis || kind == TokenKind::LeftBracket ||
           kind == TokenKind::LeftBrace;
}

bool closes(TokenKind kind) {
    return kind == TokenKind::RightParenthesis || kind == TokenKind::RightBracket ||
           kind == TokenKind::RightBrace;
}

std::string_view postfixName(const Postfix& postfix) {
    switch (postfix.trailers.back().kind) {
    case TrailerKind::Attribute: return "attribute";
    case TrailerKind::Subscript: return "subscript";
    case TrailerKind::Call: return "function call";
    default: return "expression";
    }
}

// What CPython calls an expression in its messages.
std::string_view kindName(const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::None: return "None";
    case ExprKind::True: return "True";
    case ExprKind::False: return "False";
    case ExprKind::Ellipsis: return "ellipsis";
    case ExprKind::FString: return "f-string expression";
    case ExprKind::Name: return "name";
    case ExprKind::Tuple: return "tuple";
    case ExprKind::List: return "list";
    case ExprKind::Set: return "set display";
    case ExprKind::Dict: return "dict literal";
    case ExprKind::Comparison: return "comparison";
    case ExprKind::Conditional: return "conditional expression";
    case ExprKind::Postfix: return postfixName(as<Postfix>(expr));
    case ExprKind::Starred: return "starred";
    case ExprKind::Walrus: return "named expression";
    case ExprKind::Lambda: return "lambda";
    case ExprKind::ListComprehension: return "list comprehension";
    case ExprKind::SetComprehension: return "set comprehension";
    case ExprKind::DictComprehension: return "dict comprehension";
    case ExprKind::GeneratorExpression: return "generator expression";
    case ExprKind::Unary:
    case ExprKind::Power:
    case ExprKind::Chain:
    case ExprKind::And:
    case ExprKind::Or:
    case ExprKind::Slice: return "expression";
    default: return "literal";
    }
}

bool isPrimary(const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::Unary:
    case ExprKind::Power:
    case ExprKind::Chain:
    case ExprKind::Comparison:
    case ExprKind::And:
    case ExprKind::Or:
    case ExprKind::Conditional: return false;
    default: return true;
    }
}

// The part of a would-be target that can be none, or null.
const Expr* invalidPart(PegActionKind kind, const Expr* expr) {
    switch (expr->kind) {
    case ExprKind::Tuple:
    case ExprKind::List:
        for (const Expr* item : as<Sequence>(expr).items)
            if (const Expr* part = invalidPart(kind, item))
                return part;
        return nullptr;
    case ExprKind::Starred:
        return kind == PegActionKind::InvalidDelTarget ? expr : invalidPart(kind, as<Starred>(expr).value);
    case ExprKind::Comparison: // `x in y` of `for x in y`
        if (kind != PegActionKind::InvalidForTarget)
            return expr;
        return as<Comparison>(expr).links.front().op == ComparisonOperator::In
                   ? invalidPart(kind, as<Comparison>(expr).first)
                   : nullptr;
    case ExprKind::Name: return nullptr;
    case ExprKind::Postfix: {
        const TrailerKind last = as<Postfix>(expr).trailers.back().kind;
        return last == TrailerKind::Attribute || last == TrailerKind::Subscript ? nullptr : expr;
    }
    default: return expr;
    }
}

} // namespace

PegVerdict Diagnosis::act(const PegAction& action, const PegLabels& labels, std::uint32_t mark) {
    const TokenRange first = labels[action.first];
    const TokenRange second = labels[action.second];
    switch (action.kind) {
    case PegActionKind::At: return sayRange(filled(action.message, first), first, first);
    case PegActionKind::Range: return sayRange(filled(action.message, first), first, second);
    case PegActionKind::From: return say(action.message, m_tokens[first.begin].start, lastSeen().end - 1);
    case PegActionKind::Next: return say(action.message, m_tokens[mark].start, m_tokens[mark].end);
    case PegActionKind::Last: return sayLast(action.message);
    case PegActionKind::MissingComma: return missingComma(first, second, mark);
    case PegActionKind::Legacy: return legacyStatement(first, second);
    case PegActionKind::InvalidTarget:
    case PegActionKind::InvalidForTarget:
    case PegActionKind::InvalidDelTarget: return invalidTarget(action, first);
    case PegActionKind::KeyWithoutColon: {
        const std::uint32_t end = m_tokens[withoutGroup(first).end - 1].end;
        std::uint32_t last = end - 1;
        while (isContinuation(m_line.source[last]))
            --last;
        return say(action.message, last, end);
    }
    case PegActionKind::BareGenerator: return bareGenerator(action, first, second);
    case PegActionKind::PositionalAfterKeyword: return positionalAfterKeyword(first);
    case PegActionKind::CheckString: return checkString(m_tokens[first.begin]);
    case PegActionKind::CheckFString: return checkFString({first.begin, second.end});
    case PegActionKind::CheckSpecification: return checkSpecification(m_tokens[first.begin]);
    case PegActionKind::CheckStrings: return checkStrings(first);
    case PegActionKind::CheckConversion: return checkConversion(first, second);
    case PegActionKind::CheckConversionCharacter: return checkConversionCharacter(first);
    case PegActionKind::Value: break;
    }
    return PegVerdict::GoOn;
}

// CPython compares as many letters as the word has: `c` of (c d) is as good as `case`.
bool Diagnosis::isSoftKeyword(const Token& token) {
    constexpr std::array<std::string_view, 4> kSoftKeywords{"match", "case", "type", "_"};
    return std::any_of(kSoftKeywords.begin(), kSoftKeywords.end(),
                       [word = text(token)](std::string_view keyword) { return keyword.starts_with(word); });
}

PegVerdict Diagnosis::say(const std::string& message, std::uint32_t start, std::uint32_t end) {
    m_reported = report(message, start, end);
    return PegVerdict::Report;
}

// At the last token that was looked at; the end of the line is its last character then.
PegVerdict Diagnosis::sayLast(const std::string& message) {
    const Token& last = lastSeen();
    return say(message, last.kind == TokenKind::End && last.start != 0 ? last.start - 1 : last.start,
               last.end);
}

PegVerdict Diagnosis::sayRange(const std::string& message, TokenRange from, TokenRange to) {
    return say(message, m_tokens[withoutGroup(from).begin].start, m_tokens[withoutGroup(to).end - 1].end);
}

std::string Diagnosis::filled(const std::string& message, TokenRange what) {
    const std::size_t place = message.find('%');
    if (place == std::string::npos)
        return message;
    const std::string_view name = message[place + 1] == 's' ? nameOf(what) : text(m_tokens[what.begin]);
    return message.substr(0, place) + std::string(name) + message.substr(place + 2);
}

std::string_view Diagnosis::nameOf(TokenRange expression) {
    expression = withoutGroup(expression);
    const TokenKind begin = m_tokens[expression.begin].kind;
    if (begin == TokenKind::Yield)
        return "yield expression";
    if (begin == TokenKind::FStringStart && m_tokens[expression.end - 1].kind == TokenKind::FStringEnd)
        return "f-string expression";
    const Expr* expr = parseAgain(expression);
    if (expr == nullptr)
        return "expression";
    return begin == TokenKind::Await && isPrimary(expr) ? "await expression" : kindName(expr);
}

// The index of the bracket that closes the one at `open`.
std::uint32_t Diagnosis::matching(std::uint32_t open) const {
    if (!opens(m_tokens[open].kind))
        return open;
    unsigned depth = 0;
    for (std::uint32_t i = open; i < m_tokens.size(); ++i) {
        depth += opens(m_tokens[i].kind) ? 1 : 0;
        depth -= closes(m_tokens[i].kind) ? 1 : 0;
        if (depth == 0)
            return i;
    }
    return static_cast<std::uint32_t>(m_tokens.size());
}

// An expression in nothing but parentheses is that expression, and its place is the place within them.
TokenRange Diagnosis::withoutGroup(TokenRange range) const {
    while (range.end - range.begin > 2 && m_tokens[range.begin].kind == TokenKind::LeftParenthesis &&
           matching(range.begin) == range.end - 1) {
        const bool isYield =
            m_tokens[range.begin + 1].kind == TokenKind::Yield; // whose commas make no tuple of it
        unsigned depth = 0;
        unsigned lambdas = 0; // whose parameters we are among: their commas make none, either
        for (std::uint32_t i = range.begin + 1; !isYield && i + 1 < range.end; ++i) {
            const TokenKind kind = m_tokens[i].kind;
            depth += opens(kind) ? 1 : 0;
            depth -= closes(kind) ? 1 : 0;
            if (depth != 0)
                continue;
            if (kind == TokenKind::For || (kind == TokenKind::Comma && lambdas == 0))
                return range; // a tuple or a generator expression
            lambdas += kind == TokenKind::Lambda ? 1 : 0;
            lambdas -= kind == TokenKind::Colon && lambdas != 0 ? 1 : 0;
        }
        range = {range.begin + 1, range.end - 1};
    }
    return range;
}

// Null if it is something that Python's grammar knows and ours does not; each await is taken for what it
// waits for.
const Expr* Diagnosis::parseAgain(TokenRange range) {
    m_piece.assign(m_tokens.begin() + range.begin, m_tokens.begin() + range.end);
    std::erase_if(m_piece, [](const Token& token) { return token.kind == TokenKind::Await; });
    m_piece.push_back({TokenKind::End, m_piece.back().end, m_piece.back().end});
    m_scratch.source = m_line.source;
    Parser parser(m_scratch, m_piece);
    const Expr* const piece = parser.parsePiece();
    return parser.isRefused() ? nullptr : piece;
}

// Where the operand of an await (a primary) or a yield (expressions) at this token ends.
Offset Diagnosis::endOfOperand(std::uint32_t token, bool isPrimary) {
    m_scratch.source = m_line.source;
    Parser parser(m_scratch, m_tokens.subspan(token));
    parser.parseFront(isPrimary);
    if (parser.isRefused() && opens(m_tokens[token].kind) && matching(token) < m_tokens.size())
        return m_tokens[matching(token)].end;
    return (&parser.where())[-1].end;
}

unsigned Diagnosis::levelBehind(std::uint32_t token) {
    if (m_levels.empty()) {
        std::uint32_t level = 0;
        for (const Token& t : m_tokens) {
            level += opens(t.kind) ? 1 : 0;
            level -= closes(t.kind) ? 1 : 0;
            m_levels.push_back(level);
        }
    }
    return m_levels[token];
}

bool Diagnosis::isLegacyName(TokenRange range) const {
    const std::string_view word = text(m_tokens[range.begin]);
    return range.end - range.begin == 1 && (word == "print" || word == "exec");
}

// Two expressions side by side; only within brackets is a comma a likely guess.
PegVerdict Diagnosis::missingComma(TokenRange first, TokenRange second, std::uint32_t mark) {
    if (isLegacyName(withoutGroup(first)) || levelBehind(mark - 1) == 0)
        return PegVerdict::Fail;
    return sayRange("invalid syntax. Perhaps you forgot a comma?", first, second);
}

PegVerdict Diagnosis::legacyStatement(TokenRange name, TokenRange rest) {
    if (!isLegacyName(name))
        return PegVerdict::Fail;
    const std::string word(text(m_tokens[name.begin]));
    return sayRange("Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?", name,
                    rest);
}

PegVerdict Diagnosis::invalidTarget(const PegAction& action, TokenRange expression) {
    const Expr* expr = parseAgain(expression);
    const Expr* part = expr != nullptr ? invalidPart(action.kind, expr) : nullptr;
    if (part == nullptr)
        return PegVerdict::Fail;
    std::string message = action.message;
    message.replace(message.find("%s"), 2, kindName(part));
    return say(message, part->start, part->end);
}

PegVerdict Diagnosis::bareGenerator(const PegAction& action, TokenRange arguments, TokenRange clauses) {
    TokenRange last{arguments.begin, arguments.begin};
    unsigned positional = 0;
    for (std::uint32_t i = arguments.begin; i < arguments.end; ++i) {
        std::uint32_t end = i;
        for (; end < arguments.end && m_tokens[end].kind != TokenKind::Comma; ++end)
            if (opens(m_tokens[end].kind))
                end = matching(end);
        const bool isKeyword =
            m_tokens[i].kind == TokenKind::DoubleStar || m_tokens[i + 1].kind == TokenKind::Equal;
        if (!isKeyword) {
            ++positional;
            last = {i, end};
        }
        i = end;
    }
    if (positional <= 1)
        return PegVerdict::Fail;
    return sayRange(action.message, last, clauses);
}

PegVerdict Diagnosis::positionalAfterKeyword(TokenRange arguments) {
    bool hasUnpacking = false;
    for (std::uint32_t i = arguments.begin; i < arguments.end; ++i) {
        const bool isFirst = i == arguments.begin || m_tokens[i - 1].kind == TokenKind::Comma;
        hasUnpacking |= isFirst && m_tokens[i].kind == TokenKind::DoubleStar;
        if (opens(m_tokens[i].kind))
            i = matching(i);
    }
    return sayLast(hasUnpacking ? "positional argument follows keyword argument unpacking"
                                : "positional argument follows keyword argument");
}

std::optional<std::string> Diagnosis::escapeFault(const StringLiteral& literal) {
    std::string_view value;
    m_scratch.arena.reset();
    return decodeString(literal, m_scratch.arena, value);
}

// Escapes are replaced when a string is met, so that a malformed one counts before anything behind it.
PegVerdict Diagnosis::checkString(const Token& token) {
    const auto fault = escapeFault(splitString(text(token)));
    return fault ? say(*fault, token.start, token.end) : PegVerdict::GoOn;
}

PegVerdict Diagnosis::checkFString(TokenRange range) {
    const std::string_view prefix = text(m_tokens[range.begin]).substr(0, 2);
    const bool isRaw = prefix.find_first_of("rR") != std::string_view::npos;
    for (std::uint32_t i = range.begin + 1; i < range.end; ++i) {
        if (opens(m_tokens[i].kind)) { // the fields have been looked at
            i = matching(i);
            continue;
        }
        if (m_tokens[i].kind != TokenKind::FStringMiddle)
            continue;
        if (const auto fault = escapeFault({text(m_tokens[i]), false, isRaw}))
            return say(*fault, lastSeen().start, lastSeen().end);
    }
    return PegVerdict::GoOn;
}

// CPython 3.13 replaces escapes in a specification even of a raw string, and forgets to call what is wrong
// with them a syntax error.
PegVerdict Diagnosis::checkSpecification(const Token& token) {
    constexpr std::string_view kPrefix = "(unicode error) ";
    const auto fault = escapeFault({text(token), false, false});
    if (!fault)
        return PegVerdict::GoOn;
    m_reported = Error{ErrorType::UnicodeDecodeError, fault->substr(kPrefix.size()), std::nullopt};
    return PegVerdict::Report;
}

PegVerdict Diagnosis::checkStrings(TokenRange strings) {
    bool hasBytes = false;
    bool hasText = false;
    for (std::uint32_t i = strings.begin; i < strings.end; ++i) {
        if (opens(m_tokens[i].kind)) {
            i = matching(i);
            continue;
        }
        const bool isBytes = m_tokens[i].kind == TokenKind::String && splitString(text(m_tokens[i])).isBytes;
        (isBytes ? hasBytes : hasText) = true;
    }
    return hasBytes && hasText ? sayLast("cannot mix bytes and nonbytes literals") : PegVerdict::GoOn;
}

PegVerdict Diagnosis::checkConversion(TokenRange mark, TokenRange name) {
    const Token& bang = m_tokens[mark.begin];
    const Token& conversion = m_tokens[name.begin];
    if (bang.end != conversion.start)
        // Spelt so by CPython 3.13.
        return say("f-string: conversion type must come right after the exclamanation mark", bang.start,
                   conversion.end);
    return PegVerdict::GoOn;
}

// CPython looks at the character when the whole field has been read: what is wrong behind it comes first.
PegVerdict Diagnosis::checkConversionCharacter(TokenRange conversion) {
    const Token& name = m_tokens[conversion.end - 1];
    const std::string_view letter = text(name);
    if (letter == "r" || letter == "s" || letter == "a")
        return PegVerdict::GoOn;
    return say("f-string: invalid conversion character '" + std::string(letter) +
                   "': expected 's', 'r', or 'a'",
               name.start, name.end);
}

} // namespace keisan::eval::syntax
