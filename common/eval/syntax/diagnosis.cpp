// SPDX-License-Identifier: MIT
#include "common/eval/syntax/diagnosis.h"

#include "common/eval/syntax/diagnosis_state.h"
#include "common/eval/syntax/source_text.h"

#include <algorithm>
#include <utility>

namespace keisan::eval::syntax {

namespace {

constexpr std::uint64_t kMostSteps = 2'000'000;
constexpr std::uint64_t kCostPerStep = 8;
constexpr std::uint64_t kCostPerToken = 8; // of setting up

std::uint32_t lineOf(std::string_view source, std::uint32_t place) {
    if (source.empty())
        return 0;
    return static_cast<std::uint32_t>(std::count(source.begin(), source.begin() + place, '\n')) + 1;
}

} // namespace

Error syntaxError(std::string_view source, std::string_view message, std::uint32_t start, std::uint32_t end) {
    const auto size = static_cast<std::uint32_t>(source.size());
    start = std::min(start, size);
    end = std::clamp(end, start, size);
    const std::uint32_t before = countCodePoints(source.substr(0, start));
    const std::uint32_t within = countCodePoints(source.substr(start, end - start));
    return {ErrorType::SyntaxError,
            std::string(message) + " (<string>, line " + std::to_string(lineOf(source, start)) + ")",
            Span{before, before + within}};
}

Error Diagnosis::report(const std::string& message, std::uint32_t start, std::uint32_t end) const {
    return syntaxError(m_line.source, message, start, end);
}

Error Diagnosis::reportToken(const std::string& message, const Token& token) const {
    return report(message, token.start, token.end);
}

// CPython parses twice: plainly, to see how far it gets, then with the rules for what people get wrong.
Error Diagnosis::run() {
    const PegGrammar& grammar = diagnosisGrammar();
    const std::uint16_t rule = m_line.kind == LineKind::Expression   ? grammar.evalRule
                               : m_line.kind == LineKind::Assignment ? grammar.singleRule
                                                                     : grammar.definitionRule;
    PegOutcome outcome = m_machine.run(rule, false);
    if (outcome == PegOutcome::Matched)
        return explainAccepted();
    if (std::optional<Error> error = outcomeOf(outcome))
        return *error;
    const Token last = lastSeen();
    outcome = m_machine.run(rule, true);
    if (std::optional<Error> error = outcomeOf(outcome))
        return *error;
    return invalidSyntaxAt(last);
}

std::optional<Error> Diagnosis::outcomeOf(PegOutcome outcome) {
    switch (outcome) {
    case PegOutcome::Reported: return preferLexicalError(*m_reported);
    case PegOutcome::LexicalError: return lexicalError();
    case PegOutcome::TooDeep:
        return Error{ErrorType::MemoryError, "Parser stack overflowed - Python source too complex to parse",
                     std::nullopt};
    case PegOutcome::OutOfSteps: m_isOutOfSteps = true; return invalidSyntaxAt(m_tokens[m_line.refusedAt]);
    default: return std::nullopt;
    }
}

Error Diagnosis::lexicalError() const {
    const LexicalError& error = m_line.stream.error;
    if (error.fault != LexicalFault::UnexpectedEnd)
        return report(error.message, error.start, error.end);
    // The place is that of the last token before.
    const Token& last = m_tokens[m_tokens.size() < 2 ? 0 : m_tokens.size() - 2];
    return reportToken(error.message, last);
}

Error Diagnosis::invalidSyntaxAt(const Token& token) const {
    if (token.kind == TokenKind::Indent)
        return reportToken("unexpected indent", token);
    if (token.kind == TokenKind::Error)
        return lexicalError();
    return preferLexicalError(reportToken("invalid syntax", token));
}

// CPython reads the rest of the line when the parser has found fault, and what the lexer finds there wins.
Error Diagnosis::preferLexicalError(Error error) const {
    if (error.type != ErrorType::SyntaxError)
        return error;
    return m_line.stream.error.fault == LexicalFault::Malformed ? lexicalError() : std::move(error);
}

// The grammar is satisfied, but CPython's compiler is not; and neither are we, who have no use for yield in a
// lambda either.
Error Diagnosis::explainAccepted() {
    const auto size = static_cast<std::uint32_t>(m_tokens.size());
    for (std::uint32_t i = 0; i < size; ++i) {
        switch (m_tokens[i].kind) {
        case TokenKind::Async: return reportAsynchronous(bracketAround(i));
        case TokenKind::Yield:
        case TokenKind::Await: return explainYield(i);
        case TokenKind::Semicolon: return reportToken("invalid syntax", m_tokens[i]);
        default: break;
        }
    }
    return reportToken("invalid syntax", m_tokens[m_line.refusedAt]);
}

// A comprehension that is asynchronous makes those around it asynchronous, too.
Error Diagnosis::reportAsynchronous(std::uint32_t open) const {
    for (auto around = comprehensionAround(open); around && !isGenerator(*around);
         around = comprehensionAround(open))
        open = *around;
    return report("asynchronous comprehension outside of an asynchronous function", m_tokens[open].start,
                  m_tokens[matching(open)].end);
}

// Whether the token stands behind the colon of the lambda, and before its end: the defaults of parameters are
// evaluated outside.
bool Diagnosis::isInBodyOf(std::uint32_t lambda, std::uint32_t token) const {
    unsigned colons = 1; // still to come: its own, and those of lambdas in it
    bool hasBody = false;
    for (std::uint32_t i = lambda + 1; matching(i) < token; i = matching(i) + 1) {
        switch (m_tokens[i].kind) {
        case TokenKind::RightParenthesis:
        case TokenKind::RightBracket:
        case TokenKind::RightBrace: return false;
        case TokenKind::Lambda: ++colons; break;
        case TokenKind::Comma:
        case TokenKind::For:
        case TokenKind::Async:
            if (colons == 0)
                return false;
            break;
        case TokenKind::Colon:
            if (colons == 0)
                return false;
            --colons;
            break;
        default: break;
        }
        hasBody = hasBody || colons == 0;
    }
    return hasBody;
}

std::uint32_t Diagnosis::bracketAround(std::uint32_t token) const {
    std::uint32_t open = token;
    while (open != 0 && matching(open) <= token)
        --open;
    return open;
}

// The bracket of the comprehension that evaluates the token; none where a lambda does, or the line itself.
std::optional<std::uint32_t> Diagnosis::comprehensionAround(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > 0;) {
        if (m_tokens[i].kind == TokenKind::Lambda && isInBodyOf(i, token))
            return std::nullopt;
        if (matching(i) > token && isWithinComprehension(i, token))
            return i;
    }
    return std::nullopt;
}

// Whether the bracket opens a comprehension that evaluates the token: what the first clause goes through is
// evaluated outside.
bool Diagnosis::isWithinComprehension(std::uint32_t open, std::uint32_t token) const {
    const std::uint32_t close = matching(open);
    const auto find = [&](std::uint32_t from, std::initializer_list<TokenKind> kinds) {
        while (from < close && std::find(kinds.begin(), kinds.end(), m_tokens[from].kind) == kinds.end())
            from = matching(from) + 1;
        return from;
    };
    const std::uint32_t clause = find(open + 1, {TokenKind::For});
    const std::uint32_t iterable = find(clause, {TokenKind::In});
    const std::uint32_t end = find(iterable, {TokenKind::For, TokenKind::Async, TokenKind::If});
    return clause < close && (token < iterable || token >= end);
}

std::string Diagnosis::comprehensionName(std::uint32_t open) const {
    if (isGenerator(open))
        return "generator expression";
    int colons = 0; // that are no lambda's
    for (std::uint32_t i = open + 1; m_tokens[i].kind != TokenKind::For; i = matching(i) + 1) {
        colons += m_tokens[i].kind == TokenKind::Colon ? 1 : 0;
        colons -= m_tokens[i].kind == TokenKind::Lambda ? 1 : 0;
    }
    const bool isList = m_tokens[open].kind == TokenKind::LeftBracket;
    return std::string(isList ? "list" : colons != 0 ? "dict" : "set") + " comprehension";
}

Error Diagnosis::explainYield(std::uint32_t token) {
    const Token& word = m_tokens[token];
    const bool isFrom = word.kind == TokenKind::Yield && m_tokens[token + 1].kind == TokenKind::From;
    const bool isAwait = word.kind == TokenKind::Await;
    const Offset end = endOfOperand(token + (isFrom ? 2 : 1), isAwait);
    const auto comprehension = comprehensionAround(token);
    if (comprehension && !isAwait)
        return report("'yield' inside " + comprehensionName(*comprehension), word.start, end);
    if (comprehension && !isGenerator(*comprehension))
        return reportAsynchronous(*comprehension);
    bool isInLambda = false;
    for (std::uint32_t i = 0; i < token; ++i)
        isInLambda |= m_tokens[i].kind == TokenKind::Lambda && isInBodyOf(i, token);
    const std::string what = "'" + std::string(text(word)) + (isFrom ? " from' outside" : "' outside");
    return report(what + (isAwait && isInLambda ? " async function" : " function"), word.start, end);
}

std::optional<Error> diagnose(const RefusedLine& line, std::uint64_t& cost, std::uint64_t mostCost) {
    cost += line.stream.tokens.size() * kCostPerToken;
    if (cost > mostCost)
        return std::nullopt;
    const std::uint64_t affordable = (mostCost - cost) / kCostPerStep;
    const std::uint64_t steps = std::min(kMostSteps, affordable);
    Diagnosis diagnosis(line, steps);
    Error error = diagnosis.run();
    cost += (steps - diagnosis.stepsLeft()) * kCostPerStep;
    if (diagnosis.isOutOfSteps() && affordable < kMostSteps)
        return std::nullopt;
    return error;
}

} // namespace keisan::eval::syntax
