// SPDX-License-Identifier: MIT
#include "common/eval/syntax/arena.h"

#include <algorithm>

namespace keisan::eval::syntax {

namespace {
constexpr std::size_t kFirstChunkBytes = 4096;
constexpr std::size_t kLargestChunkBytes = std::size_t{1} << 20;
} // namespace

void Arena::addChunk(std::size_t atLeast) {
    const std::size_t usual = m_chunks.empty() ? kFirstChunkBytes : std::min(2 * m_bytes, kLargestChunkBytes);
    const std::size_t size = std::max(usual, atLeast);
    m_chunks.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    m_next = m_chunks.back().memory.get();
    m_end = m_next + size;
    m_bytes += size;
}

void Arena::reset() {
    if (m_chunks.empty())
        return;
    // A first chunk that one long line made large is not worth keeping.
    m_chunks.resize(m_chunks.front().size > kLargestChunkBytes ? 0 : 1);
    m_bytes = m_chunks.empty() ? 0 : m_chunks.front().size;
    m_next = m_chunks.empty() ? nullptr : m_chunks.front().memory.get();
    m_end = m_next + m_bytes;
}

} // namespace keisan::eval::syntax
