// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/diagnosis_grammar.h"
#include "common/eval/syntax/token.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

namespace keisan::eval::syntax {

// Tokens [begin, end).
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

using PegLabels = std::array<TokenRange, kPegLabels>;

enum class PegVerdict : std::uint8_t {
    GoOn,   // the action found nothing to object to
    Fail,   // the alternative fails
    Report, // the action has reported an error
};

// What the machine asks when an alternative with an action has matched. `mark` is the token behind it.
class PegActions {
public:
    virtual PegVerdict act(const PegAction& action, const PegLabels& labels, std::uint32_t mark) = 0;
    virtual bool isSoftKeyword(const Token& token) = 0;

protected:
    ~PegActions() = default;
};

enum class PegOutcome : std::uint8_t {
    Matched,
    Failed,
    Reported,     // by an action
    LexicalError, // the next token that was needed is an Error
    TooDeep,      // rules nested as deeply as CPython's parser bears
    OutOfSteps,
};

// Matches tokens against a grammar as CPython's generated parser does: in order, with memory, with an eye on
// how far it has looked. What it remembers of a short line lies in the machine itself, of longer ones, and of
// rules nested deeply, in the heap.
class PegMachine {
public:
    PegMachine(const PegGrammar& grammar, std::span<const Token> tokens, PegActions& actions,
               std::uint64_t steps)
        : m_grammar(grammar)
        , m_tokens(tokens)
        , m_actions(actions)
        , m_stepsLeft(steps)
        , m_memory(tokens.size(), kNothing, resourceFor(tokens.size()))
        , m_entries(resourceFor(tokens.size()))
        , m_frames(resourceFor(tokens.size()))
        , m_choices(resourceFor(tokens.size())) {
        m_entries.reserve(kShortEntries);
        m_frames.reserve(kShortFrames);
        m_choices.reserve(kShortChoices);
    }
    PegMachine(const PegMachine&) = delete;
    PegMachine& operator=(const PegMachine&) = delete;

    // Forgets what it remembers of the last run, but not how far it looked.
    PegOutcome run(std::uint16_t rule, bool withInvalid);

    // Tokens that have been looked at, in all runs.
    std::uint32_t seen() const { return m_seen; }
    std::uint64_t stepsLeft() const { return m_stepsLeft; }

private:
    struct Frame {
        std::uint16_t rule;
        std::uint16_t returnTo;
        std::uint32_t start;
        bool withInvalid; // to be restored
        TokenRange value;
        PegLabels labels;
    };
    struct Choice {
        std::uint16_t next;
        std::uint32_t mark;
        std::uint32_t frames;
    };
    struct Memory { // of one rule at one token; they form a list for each token
        std::uint32_t older;
        std::uint16_t rule;
        bool hasMatched;
        bool withInvalid;
        std::uint32_t end;
        TokenRange value;
    };

    static constexpr std::uint32_t kNothing = 0xFFFFFFFF;

    // What most lines that people get wrong need.
    static constexpr std::size_t kShortTokens = 64;
    static constexpr std::size_t kShortEntries = 128;
    static constexpr std::size_t kShortFrames = 64;
    static constexpr std::size_t kShortChoices = 64;
    static constexpr std::size_t kRoomBytes = kShortTokens * sizeof(std::uint32_t) +
                                              kShortEntries * sizeof(Memory) + kShortFrames * sizeof(Frame) +
                                              kShortChoices * sizeof(Choice);

    // The room gives nothing back before the end: it is not for what grows.
    std::pmr::memory_resource* resourceFor(std::size_t tokens) {
        return tokens <= kShortTokens ? &m_room : std::pmr::new_delete_resource();
    }

    bool call(std::uint16_t rule);
    bool isHopeless(const PegRule& rule);
    bool recall(std::uint16_t rule, bool& hasMatched);
    void remember(const Frame& frame, bool hasMatched);
    bool returnFromRule();
    bool fail();
    bool takeToken(TokenKind kind);
    bool takeSoftKeyword();
    bool act(const PegAction& action);
    bool step(PegInstruction instruction);
    bool stop(PegOutcome outcome) {
        m_outcome = outcome;
        return false;
    }
    const Token* look();

    const PegGrammar& m_grammar;
    std::span<const Token> m_tokens;
    PegActions& m_actions;
    std::uint64_t m_stepsLeft;
    std::array<std::byte, kRoomBytes> m_roomBytes;
    std::pmr::monotonic_buffer_resource m_room{m_roomBytes.data(), m_roomBytes.size()};
    std::pmr::vector<std::uint32_t> m_memory; // the latest entry of each token
    std::pmr::vector<Memory> m_entries;
    std::pmr::vector<Frame> m_frames;
    std::pmr::vector<Choice> m_choices;
    std::uint32_t m_mark = 0;
    std::uint32_t m_seen = 0;
    std::uint16_t m_next = 0;
    bool m_withInvalid = false;
    TokenRange m_last;
    PegOutcome m_outcome = PegOutcome::Failed;
};

} // namespace keisan::eval::syntax
