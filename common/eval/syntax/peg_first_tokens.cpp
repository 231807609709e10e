// SPDX-License-Identifier: MIT
#include "common/eval/syntax/peg_first_tokens.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace keisan::eval::syntax {

namespace {

// Walks through what a rule can execute before it has taken its first token.
class FirstTokens {
public:
    explicit FirstTokens(const PegGrammar& grammar)
        : m_grammar(grammar)
        , m_isReached(grammar.program.size()) {}

    TokenKinds of(const PegRule& rule) {
        m_kinds.reset();
        m_kinds.set(static_cast<std::size_t>(TokenKind::Error)); // to be met, not passed by
        std::fill(m_isReached.begin(), m_isReached.end(), false);
        reach(rule.start);
        while (!m_open.empty()) {
            const std::uint16_t place = m_open.back();
            m_open.pop_back();
            execute(m_grammar.program[place], place + 1U);
        }
        return m_kinds;
    }

private:
    void reach(std::size_t place) {
        if (m_isReached[place])
            return;
        m_isReached[place] = true;
        m_open.push_back(static_cast<std::uint16_t>(place));
    }

    void add(TokenKind kind) { m_kinds.set(static_cast<std::size_t>(kind)); }

    void execute(PegInstruction instruction, std::size_t next) {
        switch (instruction.op) {
        case PegOp::Token:
            add(static_cast<TokenKind>(instruction.operand));
            if (static_cast<TokenKind>(instruction.operand) == TokenKind::Integer) { // any number
                add(TokenKind::Float);
                add(TokenKind::Imaginary);
            }
            break;
        case PegOp::SoftKeyword: add(TokenKind::Name); break;
        case PegOp::Call:
        case PegOp::CallInvalid:
            m_kinds |= m_grammar.rules[instruction.operand].begins;
            if (m_kinds.all()) // it may have taken none
                reach(next);
            break;
        case PegOp::Return:
        case PegOp::Action: m_kinds.set(); break;
        case PegOp::Choice:
            reach(next);
            reach(instruction.operand);
            break;
        // What lies behind a look ahead that took a token and gave it back is not walked to: only a token
        // that is known already leads there.
        case PegOp::BackCommit:
        case PegOp::Commit:
        case PegOp::PartialCommit:
        case PegOp::Jump: reach(instruction.operand); break;
        case PegOp::Cut:
        case PegOp::Label: reach(next); break;
        case PegOp::FailTwice:
        case PegOp::Fail: break;
        }
    }

    const PegGrammar& m_grammar;
    std::vector<bool> m_isReached;
    std::vector<std::uint16_t> m_open;
    TokenKinds m_kinds;
};

} // namespace

void findFirstTokens(PegGrammar& grammar) {
    FirstTokens first(grammar);
    for (bool hasGrown = true; std::exchange(hasGrown, false);) // rules begin with rules
        for (PegRule& rule : grammar.rules) {
            const TokenKinds kinds = first.of(rule);
            hasGrown |= std::exchange(rule.begins, kinds) != kinds;
        }
}

} // namespace keisan::eval::syntax
