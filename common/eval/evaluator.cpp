// SPDX-License-Identifier: MIT
#include "common/eval/evaluator.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/bindings.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/session.h"
#include "common/eval/syntax/parser.h"
#include "common/eval/values/print.h"

#include <memory>
#include <new>
#include <utility>

namespace keisan::eval {

namespace {

using TreeHandle = std::shared_ptr<syntax::Tree>;

// Trees keep their memory from line to line on the same thread; one that a function of a session holds on to
// is left to it.
TreeHandle reusableTree() {
    thread_local TreeHandle t_tree;
    if (t_tree == nullptr || t_tree.use_count() > 1)
        t_tree = std::make_shared<syntax::Tree>();
    return t_tree;
}

Error withPlace(Error error, const syntax::Tree& tree, const Interpreter& interpreter) {
    const bool isFault = error.type < ErrorType::LimitError && interpreter.faultEnd() != 0;
    if (!error.span && isFault)
        error.span = tree.span(interpreter.faultStart(), interpreter.faultEnd());
    return error;
}

// Runs the tree, then lets the session have what it changed. The text of a value that is too long to print is
// an Error, but the value is kept all the same.
std::variant<Answer, Error> runAndCommit(const TreeHandle& tree, Session& session, Budget& budget) {
    Bindings bindings(session);
    Interpreter interpreter(budget, bindings, tree);
    try {
        const Value value = interpreter.run(*tree->root);
        std::variant<Answer, Error> result;
        try {
            result = Answer{replyOf(value, budget), typeName(value), 0};
        } catch (Error& error) {
            if (error.type != ErrorType::LimitError)
                throw;
            result = std::move(error);
        }
        const std::uint64_t number =
            session.commit(std::move(bindings.changes()), value, memoryInUse(), budget.limits());
        if (auto* const answer = std::get_if<Answer>(&result))
            answer->number = number;
        return result;
    } catch (Error& error) {
        return withPlace(std::move(error), *tree, interpreter);
    }
}

std::variant<Answer, Error> evaluateWithin(std::string_view line, Session& session, Budget& budget) {
    const TreeHandle tree = reusableTree();
    if (std::optional<Error> error = syntax::parse(line, *tree, budget.limits()))
        return *std::move(error);
    budget.spend(tree->cost);
    return runAndCommit(tree, session, budget);
}

} // namespace

Outcome evaluate(std::string_view line, Session& session, const Limits& limits, std::stop_token stop) {
    countMemoryOfGmp();
    Budget budget(limits, std::move(stop));
    const MemoryScope memory(limits.memoryBytes);
    std::variant<Answer, Error> result;
    try {
        result = evaluateWithin(line, session, budget);
    } catch (Error& error) {
        result = std::move(error);
    } catch (const std::bad_alloc&) {
        result = Error{ErrorType::MemoryError, "", std::nullopt};
    }
    return {std::move(result), budget.spent()};
}

} // namespace keisan::eval
