// SPDX-License-Identifier: MIT
#include "common/eval/runtime/clause_loop.h"

#include "common/eval/error.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/equality.h"

#include <algorithm>

namespace keisan::eval {

namespace {

class GeneratorObject final : public IteratorObject {
public:
    GeneratorObject(Interpreter& interpreter, const syntax::Comprehension& node, Value first, Values captures,
                    std::shared_ptr<const syntax::Tree> tree)
        : m_interpreter(interpreter)
        , m_node(node)
        , m_tree(std::move(tree))
        , m_captures(std::move(captures))
        , m_slots(node.scope->variables.size())
        , m_frame{node.scope, m_slots.data(), m_captures, m_tree}
        , m_loop(node.clauses, std::move(first)) {
        interpreter.prepareSlots(m_frame, 0, m_slots.size());
    }

    Value next(Context&) override {
        if (m_isRunning)
            raise(ErrorType::ValueError, "generator already executing");
        if (m_isDone)
            return {};
        m_isRunning = true;
        m_isDone = true; // unless it comes back with a value
        const Interpreter::Place caller = m_interpreter.place();
        Value value;
        if (m_loop.next(m_interpreter, m_frame)) {
            value = m_interpreter.evaluate(*m_node.element, m_frame);
            m_isDone = false;
        }
        m_isRunning = false;
        m_interpreter.at(caller);
        return value;
    }
    LengthHint lengthHint(HintAllowance& allowance) const override {
        return m_isRunning || m_isDone ? LengthHint() : m_loop.lengthHint(allowance);
    }
    std::string_view typeName() const override { return "generator"; }
    std::string description() const override { return "generator object " + qualifiedName(*m_node.scope); }

private:
    Interpreter& m_interpreter;
    const syntax::Comprehension& m_node;
    const std::shared_ptr<const syntax::Tree> m_tree;
    const Values m_captures;
    Values m_slots;
    Frame m_frame;
    ClauseLoop m_loop;
    bool m_isRunning = false;
    bool m_isDone = false;
};

} // namespace

bool ClauseLoop::next(Interpreter& interpreter, Frame& frame) {
    while (!m_iterators.empty()) {
        const syntax::Clause& clause = m_clauses[m_iterators.size() - 1];
        const Value item = nextOf(interpreter, m_iterators.back());
        if (item.isAbsent()) {
            m_iterators.pop_back();
            continue;
        }
        interpreter.assign(*clause.target, item, frame);
        const bool passes = std::all_of(
            clause.conditions.begin(), clause.conditions.end(),
            [&](const syntax::Expr* condition) { return isTrue(interpreter.evaluate(*condition, frame)); });
        if (!passes)
            continue;
        if (m_iterators.size() == m_clauses.size())
            return true;
        const syntax::Expr& source = *m_clauses[m_iterators.size()].iterable;
        m_iterators.push_back(iterate(interpreter, interpreter.clauseSource(source, frame)));
    }
    return false;
}

LengthHint ClauseLoop::lengthHint(HintAllowance& allowance) const {
    const bool isPlain = m_clauses.size() == 1 && m_clauses[0].conditions.empty() && !m_iterators.empty();
    return {isPlain ? eval::lengthHint(m_iterators[0], allowance).count : -1, false};
}

Value makeGenerator(Interpreter& interpreter, const syntax::Comprehension& node, Value first, Values captures,
                    std::shared_ptr<const syntax::Tree> tree) {
    return Value::adopt(
        new GeneratorObject(interpreter, node, std::move(first), std::move(captures), std::move(tree)));
}

} // namespace keisan::eval
