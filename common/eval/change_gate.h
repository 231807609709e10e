// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace keisan::eval {

// Where an evaluation meets another thread that gives it up: whoever comes first decides whether it changes
// its session, and both know. A stop request alone does not tell: the evaluation may have looked for it last
// just before. Long single steps (GMP's division of the largest integers takes 0.2 s) need not be waited for.
class ChangeGate {
public:
    // Before and after the evaluation, in the thread that may give it up: from guard() until open() the gate
    // can be shut.
    void guard() { m_state = State::Guarded; }
    void open() { m_state = State::Open; }

    // Any thread. True: what runs changes nothing any more. False: it has begun to, or the gate is shut
    // already, or nobody guards it.
    bool shut() {
        State expected = State::Guarded;
        return m_state.compare_exchange_strong(expected, State::Shut);
    }

    // The evaluation, right before it changes anything. False: it may not.
    bool pass() {
        State expected = State::Guarded;
        return m_state == State::Open || m_state.compare_exchange_strong(expected, State::Open);
    }

private:
    enum class State { Open, Guarded, Shut };
    std::atomic<State> m_state = State::Open;
};

} // namespace keisan::eval
