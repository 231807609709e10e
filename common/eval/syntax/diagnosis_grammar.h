// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/token.h"

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keisan::eval::syntax {

// The grammar of diagnosis_grammar.cpp as a program for the PegMachine.

enum class PegOp : std::uint8_t {
    Token,         // the next token is of kind `operand`
    SoftKeyword,   // the next token is one of the names match, case, type, _
    Call,          // rule `operand`
    CallInvalid,   // the same, but only where invalid rules are in force
    Return,        // the rule has matched
    Choice,        // if what follows fails, go on at `operand` instead
    Commit,        // forget the latest choice and go to `operand`
    PartialCommit, // the latest choice now begins here; go to `operand`
    BackCommit,    // forget the latest choice, go back to where it began, go to `operand`
    FailTwice,     // forget the latest choice and fail
    Fail,
    Cut,    // forget the latest choice: no other alternative is tried
    Jump,   // to `operand`
    Label,  // the last token or rule gets label number `operand`
    Action, // action `operand`
};

struct PegInstruction {
    PegOp op;
    std::uint16_t operand;
};

enum class PegActionKind : std::uint8_t {
    At,    // report label `first`
    Range, // report from label `first` to label `second`
    From,  // report from label `first` to where the lexer stands
    Next,  // report the next token
    Last,  // report the last token that was looked at
    Value, // not an error: the rule's value is label `first`
    // With rules of their own; see diagnosis_actions.cpp.
    MissingComma,
    Legacy,
    InvalidTarget,
    InvalidForTarget,
    InvalidDelTarget,
    KeyWithoutColon,
    BareGenerator,
    PositionalAfterKeyword,
    CheckString,
    CheckFString,
    CheckSpecification,
    CheckStrings,
    CheckConversion,
    CheckConversionCharacter,
};

struct PegAction {
    PegActionKind kind;
    std::uint8_t first = 0;
    std::uint8_t second = 0;
    std::string message; // %s is the name of what label `first` is ("function call"), %t its text
};

using TokenKinds = std::bitset<static_cast<std::size_t>(TokenKind::Yield) + 1>; // by kind

struct PegRule {
    std::string name;
    std::uint16_t start = 0;     // in the program
    bool isRemembered = false;   // CPython remembers it, whether or not invalid rules were in force
    bool withoutInvalid = false; // no invalid rule is tried below it
    TokenKinds begins;           // at any other kind it fails when it has looked at that one token
};

inline constexpr std::size_t kPegLabels = 3;

struct PegGrammar {
    std::vector<PegInstruction> program;
    std::vector<PegRule> rules;
    std::vector<PegAction> actions;
    std::uint16_t evalRule = 0;       // a line as eval() takes it
    std::uint16_t singleRule = 0;     // a line as a session takes it
    std::uint16_t definitionRule = 0; // f(x) = ...
};

// Built at the first call, then shared; never changes. Thread-safe.
const PegGrammar& diagnosisGrammar();

} // namespace keisan::eval::syntax
