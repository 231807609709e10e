// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/interpreter.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/syntax/ast.h"
#include "common/eval/values/value.h"

#include <memory>
#include <span>

namespace keisan::eval {

// The `for ... in ... if ...` clauses of a comprehension or a generator expression, one round after the
// other: each next() binds the targets of the next combination that passes the conditions. No recursion, so
// it can pause.
class ClauseLoop {
public:
    // `first`: the iterator of the first clause.
    ClauseLoop(std::span<const syntax::Clause> clauses, Value first) : m_clauses(clauses) {
        m_iterators.push_back(std::move(first));
    }

    // False when there are no more; the targets live in the frame.
    bool next(Interpreter& interpreter, Frame& frame);
    // Known for a single clause without conditions; never certain.
    LengthHint lengthHint(HintAllowance& allowance) const;

private:
    std::span<const syntax::Clause> m_clauses;
    Values m_iterators; // of the outer clauses, down to the one that advances
};

// A generator expression that has begun: its frame and its clauses, run one element at a time.
Value makeGenerator(Interpreter& interpreter, const syntax::Comprehension& node, Value first, Values captures,
                    std::shared_ptr<const syntax::Tree> tree);

} // namespace keisan::eval
