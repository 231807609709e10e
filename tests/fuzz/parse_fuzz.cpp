// SPDX-License-Identifier: MIT
// libFuzzer target: any bytes become a tree or a reason why not, every place lies within the line, and what
// the parser takes the grammar of the diagnosis takes as well: two descriptions of one language, written
// separately.
#include "common/eval/syntax/lexer.h"
#include "common/eval/syntax/parser.h"
#include "common/eval/syntax/peg_machine.h"
#include "common/eval/syntax/source_text.h"
#include "common/eval/syntax/tree_walk.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace keisan::eval;
using namespace keisan::eval::syntax;

[[noreturn]] void fail(std::string_view what, std::string_view line) {
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(line.size()), line.data());
    std::abort();
}

void requireSpanWithin(const Error& error, std::string_view line) {
    if (error.span && (error.span->start > error.span->end || error.span->end > countCodePoints(line)))
        fail("an error outside of the line", line);
    for (const char c : error.message)
        if (static_cast<unsigned char>(c) < 0x20)
            fail("a control character in the message", line);
}

// Every node lies within the line, and within the node it belongs to.
class PlaceChecker {
public:
    explicit PlaceChecker(std::string_view source) : m_source(source) {}

    void check(const Expr* expr, Offset start, Offset end) {
        if (expr->start < start || expr->start > expr->end || expr->end > end)
            fail("a node outside of its place", m_source);
        const auto within = [&](const Expr* child) { check(child, expr->start, expr->end); };
        if (expr->kind == ExprKind::Lambda)
            return checkLambda(as<Lambda>(expr), within);
        if (expr->kind >= ExprKind::ListComprehension)
            return checkComprehension(as<Comprehension>(expr), within);
        forEachChild(expr, within);
    }

private:
    template <typename Visit>
    void checkLambda(const Lambda& lambda, Visit& within) {
        for (const Parameter& parameter : lambda.parameters)
            if (parameter.defaultValue != nullptr)
                within(parameter.defaultValue);
        within(lambda.body);
    }

    template <typename Visit>
    void checkComprehension(const Comprehension& comprehension, Visit& within) {
        within(comprehension.element);
        if (comprehension.value != nullptr)
            within(comprehension.value);
        for (const Clause& clause : comprehension.clauses) {
            within(clause.target);
            within(clause.iterable);
            for (const Expr* condition : clause.conditions)
                within(condition);
        }
    }

    std::string_view m_source;
};

void checkPlaces(const Tree& tree) {
    const auto size = static_cast<Offset>(tree.source.size());
    PlaceChecker checker(tree.source);
    if (tree.root->value != nullptr)
        checker.check(tree.root->value, 0, size);
    for (const Expr* target : tree.root->targets)
        checker.check(target, 0, size);
}

// Asks the machine only whether the line is in the language.
class NoOpinion final : public PegActions {
public:
    explicit NoOpinion(std::string_view source) : m_source(source) {}
    PegVerdict act(const PegAction&, const PegLabels&, std::uint32_t) override { return PegVerdict::GoOn; }
    bool isSoftKeyword(const Token& token) override {
        const std::string_view word = m_source.substr(token.start, token.end - token.start);
        return word == "match" || word == "case" || word == "type" || word == "_";
    }

private:
    std::string_view m_source;
};

std::uint16_t ruleOf(const Statement& statement) {
    const PegGrammar& grammar = diagnosisGrammar();
    if (statement.kind == StatementKind::Expression)
        return grammar.evalRule;
    const bool isDefinition = statement.kind == StatementKind::Assign &&
                              statement.value->kind == ExprKind::Lambda &&
                              as<Lambda>(statement.value).name != "<lambda>";
    return isDefinition ? grammar.definitionRule : grammar.singleRule;
}

void requireGrammarsAgree(const Tree& tree, std::string_view line) {
    constexpr std::uint64_t kMostSteps = 500'000;
    Arena arena;
    const TokenStream stream = lex(tree.source, arena, Limits{}.nesting);
    NoOpinion actions(tree.source);
    PegMachine machine(diagnosisGrammar(), stream.tokens, actions, kMostSteps);
    const PegOutcome outcome = machine.run(ruleOf(*tree.root), false);
    if (outcome == PegOutcome::Failed || outcome == PegOutcome::LexicalError)
        fail("parsed, but not in the grammar of the diagnosis", line);
}

void requireTokensInOrder(std::string_view line) {
    std::uint32_t place = 0;
    for (const SourceToken& token : tokenize(line)) {
        if (token.span.start < place || token.span.end < token.span.start)
            fail("tokens out of order", line);
        place = token.span.end;
    }
    if (place > countCodePoints(line))
        fail("a token outside of the line", line);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view line(reinterpret_cast<const char*>(data), size);
    Tree tree;
    if (const std::optional<Error> error = parse(line, tree)) {
        requireSpanWithin(*error, line);
    } else {
        checkPlaces(tree);
        requireGrammarsAgree(tree, line);
    }
    requireTokensInOrder(line);
    return 0;
}
