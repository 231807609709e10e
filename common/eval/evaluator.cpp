// SPDX-License-Identifier: MIT
#include "common/eval/evaluator.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/bindings.h"
#include "common/eval/runtime/interpreter.h"
#include "common/eval/session.h"
#include "common/eval/syntax/parser.h"
#include "common/eval/values/print.h"
#include "common/eval/vector_registers.h"

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
using Result = std::variant<Answer, Error>;

// A tree that one long line made larger than this is not used again: the next line might be kept for its
// function.
constexpr std::size_t kReusableBytes = 64 * 1024;

// A tree that keeps its memory from line to line on the same thread, unless a session takes it over. What
// functions take a share of stands ready: most lines have none, and counting an owner is an atomic operation.
struct ReusableTree {
    std::shared_ptr<LineTree> line;
    std::shared_ptr<const syntax::Tree> shared;

    bool isOurs() const { return line.use_count() == 2; } // `line` and `shared`
    bool isUsable() const { return line && isOurs() && line->tree.arena.bytes() <= kReusableBytes; }
};
thread_local ReusableTree t_tree;

const ReusableTree& reusableTree() {
    if (!t_tree.isUsable()) {
        t_tree.line = std::make_shared<LineTree>();
        t_tree.shared = {t_tree.line, &t_tree.line->tree};
    }
    return t_tree;
}

// Where functions own it too, the thread lets go of the tree: it belongs to the session, which may go on in
// another thread, and is given back where it was charged.
void leaveToFunctions() {
    if (t_tree.isOurs())
        return;
    const ReusableTree tree = std::move(t_tree);
    tree.line->kept = static_cast<std::int64_t>(tree.line->tree.arena.bytes());
    countMemory(tree.line->kept);
}

Error withPlace(Error error, const syntax::Tree& tree, const Interpreter& interpreter) {
    const bool isFault = error.type < ErrorType::LimitError && interpreter.place().end != 0;
    if (!error.span && isFault)
        error.span = tree.span(interpreter.place().start, interpreter.place().end);
    return error;
}

enum class Keeps : bool { Nothing, Changes };

// Whoever sends a reply counts none that is shorter.
constexpr std::size_t kUncountedBytes = 16 * 1024;

// The text of a value that is too long to print, or finds no room, is an Error, but no reason to give up the
// value.
void print(const Value& value, Budget& budget, Result& result) {
    Answer& answer = result.emplace<Answer>(Answer{{}, typeName(value), 0});
    try {
        answer.text = replyOf(value, budget);
        if (answer.text.size() > kUncountedBytes)
            requireMemory(answer.text.size()); // from then on whoever sends it counts it
    } catch (Error& error) {
        if (error.type != ErrorType::LimitError)
            throw;
        result = std::move(error);
    }
}

// Runs the tree, then lets the session have what it changed, if it is to keep it.
void runAndCommit(const std::shared_ptr<const syntax::Tree>& shared, Session& session, Budget& budget,
                  Keeps keeps, Result& result) {
    const syntax::Tree& tree = *shared;
    Bindings bindings(session, budget.limits());
    Interpreter interpreter(budget, bindings, shared);
    try {
        const Value value = [&] {
            const AllocationWork work(budget);
            return interpreter.run(*tree.root);
        }();
        print(value, budget, result);
        if (keeps == Keeps::Nothing)
            return;
        const std::uint64_t number = session.commit(std::move(bindings.changes()), value, budget);
        if (auto* const answer = std::get_if<Answer>(&result))
            answer->number = number;
    } catch (Error& error) {
        result = withPlace(std::move(error), tree, interpreter);
    }
}

void evaluateWithin(std::string_view line, Session& session, Budget& budget, Keeps keeps, Result& result) {
    const ReusableTree& reusable = reusableTree();
    syntax::Tree& tree = reusable.line->tree;
    if (std::optional<Error> error = syntax::parse(line, tree, budget.limits())) {
        result = *std::move(error);
        return;
    }
    budget.spend(tree.cost);
    runAndCommit(reusable.shared, session, budget, keeps, result);
    leaveToFunctions();
}

Outcome evaluateAnd(Keeps keeps, std::string_view line, Session& session, const Limits& limits,
                    std::stop_token stop) {
    releaseUpperHalves();
    countMemoryOfGmp();
    Budget budget(limits, std::move(stop));
    const MemoryScope memory(limits.memoryBytes, session.sharedMemory(), session.bytes());
    Outcome outcome;
    try {
        session.collectCircles(budget);
        evaluateWithin(line, session, budget, keeps, outcome.result);
    } catch (Error& error) {
        outcome.result = std::move(error);
    } catch (const std::bad_alloc&) {
        outcome.result = Error{ErrorType::MemoryError, "", std::nullopt};
    }
    session.settle();
    outcome.cost = budget.spent();
    return outcome;
}

} // namespace

Outcome evaluate(std::string_view line, Session& session, const Limits& limits, std::stop_token stop) {
    return evaluateAnd(Keeps::Changes, line, session, limits, std::move(stop));
}

Outcome preview(std::string_view line, Session& session, const Limits& limits, std::stop_token stop) {
    return evaluateAnd(Keeps::Nothing, line, session, limits, std::move(stop));
}

std::variant<std::vector<Variable>, Error> variables(const Session& session, const Limits& limits,
                                                     std::stop_token stop, std::size_t maximumCharacters) {
    Budget budget(limits, std::move(stop));
    try {
        return session.variables(budget, maximumCharacters);
    } catch (Error& error) {
        return std::move(error);
    } catch (const std::bad_alloc&) {
        return Error{ErrorType::MemoryError, "", std::nullopt};
    }
}

} // namespace keisan::eval
