// SPDX-License-Identifier: MIT
#include "common/eval/syntax/parser_state.h"

#include <array>

namespace keisan::eval::syntax {

namespace {

struct OperatorRow {
    Precedence precedence = Precedence::None;
    BinaryOperator op = BinaryOperator::Add; // from BitOr on
};

// Every operator that can follow an operand. A new one is one row here, its token and its evaluation.
constexpr auto kOperators = [] {
    std::array<OperatorRow, 256> rows{};
    const auto row = [&rows](TokenKind kind) -> OperatorRow& { return rows[static_cast<std::size_t>(kind)]; };
    row(TokenKind::If) = {Precedence::Conditional};
    row(TokenKind::Or) = {Precedence::Or};
    row(TokenKind::And) = {Precedence::And};
    for (const TokenKind kind :
         {TokenKind::Less, TokenKind::LessEqual, TokenKind::Greater, TokenKind::GreaterEqual,
          TokenKind::EqualEqual, TokenKind::NotEqual, TokenKind::In, TokenKind::Not, TokenKind::Is})
        row(kind) = {Precedence::Comparison}; // Not: as in `x not in y`
    row(TokenKind::Bar) = {Precedence::BitOr, BinaryOperator::BitOr};
    row(TokenKind::Caret) = {Precedence::BitXor, BinaryOperator::BitXor};
    row(TokenKind::Ampersand) = {Precedence::BitAnd, BinaryOperator::BitAnd};
    row(TokenKind::LeftShift) = {Precedence::Shift, BinaryOperator::ShiftLeft};
    row(TokenKind::RightShift) = {Precedence::Shift, BinaryOperator::ShiftRight};
    row(TokenKind::Plus) = {Precedence::Sum, BinaryOperator::Add};
    row(TokenKind::Minus) = {Precedence::Sum, BinaryOperator::Subtract};
    row(TokenKind::Star) = {Precedence::Term, BinaryOperator::Multiply};
    row(TokenKind::Slash) = {Precedence::Term, BinaryOperator::Divide};
    row(TokenKind::DoubleSlash) = {Precedence::Term, BinaryOperator::FloorDivide};
    row(TokenKind::Percent) = {Precedence::Term, BinaryOperator::Modulo};
    row(TokenKind::At) = {Precedence::Term, BinaryOperator::MatrixMultiply};
    row(TokenKind::DoubleStar) = {Precedence::Power, BinaryOperator::Power};
    return rows;
}();

const OperatorRow& rowOf(TokenKind kind) {
    return kOperators[static_cast<std::size_t>(kind)];
}

} // namespace

// An operand and all operators behind it that bind tighter than `limit`.
const Expr* Parser::parseOperation(Precedence limit) {
    const Depth depth(*this);
    const Expr* left = parseOperand(limit);
    for (;;) {
        const Precedence precedence = rowOf(kind()).precedence;
        if (precedence <= limit)
            return left;
        switch (precedence) {
        case Precedence::Conditional: left = parseConditional(left); break;
        case Precedence::Or:
        case Precedence::And: left = parseAndOr(left, precedence); break;
        case Precedence::Comparison: left = parseComparison(left); break;
        case Precedence::Power: left = parsePower(left); break;
        default: left = parseChain(left, precedence); break;
        }
    }
}

const Expr* Parser::parseOperand(Precedence limit) {
    switch (kind()) {
    case TokenKind::Minus: return parseUnary(UnaryOperator::Negate, Precedence::Sign);
    case TokenKind::Plus: return parseUnary(UnaryOperator::Plus, Precedence::Sign);
    case TokenKind::Tilde: return parseUnary(UnaryOperator::Invert, Precedence::Sign);
    case TokenKind::Not:
        if (limit > Precedence::Not) // 1 + not x
            return refuse();
        return parseUnary(UnaryOperator::Not, Precedence::Not);
    case TokenKind::Lambda:
        if (limit != Precedence::None) // 1 + lambda: x
            return refuse();
        return parseLambda();
    case TokenKind::SquareRoot: return parseRoot(UnaryOperator::SquareRoot);
    case TokenKind::CubeRoot: return parseRoot(UnaryOperator::CubeRoot);
    default: return parsePostfix();
    }
}

// ** binds tighter than a sign on its left and looser than the one on its right: -2**2 is -4, 2**-1 is 0.5.
const Expr* Parser::parseUnary(UnaryOperator op, Precedence limit) {
    const Offset start = take().start;
    const Expr* operand = parseOperation(limit);
    return make<Unary>(ExprKind::Unary, start, operand->end, op, operand);
}

// A root takes one postfix operand, which may have signs, and no power: √2**2 is (√2)**2.
const Expr* Parser::parseRoot(UnaryOperator op) {
    const Depth depth(*this);
    const Offset start = take().start;
    const Expr* operand = parseRadicand();
    return make<Unary>(ExprKind::Unary, start, operand->end, op, operand);
}

const Expr* Parser::parseRadicand() {
    switch (kind()) {
    case TokenKind::SquareRoot: return parseRoot(UnaryOperator::SquareRoot);
    case TokenKind::CubeRoot: return parseRoot(UnaryOperator::CubeRoot);
    case TokenKind::Minus: return parseRoot(UnaryOperator::Negate);
    case TokenKind::Plus: return parseRoot(UnaryOperator::Plus);
    case TokenKind::Tilde: return parseRoot(UnaryOperator::Invert);
    default: return parsePostfix();
    }
}

const Expr* Parser::parseChain(const Expr* first, Precedence precedence) {
    ArenaVector<ChainLink> links(m_tree.arena);
    while (rowOf(kind()).precedence == precedence) {
        const Token& op = take();
        links.push({rowOf(op.kind).op, op.start, op.end, parseOperation(precedence)});
    }
    return make<Chain>(ExprKind::Chain, first->start, lastEnd(), first, links.finish());
}

const Expr* Parser::parsePower(const Expr* base) {
    const Token& op = take();
    const Expr* exponent = parseOperation(Precedence::Sign);
    return make<Power>(ExprKind::Power, base->start, lastEnd(), base, exponent, op.start, op.end);
}

ComparisonOperator Parser::takeComparisonOperator() {
    switch (take().kind) {
    case TokenKind::Less: return ComparisonOperator::Less;
    case TokenKind::LessEqual: return ComparisonOperator::LessEqual;
    case TokenKind::Greater: return ComparisonOperator::Greater;
    case TokenKind::GreaterEqual: return ComparisonOperator::GreaterEqual;
    case TokenKind::EqualEqual: return ComparisonOperator::Equal;
    case TokenKind::NotEqual: return ComparisonOperator::NotEqual;
    case TokenKind::In: return ComparisonOperator::In;
    case TokenKind::Is: return takeIf(TokenKind::Not) ? ComparisonOperator::IsNot : ComparisonOperator::Is;
    default: expect(TokenKind::In); return ComparisonOperator::NotIn;
    }
}

const Expr* Parser::parseComparison(const Expr* first) {
    ArenaVector<ComparisonLink> links(m_tree.arena);
    while (rowOf(kind()).precedence == Precedence::Comparison) {
        const Offset start = m_token->start;
        const ComparisonOperator op = takeComparisonOperator();
        const Offset end = lastEnd();
        links.push({op, start, end, parseOperation(Precedence::Comparison)});
    }
    return make<Comparison>(ExprKind::Comparison, first->start, lastEnd(), first, links.finish());
}

const Expr* Parser::parseAndOr(const Expr* first, Precedence precedence) {
    const TokenKind word = kind();
    ArenaVector<const Expr*> operands(m_tree.arena);
    operands.push(first);
    while (takeIf(word))
        operands.push(parseOperation(precedence));
    return make<Sequence>(word == TokenKind::And ? ExprKind::And : ExprKind::Or, first->start, lastEnd(),
                          operands.finish());
}

const Expr* Parser::parseConditional(const Expr* whenTrue) {
    expect(TokenKind::If);
    const Expr* condition = parseDisjunction();
    expect(TokenKind::Else);
    const Expr* whenFalse = parseExpression();
    return make<Conditional>(ExprKind::Conditional, whenTrue->start, lastEnd(), condition, whenTrue,
                             whenFalse);
}

} // namespace keisan::eval::syntax
