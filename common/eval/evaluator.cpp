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

// The tree of one line. A function that a session keeps holds on to it; its memory is then the session's.
struct LineTree {
    LineTree() = default;
    LineTree(const LineTree&) = delete;
    LineTree& operator=(const LineTree&) = delete;
    ~LineTree() { countMemory(-kept); }

    syntax::Tree tree;
    std::int64_t kept = 0; // bytes counted for it
};
using TreeHandle = std::shared_ptr<LineTree>;

// A tree that one long line made larger than this is not used again: the next line might be kept for its
// function.
constexpr std::size_t kReusableBytes = 64 * 1024;

// Trees keep their memory from line to line on the same thread, unless a session has taken one over.
thread_local TreeHandle t_tree;

TreeHandle reusableTree() {
    const bool isUsable =
        t_tree != nullptr && t_tree.use_count() == 1 && t_tree->tree.arena.bytes() <= kReusableBytes;
    if (!isUsable)
        t_tree = std::make_shared<LineTree>();
    return t_tree;
}

// Two owners are this evaluation and its thread; any more are functions. The thread then lets go of the tree:
// it belongs to the session, which may go on in another thread, and is given back where it was charged.
void leaveToFunctions(const TreeHandle& tree) {
    if (tree.use_count() <= 2)
        return;
    t_tree.reset();
    tree->kept = static_cast<std::int64_t>(tree->tree.arena.bytes());
    countMemory(tree->kept);
}

Error withPlace(Error error, const syntax::Tree& tree, const Interpreter& interpreter) {
    const bool isFault = error.type < ErrorType::LimitError && interpreter.faultEnd() != 0;
    if (!error.span && isFault)
        error.span = tree.span(interpreter.faultStart(), interpreter.faultEnd());
    return error;
}

enum class Keeps : bool { Nothing, Changes };

// Runs the tree, then lets the session have what it changed, if it is to keep it. The text of a value that is
// too long to print is an Error, but the value is kept all the same.
std::variant<Answer, Error> runAndCommit(const TreeHandle& handle, Session& session, Budget& budget,
                                         Keeps keeps) {
    const syntax::Tree& tree = handle->tree;
    Bindings bindings(session);
    Interpreter interpreter(budget, bindings, {handle, &tree});
    try {
        const Value value = interpreter.run(*tree.root);
        std::variant<Answer, Error> result;
        try {
            result = Answer{replyOf(value, budget), typeName(value), 0};
        } catch (Error& error) {
            if (error.type != ErrorType::LimitError)
                throw;
            result = std::move(error);
        }
        if (keeps == Keeps::Nothing)
            return result;
        const std::uint64_t number = session.commit(std::move(bindings.changes()), value, budget.limits());
        if (auto* const answer = std::get_if<Answer>(&result))
            answer->number = number;
        return result;
    } catch (Error& error) {
        return withPlace(std::move(error), tree, interpreter);
    }
}

std::variant<Answer, Error> evaluateWithin(std::string_view line, Session& session, Budget& budget,
                                           Keeps keeps) {
    const TreeHandle handle = reusableTree();
    if (std::optional<Error> error = syntax::parse(line, handle->tree, budget.limits()))
        return *std::move(error);
    budget.spend(handle->tree.cost);
    std::variant<Answer, Error> result = runAndCommit(handle, session, budget, keeps);
    leaveToFunctions(handle);
    return result;
}

Outcome evaluateAnd(Keeps keeps, std::string_view line, Session& session, const Limits& limits,
                    std::stop_token stop) {
    countMemoryOfGmp();
    Budget budget(limits, std::move(stop));
    const MemoryScope memory(limits.memoryBytes, session.sharedMemory());
    std::variant<Answer, Error> result;
    try {
        result = evaluateWithin(line, session, budget, keeps);
    } catch (Error& error) {
        result = std::move(error);
    } catch (const std::bad_alloc&) {
        result = Error{ErrorType::MemoryError, "", std::nullopt};
    }
    session.settle();
    return {std::move(result), budget.spent()};
}

} // namespace

Outcome evaluate(std::string_view line, Session& session, const Limits& limits, std::stop_token stop) {
    return evaluateAnd(Keeps::Changes, line, session, limits, std::move(stop));
}

Outcome preview(std::string_view line, Session& session, const Limits& limits, std::stop_token stop) {
    return evaluateAnd(Keeps::Nothing, line, session, limits, std::move(stop));
}

} // namespace keisan::eval
