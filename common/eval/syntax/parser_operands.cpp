// SPDX-License-Identifier: MIT
#include "common/eval/syntax/literals.h"
#include "common/eval/syntax/normalization.h"
#include "common/eval/syntax/parser_state.h"

#include <limits>

namespace keisan::eval::syntax {

Name* Parser::makeName(const Token& token) {
    return make<Name>(ExprKind::Name, token.start, token.end, Access::Global, 0U,
                      normalizeName(text(token), m_tree.arena));
}

// An atom and everything that follows it without an operator between.
const Expr* Parser::parsePostfix() {
    const Offset start = m_token->start;
    const Expr* operand = parseAtom();
    ArenaVector<Trailer> trailers(m_tree.arena);
    for (;;) {
        switch (kind()) {
        case TokenKind::Exclamation:
        case TokenKind::Dot:
        case TokenKind::LeftBracket:
        case TokenKind::LeftParenthesis:
        case TokenKind::Superscript: trailers.push(parseTrailer()); continue;
        default: break;
        }
        break;
    }
    if (trailers.empty())
        return operand;
    return make<Postfix>(ExprKind::Postfix, start, lastEnd(), operand, trailers.finish());
}

Trailer Parser::parseTrailer() {
    const Token& first = take();
    Trailer trailer{TrailerKind::Factorial, false, first.start, first.end, {}, nullptr, {}};
    switch (first.kind) {
    case TokenKind::Dot:
        trailer.kind = TrailerKind::Attribute;
        trailer.name = normalizeName(text(expect(TokenKind::Name)), m_tree.arena);
        break;
    case TokenKind::LeftBracket:
        trailer.kind = TrailerKind::Subscript;
        trailer.operand = parseSubscript();
        break;
    case TokenKind::LeftParenthesis:
        trailer.kind = TrailerKind::Call;
        trailer.arguments = parseArguments(first, trailer.isPlain);
        break;
    case TokenKind::Superscript:
        trailer.kind = TrailerKind::Superscript;
        trailer.operand =
            m_tree.arena.make<Number>(makeSuperscript(text(first), m_tree.arena, first.start, first.end));
        break;
    default: break;
    }
    trailer.end = lastEnd();
    return trailer;
}

const Expr* Parser::parseAtom() {
    const Token& token = *m_token;
    switch (token.kind) {
    case TokenKind::Name: return makeName(take());
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::Imaginary:
        take();
        return m_tree.arena.make<Number>(makeNumber(token.kind, text(token), token.start, token.end));
    case TokenKind::Infinity: {
        take();
        Number* number =
            make<Number>(ExprKind::Float, token.start, token.end, false, text(token), std::int64_t{0});
        number->real = std::numeric_limits<double>::infinity();
        return number;
    }
    case TokenKind::True: take(); return make<Expr>(ExprKind::True, token.start, token.end);
    case TokenKind::False: take(); return make<Expr>(ExprKind::False, token.start, token.end);
    case TokenKind::None: take(); return make<Expr>(ExprKind::None, token.start, token.end);
    case TokenKind::Ellipsis: take(); return make<Expr>(ExprKind::Ellipsis, token.start, token.end);
    case TokenKind::String:
    case TokenKind::FStringStart: return parseStrings();
    case TokenKind::LeftParenthesis: return parseParenthesized();
    case TokenKind::LeftBracket: return parseListDisplay();
    case TokenKind::LeftBrace: return parseBraces();
    default: return refuse();
    }
}

const Expr* Parser::makeWalrus() {
    m_hasScopes = true;
    const Name* target = makeName(take());
    expect(TokenKind::ColonEqual);
    const Expr* value = parseExpression();
    return make<Walrus>(ExprKind::Walrus, target->start, lastEnd(), target, value);
}

const Expr* Parser::parseNamedExpression() {
    return isWalrusNext() ? makeWalrus() : parseExpression();
}

const Expr* Parser::parseStarredOr(const Expr* (Parser::*parse)()) {
    if (!at(TokenKind::Star))
        return (this->*parse)();
    m_hasStars = true;
    const Offset start = take().start;
    const Expr* value = parseBitwiseOr();
    return make<Starred>(ExprKind::Starred, start, lastEnd(), value);
}

// (), (x), (x, y), (x for ...)
const Expr* Parser::parseParenthesized() {
    const Token& open = take();
    if (at(TokenKind::RightParenthesis))
        return parseItems(open, ExprKind::Tuple, TokenKind::RightParenthesis, nullptr);
    const Expr* first = parseStarredOrNamed();
    if (at(TokenKind::For))
        return parseComprehension(open, ExprKind::GeneratorExpression, TokenKind::RightParenthesis, first,
                                  nullptr);
    if (at(TokenKind::Comma))
        return parseItems(open, ExprKind::Tuple, TokenKind::RightParenthesis, first);
    expect(TokenKind::RightParenthesis);
    return first->kind == ExprKind::Starred ? refuse() : first;
}

const Expr* Parser::parseListDisplay() {
    const Token& open = take();
    if (at(TokenKind::RightBracket))
        return parseItems(open, ExprKind::List, TokenKind::RightBracket, nullptr);
    const Expr* first = parseStarredOrNamed();
    if (at(TokenKind::For))
        return parseComprehension(open, ExprKind::ListComprehension, TokenKind::RightBracket, first, nullptr);
    return parseItems(open, ExprKind::List, TokenKind::RightBracket, first);
}

// Sets and dicts: what follows the first item decides.
const Expr* Parser::parseBraces() {
    const Token& open = take();
    if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar))
        return parseDict(open, nullptr);
    const bool canBeKey = !at(TokenKind::Star) && !isWalrusNext();
    const Expr* first = parseStarredOrNamed();
    if (canBeKey && at(TokenKind::Colon))
        return parseDict(open, first);
    if (at(TokenKind::For))
        return parseComprehension(open, ExprKind::SetComprehension, TokenKind::RightBrace, first, nullptr);
    return parseItems(open, ExprKind::Set, TokenKind::RightBrace, first);
}

// The rest of a tuple, list or set behind its first item; a comma may end it.
const Expr* Parser::parseItems(const Token& open, ExprKind sequenceKind, TokenKind close, const Expr* first) {
    ArenaVector<const Expr*> items(m_tree.arena);
    if (first != nullptr)
        items.push(first);
    while (first != nullptr && takeIf(TokenKind::Comma) && !at(close))
        items.push(parseStarredOrNamed());
    expect(close);
    return make<Sequence>(sequenceKind, open.start, lastEnd(), items.finish());
}

// A dict behind its first key, or behind its brace.
const Expr* Parser::parseDict(const Token& open, const Expr* key) {
    ArenaVector<DictItem> items(m_tree.arena);
    while (key != nullptr || !at(TokenKind::RightBrace)) {
        if (key == nullptr && takeIf(TokenKind::DoubleStar)) {
            items.push({nullptr, parseBitwiseOr()});
        } else {
            if (key == nullptr)
                key = parseExpression();
            expect(TokenKind::Colon);
            const Expr* value = parseExpression();
            if (at(TokenKind::For) && items.empty())
                return parseComprehension(open, ExprKind::DictComprehension, TokenKind::RightBrace, key,
                                          value);
            items.push({key, value});
            key = nullptr;
        }
        if (!takeIf(TokenKind::Comma))
            break;
    }
    expect(TokenKind::RightBrace);
    return make<Dict>(ExprKind::Dict, open.start, lastEnd(), items.finish());
}

const Expr* Parser::parseComprehension(const Token& open, ExprKind comprehensionKind, TokenKind close,
                                       const Expr* element, const Expr* value) {
    if (element->kind == ExprKind::Starred)
        return refuse();
    m_hasScopes = true;
    ArenaVector<Clause> clauses(m_tree.arena);
    while (at(TokenKind::For))
        clauses.push(parseClause());
    expect(close);
    return make<Comprehension>(comprehensionKind, open.start, lastEnd(), element, value, clauses.finish(),
                               nullptr, 0U, 0U);
}

Clause Parser::parseClause() {
    expect(TokenKind::For);
    const Expr* target = parseCommaTargets();
    expect(TokenKind::In);
    const Expr* iterable = parseDisjunction();
    ArenaVector<const Expr*> conditions(m_tree.arena);
    while (takeIf(TokenKind::If))
        conditions.push(parseDisjunction());
    return {target, iterable, conditions.finish()};
}

// x, or x, y, or x, *y of a for clause.
const Expr* Parser::parseCommaTargets() {
    const Offset start = m_token->start;
    const Expr* first = parseStarredOrBitwiseOr();
    const Expr* target = first;
    if (at(TokenKind::Comma)) {
        ArenaVector<const Expr*> items(m_tree.arena);
        items.push(first);
        while (takeIf(TokenKind::Comma) && !at(TokenKind::In))
            items.push(parseStarredOrBitwiseOr());
        target = make<Sequence>(ExprKind::Tuple, start, lastEnd(), items.finish());
    }
    return isTarget(target, true) ? target : refuse();
}

} // namespace keisan::eval::syntax
