// SPDX-License-Identifier: MIT
#include "server/core/loop_thread.h"

namespace keisan::server {

LoopThread::LoopThread(const LoopContext& context) : m_context(context) {
    start();
    if (isRunning())
        m_begun.wait();
}

// QThread::wait() alone orders what both threads do for the machine, but not where ThreadSanitizer sees it.
LoopThread::~LoopThread() {
    if (!m_loop)
        return;
    quit();
    m_lastDeed.wait();
    wait();
}

void LoopThread::run() {
    {
        ConnectionLoop loop(m_context);
        m_loop = &loop;
        m_begun.count_down();
        exec();
    }
    m_lastDeed.count_down();
}

} // namespace keisan::server
