// SPDX-License-Identifier: MIT
#include "common/eval/syntax/parser.h"

#include "common/eval/syntax/checks.h"
#include "common/eval/syntax/diagnosis.h"
#include "common/eval/syntax/lexer.h"
#include "common/eval/syntax/parser_state.h"
#include "common/eval/syntax/scope.h"
#include "common/eval/syntax/source_text.h"

#include <algorithm>

namespace keisan::eval::syntax {

namespace {

std::optional<BinaryOperator> augmentedOperator(TokenKind kind) {
    switch (kind) {
    case TokenKind::PlusEqual: return BinaryOperator::Add;
    case TokenKind::MinusEqual: return BinaryOperator::Subtract;
    case TokenKind::StarEqual: return BinaryOperator::Multiply;
    case TokenKind::SlashEqual: return BinaryOperator::Divide;
    case TokenKind::DoubleSlashEqual: return BinaryOperator::FloorDivide;
    case TokenKind::PercentEqual: return BinaryOperator::Modulo;
    case TokenKind::AtEqual: return BinaryOperator::MatrixMultiply;
    case TokenKind::DoubleStarEqual: return BinaryOperator::Power;
    case TokenKind::LeftShiftEqual: return BinaryOperator::ShiftLeft;
    case TokenKind::RightShiftEqual: return BinaryOperator::ShiftRight;
    case TokenKind::AmpersandEqual: return BinaryOperator::BitAnd;
    case TokenKind::CaretEqual: return BinaryOperator::BitXor;
    case TokenKind::BarEqual: return BinaryOperator::BitOr;
    default: return std::nullopt;
    }
}

// What is left of a line that was refused, with what is looked at before and behind the next token.
constexpr Token kNothingLeft[4] = {};
constexpr const Token* kNextOfNothing = &kNothingLeft[2];

constexpr Expr kRefused{ExprKind::None, 0, 0};

} // namespace

const Expr* Parser::refuse() {
    if (!isRefused())
        m_refusedAt = m_token;
    m_token = kNextOfNothing;
    return &kRefused;
}

void Parser::enterDeepest() {
    m_deepest = m_depth;
    if (m_depth <= kMaxTreeDepth || isRefused())
        return;
    m_isTooDeep = true;
    refuse();
}

const Statement* Parser::parseLine() {
    while (at(TokenKind::Newline))
        take();
    const Statement* statement = parseStatement();
    while (at(TokenKind::Newline))
        take();
    expect(TokenKind::End);
    return statement;
}

const Statement* Parser::finish(Statement statement) {
    return m_tree.arena.make<Statement>(statement);
}

const Statement* Parser::parseStatement() {
    if (at(TokenKind::Del))
        return parseDelete();
    if (beginsDefinition())
        return parseDefinition();
    const Expr* expr = parseExpressions(true);
    if (at(TokenKind::Equal))
        return parseAssignment(expr);
    if (augmentedOperator(kind()))
        return parseAugmentedAssignment(expr);
    if (m_hasBareStar)
        refuse();
    return finish({StatementKind::Expression, BinaryOperator::Add, 0, 0, {}, expr});
}

// x, or x, y, as a tuple. Stars are for assignments only: *x, y = ...
const Expr* Parser::parseExpressions(bool starsAllowed) {
    const Offset start = m_token->start;
    const Expr* first = starsAllowed ? parseStarredOrExpression() : parseExpression();
    m_hasBareStar = first->kind == ExprKind::Starred;
    if (!at(TokenKind::Comma))
        return first;
    ArenaVector<const Expr*> items(m_tree.arena);
    items.push(first);
    bool hasStar = first->kind == ExprKind::Starred;
    while (takeIf(TokenKind::Comma) && !endsExpressions()) {
        items.push(starsAllowed ? parseStarredOrExpression() : parseExpression());
        hasStar |= items.back()->kind == ExprKind::Starred;
    }
    m_hasBareStar = hasStar;
    return make<Sequence>(ExprKind::Tuple, start, lastEnd(), items.finish());
}

// Whether a comma before this token was the last of its list.
bool Parser::endsExpressions() const {
    switch (kind()) {
    case TokenKind::End:
    case TokenKind::Newline:
    case TokenKind::Equal:
    case TokenKind::RightBrace:
    case TokenKind::Conversion:
    case TokenKind::Colon: return true;
    default: return false;
    }
}

// Whether an expression may stand left of a '='. A lone starred one may not.
bool Parser::isTarget(const Expr* expr, bool starAllowed) const {
    switch (expr->kind) {
    case ExprKind::Name: return true;
    case ExprKind::Starred: return starAllowed && isTarget(static_cast<const Starred*>(expr)->value, false);
    case ExprKind::Postfix: {
        const TrailerKind last = static_cast<const Postfix*>(expr)->trailers.back().kind;
        return last == TrailerKind::Attribute || last == TrailerKind::Subscript;
    }
    case ExprKind::Tuple:
    case ExprKind::List: {
        const ExprList items = static_cast<const Sequence*>(expr)->items;
        return std::all_of(items.begin(), items.end(),
                           [this](const Expr* item) { return isTarget(item, true); });
    }
    default: return false;
    }
}

// a = b = value
const Statement* Parser::parseAssignment(const Expr* firstTarget) {
    ArenaVector<const Expr*> targets(m_tree.arena);
    const Expr* value = firstTarget;
    while (at(TokenKind::Equal)) {
        if (!isTarget(value, true)) {
            refuse();
            return nullptr;
        }
        m_lineKind = LineKind::Assignment;
        targets.push(value);
        take();
        value = parseExpressions(true);
    }
    noteLoneStar(value);
    return finish({StatementKind::Assign, BinaryOperator::Add, 0, 0, targets.finish(), value});
}

const Statement* Parser::parseAugmentedAssignment(const Expr* target) {
    if (target->kind == ExprKind::Tuple || target->kind == ExprKind::List || !isTarget(target, false)) {
        refuse();
        return nullptr;
    }
    m_lineKind = LineKind::Assignment;
    const Token& op = take();
    ArenaVector<const Expr*> targets(m_tree.arena);
    targets.push(target);
    const Expr* value = noteLoneStar(parseExpressions(true));
    return finish({StatementKind::AugmentedAssign, *augmentedOperator(op.kind), op.start, op.end,
                   targets.finish(), value});
}

const Statement* Parser::parseDelete() {
    m_lineKind = LineKind::Assignment;
    take();
    const Expr* all = parseExpressions(false);
    if (!isTarget(all, false) || m_hasStars)
        refuse();
    ArenaVector<const Expr*> targets(m_tree.arena);
    targets.push(all);
    return finish({StatementKind::Delete, BinaryOperator::Add, 0, 0, targets.finish(), nullptr});
}

// A name, its parameters in parentheses, and '=': f(x) = x*x.
bool Parser::beginsDefinition() const {
    if (!at(TokenKind::Name) || m_token[1].kind != TokenKind::LeftParenthesis)
        return false;
    unsigned open = 0;
    for (const Token* token = m_token + 1;; ++token) {
        switch (token->kind) {
        case TokenKind::LeftParenthesis:
        case TokenKind::LeftBracket:
        case TokenKind::LeftBrace: ++open; break;
        case TokenKind::RightParenthesis:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace:
            if (--open == 0)
                return token[1].kind == TokenKind::Equal;
            break;
        case TokenKind::Error:
        case TokenKind::End: return false;
        default: break;
        }
    }
}

const Statement* Parser::parseDefinition() {
    m_lineKind = LineKind::Definition;
    const Name* name = makeName(take());
    const Offset start = take().start;
    const Lambda* function = makeLambda(name->id, start, TokenKind::RightParenthesis);
    ArenaVector<const Expr*> targets(m_tree.arena);
    targets.push(name);
    return finish({StatementKind::Assign, BinaryOperator::Add, 0, 0, targets.finish(), function});
}

namespace {

// Reading, parsing and the scopes of a dense line take about as many nanoseconds a byte.
constexpr std::uint64_t kCostPerByte = 20;

// A level that is walked down costs little more than its bytes, until an error comes back through it.
constexpr unsigned kFreeLevels = 32;
constexpr std::uint64_t kCostPerLevel = 1'000;

constexpr std::uint64_t kCostPerCapture = 150;

Error outOfWork() {
    return {ErrorType::OutOfWork, "the line takes more work to parse than is allowed", std::nullopt};
}

Error tooComplex() {
    return {ErrorType::MemoryError, "Parser stack overflowed - Python source too complex to parse",
            std::nullopt};
}

} // namespace

namespace {

// In CPython's order: its symbol table, then its compiler.
void finishTree(Tree& tree, const Parser& parser, std::uint64_t allowed) {
    if (parser.hasScopes())
        tree.cost += kCostPerCapture * resolveScopes(tree, allowed / kCostPerCapture);
    if (const Expr* star = parser.misplacedStar())
        throw SemanticFault{"can't use starred expression here", star->start, star->end};
    if (parser.needsChecks())
        checkTree(tree);
}

} // namespace

std::optional<Error> parse(std::string_view line, Tree& tree, const Limits& limits) {
    tree.arena.reset();
    tree.root = nullptr;
    tree.scope = nullptr;
    tree.hasFunctions = false;
    tree.cost = line.size() * kCostPerByte;
    if (tree.cost > limits.work)
        return outOfWork();
    if (std::optional<Error> fault = readSource(line, tree.arena, tree.source))
        return fault;
    const TokenStream stream = lex(tree.source, tree.arena, limits.nesting);
    Parser parser(tree, stream.tokens);
    try {
        tree.root = parser.parseLine();
        if (!parser.isRefused()) {
            tree.cost += kCostPerLevel * (std::max(parser.deepest(), kFreeLevels) - kFreeLevels);
            finishTree(tree, parser, limits.work - std::min(tree.cost, limits.work));
            return std::nullopt;
        }
        tree.root = nullptr;
        if (parser.isTooDeep())
            return tooComplex();
    } catch (const SemanticFault& fault) {
        return syntaxError(tree.source, fault.message, fault.start, fault.end);
    } catch (const TooManyCaptures& many) {
        tree.root = nullptr;
        return many.areAllowed ? outOfWork() : tooComplex();
    }
    tree.root = nullptr;
    const auto refusedAt = static_cast<std::uint32_t>(&parser.where() - stream.tokens.data());
    const RefusedLine refused{tree.source, stream, refusedAt, parser.lineKind()};
    if (std::optional<Error> error = diagnose(refused, tree.cost, limits.work))
        return error;
    return outOfWork();
}

std::optional<Error> check(std::string_view line) {
    Tree tree;
    return parse(line, tree);
}

} // namespace keisan::eval::syntax
