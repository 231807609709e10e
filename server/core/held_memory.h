// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/shared_memory.h"

#include <QtGlobal>

#include <algorithm>
#include <memory>
#include <utility>

namespace keisan::server {

// What one connection holds of lines, requests and replies, counted against what all evaluations and sessions
// may have together, or 10,000 clients that begin long lines would have more than the machine. The last
// quarter is for evaluations.
class HeldMemory {
public:
    static constexpr qsizetype kFreeBytes = 16 * 1024; // of a connection are not counted

    // `shared` is there.
    explicit HeldMemory(std::shared_ptr<eval::SharedMemory> shared) : m_shared(std::move(shared)) {}
    ~HeldMemory() { m_shared->give(m_counted); }
    Q_DISABLE_COPY_MOVE(HeldMemory)

    // So many bytes are held now, and counted. False when they have become more, and there is no room for
    // more.
    bool hold(qsizetype bytes) {
        const qint64 counted = std::max<qint64>(bytes - kFreeBytes, 0);
        const qint64 added = counted - std::exchange(m_counted, counted);
        m_shared->give(-added); // what is there cannot be refused
        return added <= 0 || !m_shared->isShort();
    }

private:
    const std::shared_ptr<eval::SharedMemory> m_shared;
    qint64 m_counted = 0;
};

} // namespace keisan::server
