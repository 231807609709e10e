// SPDX-License-Identifier: MIT
#include "common/eval/syntax/peg_compiler.h"

#include "common/eval/syntax/characters.h"
#include "common/eval/syntax/lexer.h"
#include "common/eval/syntax/peg_first_tokens.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace keisan::eval::syntax {

namespace {

struct NamedToken {
    std::string_view name;
    TokenKind kind;
};

constexpr NamedToken kNamedTokens[] = {
    {"NAME", TokenKind::Name},
    {"STRING", TokenKind::String},
    {"FSTRING_START", TokenKind::FStringStart},
    {"FSTRING_MIDDLE", TokenKind::FStringMiddle},
    {"FSTRING_END", TokenKind::FStringEnd},
    {"CONVERSION", TokenKind::Conversion},
    {"SUPERSCRIPT", TokenKind::Superscript},
    {"INFINITY", TokenKind::Infinity},
    {"NUMBER", TokenKind::Integer}, // the machine takes every number for one
    {"NEWLINE", TokenKind::Newline},
    {"END", TokenKind::End},
};

constexpr std::pair<std::string_view, PegActionKind> kActionNames[] = {
    {"at", PegActionKind::At},
    {"range", PegActionKind::Range},
    {"from", PegActionKind::From},
    {"next", PegActionKind::Next},
    {"last", PegActionKind::Last},
    {"value", PegActionKind::Value},
    {"missing_comma", PegActionKind::MissingComma},
    {"legacy", PegActionKind::Legacy},
    {"target", PegActionKind::InvalidTarget},
    {"for_target", PegActionKind::InvalidForTarget},
    {"del_target", PegActionKind::InvalidDelTarget},
    {"key_without_colon", PegActionKind::KeyWithoutColon},
    {"bare_generator", PegActionKind::BareGenerator},
    {"positional_after_keyword", PegActionKind::PositionalAfterKeyword},
    {"string", PegActionKind::CheckString},
    {"fstring", PegActionKind::CheckFString},
    {"specification", PegActionKind::CheckSpecification},
    {"strings", PegActionKind::CheckStrings},
    {"conversion", PegActionKind::CheckConversion},
    {"conversion_character", PegActionKind::CheckConversionCharacter},
};

class PegCompiler {
public:
    explicit PegCompiler(std::string_view text) : m_rest(text) {}

    PegGrammar run() {
        for (skipSpace(); !m_rest.empty(); skipSpace())
            rule();
        assert(std::all_of(m_grammar.rules.begin(), m_grammar.rules.end(),
                           [](const PegRule& r) { return r.start != 0; }));
        findFirstTokens(m_grammar);
        m_grammar.evalRule = ruleIndex("eval");
        m_grammar.singleRule = ruleIndex("single");
        m_grammar.definitionRule = ruleIndex("definition");
        return std::move(m_grammar);
    }

private:
    // Reading.

    void skipSpace() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \n"), m_rest.size())); }

    bool takeIf(char c) {
        skipSpace();
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void expect([[maybe_unused]] char c) {
        [[maybe_unused]] const bool found = takeIf(c);
        assert(found);
    }

    std::string_view word() {
        skipSpace();
        std::size_t length = 0;
        while (length < m_rest.size() && is(m_rest[length], kNameCharacter))
            ++length;
        assert(length != 0);
        const std::string_view text = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return text;
    }

    std::string quoted(char quote) {
        expect(quote);
        std::string text;
        for (; m_rest.front() != quote; m_rest.remove_prefix(1)) {
            if (m_rest.front() == '\\')
                m_rest.remove_prefix(1);
            text += m_rest.front();
        }
        m_rest.remove_prefix(1);
        return text;
    }

    // Whether an item follows: neither the end of an alternative nor the head of the next rule.
    bool atItem() {
        skipSpace();
        if (m_rest.empty() || m_rest.front() == '|' || m_rest.front() == ')' || m_rest.front() == ']')
            return false;
        std::size_t length = 0;
        while (length < m_rest.size() && is(m_rest[length], kNameCharacter))
            ++length;
        const std::string_view behind = m_rest.substr(length);
        return length == 0 ||
               !(behind.starts_with(':') || behind.starts_with("!:") || behind.starts_with("-:"));
    }

    // Writing.

    std::uint16_t here() const { return static_cast<std::uint16_t>(m_grammar.program.size()); }
    std::uint16_t emit(PegOp op, std::size_t operand = 0) {
        m_grammar.program.push_back({op, static_cast<std::uint16_t>(operand)});
        return static_cast<std::uint16_t>(here() - 1);
    }
    void land(std::uint16_t instruction) { m_grammar.program[instruction].operand = here(); }

    std::uint16_t ruleIndex(std::string_view name) {
        const auto [it, isNew] = m_ruleIndex.try_emplace(std::string(name), m_grammar.rules.size());
        if (isNew) {
            m_grammar.rules.push_back({});
            m_grammar.rules.back().name = name;
        }
        return static_cast<std::uint16_t>(it->second);
    }

    void rule() {
        const std::uint16_t index = ruleIndex(word());
        const bool isRemembered = takeIf('!');
        const bool withoutInvalid = takeIf('-');
        expect(':');
        PegRule& rule = m_grammar.rules[index];
        rule.isRemembered = isRemembered;
        rule.withoutInvalid = withoutInvalid;
        if (m_grammar.program.empty())
            emit(PegOp::Fail); // so that no rule starts at 0
        rule.start = here();
        alternatives();
        emit(PegOp::Return);
    }

    void alternatives() {
        std::vector<std::uint16_t> exits;
        for (;;) {
            // Whether another alternative follows is known when this one is read: the choice is struck out if
            // none does.
            const std::uint16_t choice = emit(PegOp::Choice);
            const bool hadCut = std::exchange(m_hasCut, false);
            const std::size_t first = m_grammar.program.size();
            while (atItem())
                item();
            guardInvalidRule(first);
            const bool hasCut = std::exchange(m_hasCut, hadCut);
            const bool hasNext = takeIf('|');
            exits.push_back(emit(hasCut ? PegOp::Jump : PegOp::Commit));
            land(choice);
            if (!hasNext)
                break;
        }
        emit(PegOp::Fail);
        for (const std::uint16_t exit : exits)
            land(exit);
    }

    // As in CPython, an alternative that is nothing but an invalid_ rule is one for the second pass. Where
    // there is more to it, it is tried in both.
    void guardInvalidRule(std::size_t first) {
        PegInstruction& instruction = m_grammar.program[first];
        if (m_grammar.program.size() == first + 1 && instruction.op == PegOp::Call &&
            m_grammar.rules[instruction.operand].name.starts_with("invalid_"))
            instruction.op = PegOp::CallInvalid;
    }

    void item() {
        skipSpace();
        if (takeIf('~')) {
            emit(PegOp::Cut);
            m_hasCut = true;
        } else if (m_rest.front() == '{') {
            action();
        } else if (takeIf('&')) {
            lookahead(true);
        } else if (takeIf('!')) {
            lookahead(false);
        } else {
            repeatable();
        }
    }

    // &x: choice, x, back-commit over the fail. !x: choice, x, fail twice.
    void lookahead(bool isWanted) {
        const std::uint16_t choice = emit(PegOp::Choice);
        primary();
        const std::uint16_t out = isWanted ? emit(PegOp::BackCommit) : emit(PegOp::FailTwice);
        land(choice);
        if (isWanted) {
            emit(PegOp::Fail);
            land(out);
        }
    }

    // x, x*, x+, s.x+
    void repeatable() {
        const std::size_t first = m_grammar.program.size();
        primary();
        const std::vector<PegInstruction> once(m_grammar.program.begin() + static_cast<std::ptrdiff_t>(first),
                                               m_grammar.program.end());
        if (m_rest.starts_with('.')) {
            m_rest.remove_prefix(1);
            separated(first, once);
        } else if (m_rest.starts_with('+') || m_rest.starts_with('*')) {
            const bool atLeastOne = m_rest.front() == '+';
            m_rest.remove_prefix(1);
            if (!atLeastOne)
                m_grammar.program.resize(first);
            const std::uint16_t choice = emit(PegOp::Choice);
            appendMoved(once, first);
            emit(PegOp::PartialCommit, choice + 1U);
            land(choice);
        }
    }

    // x (s x)*
    void separated(std::size_t first, const std::vector<PegInstruction>& separator) {
        m_grammar.program.resize(first);
        primary();
        const std::vector<PegInstruction> once(m_grammar.program.begin() + static_cast<std::ptrdiff_t>(first),
                                               m_grammar.program.end());
        expect('+');
        const std::uint16_t choice = emit(PegOp::Choice);
        appendMoved(separator, first);
        appendMoved(once, first);
        emit(PegOp::PartialCommit, choice + 1U);
        land(choice);
    }

    // Code that was written for place `from`, again at this one.
    void appendMoved(const std::vector<PegInstruction>& code, std::size_t from) {
        const std::size_t distance = m_grammar.program.size() - from;
        for (PegInstruction instruction : code) {
            switch (instruction.op) {
            case PegOp::Choice:
            case PegOp::Commit:
            case PegOp::PartialCommit:
            case PegOp::BackCommit:
            case PegOp::Jump:
                instruction.operand = static_cast<std::uint16_t>(instruction.operand + distance);
                break;
            default: break;
            }
            m_grammar.program.push_back(instruction);
        }
    }

    void primary() {
        skipSpace();
        std::size_t label = kPegLabels;
        if (m_rest.size() > 1 && m_rest[1] == '=' && is(m_rest[0], kNameStart)) {
            label = static_cast<std::size_t>(m_rest[0] - 'a');
            m_rest.remove_prefix(2);
        }
        if (takeIf('(')) {
            alternatives();
            expect(')');
        } else if (takeIf('[')) {
            const std::uint16_t choice = emit(PegOp::Choice);
            alternatives();
            expect(']');
            const std::uint16_t out = emit(PegOp::Commit);
            land(choice);
            land(out);
        } else if (m_rest.front() == '\'') {
            emit(PegOp::Token, static_cast<std::size_t>(tokenKind(quoted('\''))));
        } else {
            reference(word());
        }
        if (label != kPegLabels)
            emit(PegOp::Label, label);
    }

    void reference(std::string_view name) {
        if (name == "SOFT_KEYWORD") {
            emit(PegOp::SoftKeyword);
            return;
        }
        const auto* token = std::find_if(std::begin(kNamedTokens), std::end(kNamedTokens),
                                         [name](const NamedToken& t) { return t.name == name; });
        if (token != std::end(kNamedTokens))
            emit(PegOp::Token, static_cast<std::size_t>(token->kind));
        else
            emit(PegOp::Call, ruleIndex(name));
    }

    static TokenKind tokenKind(const std::string& text) {
        if (text == ")" || text == "]" || text == "}") // the lexer wants an opening one before it
            return text == ")"   ? TokenKind::RightParenthesis
                   : text == "]" ? TokenKind::RightBracket
                                 : TokenKind::RightBrace;
        const std::vector<SourceToken> tokens = tokenize(text);
        assert(tokens.size() == 2);
        return tokens.front().kind;
    }

    // {kind a b "message"}
    void action() {
        expect('{');
        PegAction action{PegActionKind::At, 0, 0, {}};
        const std::string_view name = word();
        const auto* found = std::find_if(std::begin(kActionNames), std::end(kActionNames),
                                         [name](const auto& row) { return row.first == name; });
        assert(found != std::end(kActionNames));
        action.kind = found->second;
        for (std::uint8_t* label : {&action.first, &action.second}) {
            skipSpace();
            if (is(m_rest.front(), kNameStart))
                *label = static_cast<std::uint8_t>(word().front() - 'a');
        }
        skipSpace();
        if (m_rest.front() == '"')
            action.message = quoted('"');
        expect('}');
        emit(PegOp::Action, m_grammar.actions.size());
        m_grammar.actions.push_back(std::move(action));
    }

    std::string_view m_rest;
    PegGrammar m_grammar;
    std::map<std::string, std::size_t, std::less<>> m_ruleIndex;
    bool m_hasCut = false;
};

} // namespace

PegGrammar compilePegGrammar(std::string_view text) {
    return PegCompiler(text).run();
}

} // namespace keisan::eval::syntax
