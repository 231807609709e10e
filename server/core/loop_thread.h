// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/connection_loop.h"
#include "server/core/network_thread.h"

#include <latch>

namespace keisan::server {

// A network thread beside the first one, with a loop in it. Made and destroyed in the first one.
class LoopThread : private NetworkThread {
public:
    // Returns when the loop is there, or the system refuses the thread. The context outlives it.
    explicit LoopThread(const LoopContext& context);
    ~LoopThread() override; // closes its connections

    ConnectionLoop* loop() const { return m_loop; } // nullptr: the thread was refused

private:
    void run() override;

    const LoopContext& m_context;
    ConnectionLoop* m_loop = nullptr; // while the thread runs
    std::latch m_begun{1};
    std::latch m_lastDeed{1};
};

} // namespace keisan::server
