// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/bindings.h"
#include "common/eval/runtime/context.h"
#include "common/eval/syntax/ast.h"
#include "common/eval/values/function.h"
#include "common/eval/values/mapping.h"

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace keisan::eval {

// The variables of one running function, of a generator expression, or of the line itself.
struct Frame {
    const syntax::Scope* scope;
    Value* slots; // one a variable of the scope; a cell where it is captured
    std::span<const Value> captures;
    const std::shared_ptr<const syntax::Tree>& tree;
};

// Walks the tree of one line and computes its value. Throws Error without a span; place() has it then.
// Lives as long as one evaluation. Recursion follows the tree and the calls; the stack's end is an Error.
class Interpreter final : public Context {
public:
    // `tree` outlives it; the functions that the line makes share it.
    Interpreter(Budget& budget, Bindings& bindings, const std::shared_ptr<const syntax::Tree>& tree);

    // The value of the line: an expression's value, or what a statement binds (None for del). Once.
    Value run(const syntax::Statement& statement);

    // Byte offsets of the line.
    struct Place {
        syntax::Offset start = 0;
        syntax::Offset end = 0;
    };
    // What is at work, or was when an Error was thrown.
    const Place& place() const { return m_at; }
    // Notes what is at work, for the span of an error.
    void at(const Place& place) { m_at = place; }
    void at(const syntax::Expr& node) { m_at = {node.start, node.end}; }

    Value call(const Value& function, std::span<const Value> positional,
               std::span<const Keyword> keywords = {}) override;

    Value evaluate(const syntax::Expr& node, Frame& frame);
    // What a clause of a comprehension goes through; notes it as what is at work.
    Value clauseSource(const syntax::Expr& node, Frame& frame);
    // Binds a name, or the names of a tuple or list of targets.
    void assign(const syntax::Expr& target, const Value& value, Frame& frame);
    // Slots as a function begins with them: unbound, or a new cell.
    void prepareSlots(Frame& frame, std::size_t first, std::size_t count);

private:
    struct KeywordList {
        std::vector<Keyword> all;
        HashTable names;  // of all, once they are many
        HashTable others; // keys out of a dict that are no texts

        // False where there is one of this name.
        bool add(Keyword keyword, Budget& budget);
    };
    // interpreter.cpp
    Value literal(const syntax::Expr& node);
    Value integerLiteral(const syntax::Number& node);
    Value name(const syntax::Name& node, Frame& frame);
    Value unaryOperation(const syntax::Unary& node, Frame& frame);
    Value applyUnary(const syntax::Unary& node, const Value& operand);
    Value power(const syntax::Power& node, Frame& frame);
    Value chain(const syntax::Chain& node, Frame& frame);
    Value operation(syntax::BinaryOperator op, const Value& left, const Value& right, bool augmented);
    Value comparison(const syntax::Comparison& node, Frame& frame);
    bool compareLink(const syntax::ComparisonLink& link, const Value& left, const Value& right);
    Value andOr(const syntax::Sequence& node, Frame& frame);
    Value walrus(const syntax::Walrus& node, Frame& frame);
    void assignName(const syntax::Name& target, const Value& value, Frame& frame);
    Value mathFunction(std::string_view name, const Value& argument);

    // constants.cpp
    // The value of what CPython's compiler folds to a constant; nothing where it does not.
    std::optional<Value> constant(const syntax::Expr& node);
    std::optional<Value> constantChain(const syntax::Chain& node);
    std::optional<Value> constantItem(const syntax::Postfix& node);
    std::optional<Value> constantTuple(const syntax::Sequence& node);

    // displays.cpp
    Values items(const syntax::Sequence& node, Frame& frame);
    Value setDisplay(const syntax::Sequence& node, Frame& frame);
    // Those at the front of a set display. How many they are.
    std::size_t insertConstants(const syntax::Sequence& node, HashTable& table);
    // All but the first `done`, which the table has.
    void insertItems(const syntax::Sequence& node, std::size_t done, HashTable& table, Frame& frame);
    Value dictDisplay(const syntax::Dict& node, Frame& frame);
    void dictPairs(std::span<const syntax::DictItem> pairs, HashTable& table, Frame& frame);
    Value slice(const syntax::Slice& node, Frame& frame);
    Value formattedString(const syntax::FString& node, Frame& frame);
    Value convert(Value value, char conversion);
    Value formatted(const Value& value, std::string_view spec);
    void appendParts(std::string& text, std::span<const syntax::FStringPart> parts, Frame& frame);
    Value comprehension(const syntax::Comprehension& node, Frame& frame);
    Value generator(const syntax::Comprehension& node, Frame& frame);
    Values captured(const syntax::Scope& scope, Frame& frame);
    Value lambda(const syntax::Lambda& node, Frame& frame);

    // postfix.cpp
    Value postfix(const syntax::Postfix& node, Frame& frame);
    Value trailer(const Value& operand, const syntax::Trailer& trailer, Frame& frame);
    Value methodCall(const Value& operand, const syntax::Trailer& attribute, const syntax::Trailer& call,
                     Frame& frame);
    Value callTrailer(const Value& function, const Value& self, const syntax::Trailer& trailer, Frame& frame);
    Value callWithFew(const Value& function, const Value& self, const syntax::Trailer& trailer, Frame& frame);
    Value callWith(const Value& function, const Value& self, std::span<const Value> positional,
                   std::span<const Keyword> keywords);
    void gatherArguments(const Value& function, const syntax::Trailer& trailer, Frame& frame,
                         Values& positional, KeywordList& keywords);
    void addStarred(const syntax::Argument& argument, const Value& value, std::string_view what,
                    Values& positional);
    void gatherKeywords(const Value& function, const syntax::Trailer& trailer, Frame& frame,
                        KeywordList& keywords);
    void addDoubleStarred(const Value& function, const Value& mapping, KeywordList& keywords);
    void addKeyword(const Value& function, Keyword keyword, KeywordList& keywords);
    [[noreturn]] void refuseRepeated(const Value& function, std::string_view name);

    // calls.cpp
    Value callFunction(const FunctionObject& function, std::span<const Value> positional,
                       std::span<const Keyword> keywords);
    Value runBody(const FunctionObject& function, Frame& frame);

    // statements.cpp
    Value execute(const syntax::Statement& statement);
    Value assignment(const syntax::Statement& statement, Frame& frame);
    Value augmentedAssignment(const syntax::Statement& statement, Frame& frame);
    void deleteTarget(const syntax::Expr& target, Frame& frame);
    void refuseToChange(const syntax::Postfix& target, Frame& frame, bool isDeletion);
    void unpack(std::span<const syntax::Expr* const> targets, const Value& value, Frame& frame);

    void at(syntax::Offset start, syntax::Offset end) { m_at = {start, end}; }
    void requireStack() const;

    Bindings& m_bindings;
    const std::shared_ptr<const syntax::Tree>& m_tree;
    // The line's own. They are not run()'s, which would have to destroy them on an error's way out.
    Values m_slots;
    Frame m_line;
    Place m_at;
    Budget::Depth m_calls;
};

} // namespace keisan::eval
