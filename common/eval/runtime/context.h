// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/budget.h"
#include "common/eval/runtime/builtin.h"
#include "common/eval/values/value.h"

#include <span>

namespace keisan::eval {

// What a builtin may ask of the evaluation it runs in. Lives as long as one evaluation.
class Context {
public:
    explicit Context(Budget& budget) : m_budget(budget) {}
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    Budget& budget() { return m_budget; }
    void spend(std::uint64_t work) { m_budget.spend(work); }
    const Limits& limits() const { return m_budget.limits(); }

    // Calls any value, as f(*positional, **keywords) does. TypeError "'int' object is not callable" and so
    // on.
    virtual Value call(const Value& function, std::span<const Value> positional,
                       std::span<const Keyword> keywords = {}) = 0;

    // One iterator more, or less, waits for the value of another.
    void enterIterator() { m_budget.descend(m_iterators); }
    void leaveIterator() { --m_iterators.now; }

protected:
    ~Context() = default;

private:
    Budget& m_budget;
    Budget::Depth m_iterators;
};

} // namespace keisan::eval
