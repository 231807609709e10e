// SPDX-License-Identifier: MIT
#include "common/eval/syntax/peg_machine.h"

#include <algorithm>

namespace keisan::eval::syntax {

namespace {

constexpr std::size_t kDeepestRule = 6000; // as CPython

// More than rules nest without a token between.
constexpr std::size_t kLongestDescent = 100;

bool isNumber(TokenKind kind) {
    return kind == TokenKind::Integer || kind == TokenKind::Float || kind == TokenKind::Imaginary;
}

} // namespace

PegOutcome PegMachine::run(std::uint16_t rule, bool withInvalid) {
    std::fill(m_memory.begin(), m_memory.end(), kNothing);
    m_entries.clear();
    m_frames.clear();
    m_choices.clear();
    m_mark = 0;
    m_withInvalid = withInvalid;
    m_outcome = PegOutcome::Failed;
    m_next = 0;
    if (!call(rule))
        return m_outcome;
    while (step(m_grammar.program[m_next++])) {
        if (m_stepsLeft == 0)
            return PegOutcome::OutOfSteps;
        --m_stepsLeft;
    }
    return m_outcome;
}

// False when the run is over.
bool PegMachine::step(PegInstruction instruction) {
    switch (instruction.op) {
    case PegOp::Token: return takeToken(static_cast<TokenKind>(instruction.operand));
    case PegOp::SoftKeyword: return takeSoftKeyword();
    case PegOp::Call: return call(instruction.operand);
    case PegOp::CallInvalid: return m_withInvalid ? call(instruction.operand) : fail();
    case PegOp::Return: return returnFromRule();
    case PegOp::Choice:
        m_choices.push_back({instruction.operand, m_mark, static_cast<std::uint32_t>(m_frames.size())});
        return true;
    case PegOp::Commit: m_choices.pop_back(); [[fallthrough]];
    case PegOp::Jump: m_next = instruction.operand; return true;
    case PegOp::PartialCommit:
        m_choices.back().mark = m_mark;
        m_next = instruction.operand;
        return true;
    case PegOp::BackCommit:
        m_mark = m_choices.back().mark;
        m_choices.pop_back();
        m_next = instruction.operand;
        return true;
    case PegOp::FailTwice: m_choices.pop_back(); return fail();
    case PegOp::Fail: return fail();
    case PegOp::Cut: m_choices.pop_back(); return true;
    case PegOp::Label: m_frames.back().labels[instruction.operand] = m_last; return true;
    case PegOp::Action: return act(m_grammar.actions[instruction.operand]);
    }
    return true;
}

// The next token, which counts as seen from now on; none if the lexer has failed there.
const Token* PegMachine::look() {
    m_seen = std::max(m_seen, m_mark + 1);
    const Token& token = m_tokens[m_mark];
    return token.kind == TokenKind::Error ? nullptr : &token;
}

bool PegMachine::takeToken(TokenKind kind) {
    const Token* token = look();
    if (token == nullptr)
        return stop(PegOutcome::LexicalError);
    if (token->kind != kind && !(kind == TokenKind::Integer && isNumber(token->kind)))
        return fail();
    m_last = {m_mark, m_mark + 1};
    // Nothing follows the end; whoever takes it stays there.
    if (kind != TokenKind::End)
        ++m_mark;
    return true;
}

bool PegMachine::takeSoftKeyword() {
    const Token* token = look();
    if (token == nullptr)
        return stop(PegOutcome::LexicalError);
    if (token->kind != TokenKind::Name || !m_actions.isSoftKeyword(*token))
        return fail();
    ++m_mark;
    return true;
}

// Whether the next token, which is looked at as the rule would, cannot begin it: then it need not find that
// out step by step. Near the deepest one it is to: it might be too deep.
bool PegMachine::isHopeless(const PegRule& rule) {
    if (rule.begins[static_cast<std::size_t>(m_tokens[m_mark].kind)] ||
        m_frames.size() + kLongestDescent > kDeepestRule)
        return false;
    look();
    return true;
}

bool PegMachine::call(std::uint16_t rule) {
    if (isHopeless(m_grammar.rules[rule]))
        return fail();
    bool hasMatched = false;
    if (recall(rule, hasMatched))
        return hasMatched || fail();
    if (m_frames.size() >= kDeepestRule)
        return stop(PegOutcome::TooDeep);
    m_frames.push_back({rule, m_next, m_mark, m_withInvalid, {kNothing, 0}, {}});
    if (m_grammar.rules[rule].withoutInvalid)
        m_withInvalid = false;
    m_next = m_grammar.rules[rule].start;
    return true;
}

// What CPython remembers it remembers whether or not invalid rules were in force; for the others that
// matters.
bool PegMachine::recall(std::uint16_t rule, bool& hasMatched) {
    for (std::uint32_t at = m_memory[m_mark]; at != kNothing; at = m_entries[at].older) {
        const Memory& entry = m_entries[at];
        if (entry.rule != rule)
            continue;
        if (!m_grammar.rules[rule].isRemembered && m_withInvalid && !entry.withInvalid)
            return false;
        hasMatched = entry.hasMatched;
        if (hasMatched) {
            m_mark = entry.end;
            m_last = entry.value;
        }
        return true;
    }
    return false;
}

void PegMachine::remember(const Frame& frame, bool hasMatched) {
    m_entries.push_back({m_memory[frame.start], frame.rule, hasMatched, frame.withInvalid, m_mark, m_last});
    m_memory[frame.start] = static_cast<std::uint32_t>(m_entries.size() - 1);
}

bool PegMachine::returnFromRule() {
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    m_withInvalid = frame.withInvalid;
    m_last = frame.value.begin != kNothing ? frame.value : TokenRange{frame.start, m_mark};
    remember(frame, true);
    if (m_frames.empty())
        return stop(PegOutcome::Matched);
    m_next = frame.returnTo;
    return true;
}

// Back to the latest choice; the rules that were begun since have failed.
bool PegMachine::fail() {
    const std::size_t frames = m_choices.empty() ? 0 : m_choices.back().frames;
    while (m_frames.size() > frames) {
        m_withInvalid = m_frames.back().withInvalid;
        remember(m_frames.back(), false);
        m_frames.pop_back();
    }
    if (m_choices.empty())
        return stop(PegOutcome::Failed);
    m_next = m_choices.back().next;
    m_mark = m_choices.back().mark;
    m_choices.pop_back();
    return true;
}

bool PegMachine::act(const PegAction& action) {
    Frame& frame = m_frames.back();
    if (action.kind == PegActionKind::Value) {
        frame.value = frame.labels[action.first];
        return true;
    }
    if (action.kind == PegActionKind::Next && look() == nullptr)
        return stop(PegOutcome::LexicalError);
    switch (m_actions.act(action, frame.labels, m_mark)) {
    case PegVerdict::GoOn: return true;
    case PegVerdict::Fail: return fail();
    case PegVerdict::Report: break;
    }
    return stop(PegOutcome::Reported);
}

} // namespace keisan::eval::syntax
