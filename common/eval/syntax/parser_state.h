// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/limits.h"
#include "common/eval/syntax/arena.h"
#include "common/eval/syntax/ast.h"
#include "common/eval/syntax/diagnosis.h"
#include "common/eval/syntax/token.h"

#include <span>
#include <string_view>
#include <utility>

namespace keisan::eval::syntax {

// How tightly operators bind, loosest first.
enum class Precedence : std::uint8_t {
    None, // no operator
    Conditional,
    Or,
    And,
    Not,
    Comparison,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Term,
    Sign, // unary - + ~
    Power,
};

// Builds the tree of a line that is well formed. It says yes, or refuses; why a line is refused is
// diagnosis.h's to find out. One use, one line.
//
// To refuse is a state, not an exception, which would take longer than all the rest: from then on nothing but
// End is left of the line, so that everything that was begun comes to its end by itself.
class Parser {
public:
    Parser(Tree& tree, std::span<const Token> tokens) : m_tree(tree), m_token(tokens.data()) {}

    const Statement* parseLine();

    // An expression, or several with commas, that is all there is.
    const Expr* parsePiece() {
        const Expr* expr = parseExpressions(true);
        expect(TokenKind::End);
        return expr;
    }

    // An operand with its postfixes, or expressions with commas, that something may follow.
    const Expr* parseFront(bool isPrimary) { return isPrimary ? parsePostfix() : parseExpressions(true); }

    // Whether a scope pass has anything to do.
    bool hasScopes() const { return m_hasScopes; }

    // What the line has shown itself to be, as far as it was read.
    LineKind lineKind() const { return m_lineKind; }

    // Whether the compiler's checks have anything to look at.
    bool needsChecks() const { return m_hasKeywords || m_hasStars; }

    // A starred expression that stands alone where only a list of them may: an error, but of a line that is
    // whole.
    const Expr* misplacedStar() const { return m_misplacedStar; }

    // What was parsed means nothing then.
    bool isRefused() const { return m_refusedAt != nullptr; }

    // Whether it was refused because it nests too deep.
    bool isTooDeep() const { return m_isTooDeep; }

    unsigned deepest() const { return m_deepest; } // levels of the tree so far

    // The token at which it was refused, else the next one.
    const Token& where() const { return isRefused() ? *m_refusedAt : *m_token; }

private:
    // Recursion is counted here and nowhere else: whatever nests passes through parseOperation().
    class Depth;

    // parser.cpp: the line
    const Statement* parseStatement();
    const Statement* parseAssignment(const Expr* firstTarget);
    const Statement* parseAugmentedAssignment(const Expr* target);
    const Statement* parseDelete();
    const Statement* parseDefinition();
    bool beginsDefinition() const;
    const Expr* parseExpressions(bool starsAllowed);
    bool endsExpressions() const;
    bool isTarget(const Expr* expr, bool starAllowed) const;
    const Statement* finish(Statement statement);

    // parser_operators.cpp
    const Expr* parseExpression() { return parseOperation(Precedence::None); }
    const Expr* parseDisjunction() { return parseOperation(Precedence::Conditional); }
    const Expr* parseBitwiseOr() { return parseOperation(Precedence::Comparison); }
    const Expr* parseOperation(Precedence limit);
    const Expr* parseOperand(Precedence limit);
    const Expr* parseUnary(UnaryOperator op, Precedence limit);
    const Expr* parseRoot(UnaryOperator op);
    const Expr* parseRadicand();
    const Expr* parseChain(const Expr* first, Precedence precedence);
    const Expr* parsePower(const Expr* base);
    const Expr* parseComparison(const Expr* first);
    const Expr* parseAndOr(const Expr* first, Precedence precedence);
    const Expr* parseConditional(const Expr* whenTrue);
    ComparisonOperator takeComparisonOperator();

    // parser_operands.cpp
    const Expr* parsePostfix();
    Trailer parseTrailer();
    const Expr* parseAtom();
    const Expr* parseParenthesized();
    const Expr* parseListDisplay();
    const Expr* parseBraces();
    const Expr* parseDict(const Token& open, const Expr* key);
    const Expr* parseItems(const Token& open, ExprKind kind, TokenKind close, const Expr* first);
    const Expr* parseComprehension(const Token& open, ExprKind kind, TokenKind close, const Expr* element,
                                   const Expr* value);
    Clause parseClause();
    const Expr* parseCommaTargets();
    const Expr* parseNamedExpression();
    const Expr* parseStarredOr(const Expr* (Parser::*parse)());
    const Expr* parseStarredOrNamed() { return parseStarredOr(&Parser::parseNamedExpression); }
    const Expr* parseStarredOrExpression() { return parseStarredOr(&Parser::parseExpression); }
    const Expr* parseStarredOrBitwiseOr() { return parseStarredOr(&Parser::parseBitwiseOr); }
    bool isWalrusNext() const { return at(TokenKind::Name) && m_token[1].kind == TokenKind::ColonEqual; }

    // parser_arguments.cpp
    std::span<const Argument> parseArguments(const Token& open, bool& isPlain);
    Argument parseArgument();
    Argument argument(ArgumentKind kind, const Token& first, const Expr* value) const;
    const Expr* parseSubscript();
    const Expr* parseSlice();
    const Expr* parseLambda();
    Lambda* makeLambda(std::string_view name, Offset start, TokenKind close);
    std::span<const Parameter> parseParameters(TokenKind close);

    // parser_strings.cpp
    const Expr* parseStrings();
    void parseFString(ArenaVector<FStringPart>& parts);
    void parseField(ArenaVector<FStringPart>& parts, bool isRaw);
    std::span<const FStringPart> parseSpec(bool isRaw);
    std::string_view decodeMiddle(const Token& token, bool isRaw);

    // Tokens.
    TokenKind kind() const { return m_token->kind; }
    bool at(TokenKind wanted) const { return m_token->kind == wanted; }
    const Token& take() { return *m_token++; }
    bool takeIf(TokenKind wanted) {
        if (!at(wanted))
            return false;
        ++m_token;
        return true;
    }
    const Token& expect(TokenKind wanted) {
        if (at(wanted))
            return take();
        refuse();
        return *m_token;
    }
    Offset lastEnd() const { return m_token[-1].end; }
    std::string_view text(const Token& token) const {
        return m_tree.source.substr(token.start, token.end - token.start);
    }
    // Only the first time tells where. Returns something that means nothing.
    [[gnu::cold]] const Expr* refuse();
    void enterDeepest();

    const Expr* makeWalrus();
    Name* makeName(const Token& token);
    const Expr* noteLoneStar(const Expr* value) {
        if (value->kind == ExprKind::Starred && m_misplacedStar == nullptr)
            m_misplacedStar = value;
        return value;
    }

    template <typename T, typename... Members>
    T* make(ExprKind exprKind, Offset start, Offset end, Members&&... members) {
        return m_tree.arena.make<T>(Expr{exprKind, start, end}, std::forward<Members>(members)...);
    }

    Tree& m_tree;
    const Token* m_token;
    const Token* m_refusedAt = nullptr;
    unsigned m_depth = 0;
    unsigned m_deepest = 0;
    bool m_isTooDeep = false;
    bool m_hasScopes = false;
    bool m_hasKeywords = false;
    bool m_hasStars = false;
    const Expr* m_misplacedStar = nullptr;
    bool m_hasBareStar = false; // the last parseExpressions() met a star of its own
    LineKind m_lineKind = LineKind::Expression;
};

class Parser::Depth {
public:
    explicit Depth(Parser& parser) : m_depth(parser.m_depth) {
        if (++m_depth > parser.m_deepest)
            parser.enterDeepest();
    }
    ~Depth() { --m_depth; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    unsigned& m_depth;
};

} // namespace keisan::eval::syntax
