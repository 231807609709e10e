// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"
#include "common/eval/syntax/diagnosis.h"
#include "common/eval/syntax/literals.h"
#include "common/eval/syntax/peg_machine.h"

#include <optional>
#include <string>
#include <vector>

namespace keisan::eval::syntax {

// The work behind diagnose(); see diagnosis.h. One use, one line.
class Diagnosis final : private PegActions {
public:
    Diagnosis(const RefusedLine& line, std::uint64_t steps)
        : m_line(line)
        , m_tokens(line.stream.tokens)
        , m_machine(diagnosisGrammar(), m_tokens, *this, steps) {}

    Error run();
    std::uint64_t stepsLeft() const { return m_machine.stepsLeft(); }
    bool isOutOfSteps() const { return m_isOutOfSteps; }

private:
    // diagnosis.cpp
    std::optional<Error> outcomeOf(PegOutcome outcome);
    Error lexicalError() const;
    Error invalidSyntaxAt(const Token& token) const;
    Error preferLexicalError(Error error) const;
    Error explainAccepted();
    Error explainYield(std::uint32_t token);
    Error reportAsynchronous(std::uint32_t open) const;
    bool isInBodyOf(std::uint32_t lambda, std::uint32_t token) const;
    std::uint32_t bracketAround(std::uint32_t token) const;
    std::optional<std::uint32_t> comprehensionAround(std::uint32_t token) const;
    bool isWithinComprehension(std::uint32_t open, std::uint32_t token) const;
    bool isGenerator(std::uint32_t open) const { return m_tokens[open].kind == TokenKind::LeftParenthesis; }
    std::string comprehensionName(std::uint32_t open) const;
    Error report(const std::string& message, std::uint32_t start, std::uint32_t end) const;
    Error reportToken(const std::string& message, const Token& token) const;

    // diagnosis_actions.cpp
    PegVerdict act(const PegAction& action, const PegLabels& labels, std::uint32_t mark) override;
    bool isSoftKeyword(const Token& token) override;
    PegVerdict say(const std::string& message, std::uint32_t start, std::uint32_t end);
    PegVerdict sayLast(const std::string& message);
    PegVerdict sayRange(const std::string& message, TokenRange from, TokenRange to);
    PegVerdict missingComma(TokenRange first, TokenRange second, std::uint32_t mark);
    PegVerdict legacyStatement(TokenRange name, TokenRange rest);
    PegVerdict invalidTarget(const PegAction& action, TokenRange expression);
    PegVerdict bareGenerator(const PegAction& action, TokenRange arguments, TokenRange clauses);
    PegVerdict positionalAfterKeyword(TokenRange arguments);
    std::optional<std::string> escapeFault(const StringLiteral& literal);
    PegVerdict checkString(const Token& token);
    PegVerdict checkFString(TokenRange range);
    PegVerdict checkSpecification(const Token& token);
    PegVerdict checkStrings(TokenRange strings);
    PegVerdict checkConversion(TokenRange mark, TokenRange name);
    PegVerdict checkConversionCharacter(TokenRange conversion);
    std::string filled(const std::string& message, TokenRange what);
    std::string_view nameOf(TokenRange expression);
    bool isLegacyName(TokenRange range) const;

    TokenRange withoutGroup(TokenRange range) const;
    std::uint32_t matching(std::uint32_t open) const;
    const Expr* parseAgain(TokenRange range);
    Offset endOfOperand(std::uint32_t token, bool isPrimary);
    const Token& lastSeen() const { return m_tokens[m_machine.seen() - 1]; }
    std::string_view text(const Token& token) const {
        return m_line.source.substr(token.start, token.end - token.start);
    }
    unsigned levelBehind(std::uint32_t token);

    const RefusedLine& m_line;
    std::span<const Token> m_tokens;
    PegMachine m_machine;
    std::optional<Error> m_reported;
    bool m_isOutOfSteps = false;
    std::vector<std::uint32_t> m_levels; // brackets open behind each token, once it was asked for
    Tree m_scratch;                      // of pieces that are parsed again, to name what they are
    std::vector<Token> m_piece;
};

} // namespace keisan::eval::syntax
