// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace keisan::eval::syntax {

// Memory that is given out piece by piece and taken back all at once: the nodes, texts and arrays of one
// tree. Only trivially destructible things may live in it. Moving an arena leaves every pointer into it
// valid. Throws std::bad_alloc when the system has no more; not thread-safe.
class Arena {
public:
    Arena() = default;
    Arena(Arena&& other) noexcept { *this = std::move(other); }
    Arena& operator=(Arena&& other) noexcept {
        m_chunks = std::move(other.m_chunks);
        m_next = std::exchange(other.m_next, nullptr);
        m_end = std::exchange(other.m_end, nullptr);
        m_bytes = std::exchange(other.m_bytes, 0);
        other.m_chunks.clear();
        return *this;
    }

    void* allocate(std::size_t size, std::size_t alignment) {
        auto padding = static_cast<std::size_t>(-reinterpret_cast<std::uintptr_t>(m_next)) & (alignment - 1);
        if (static_cast<std::size_t>(m_end - m_next) < size + padding) {
            addChunk(size + alignment);
            padding = static_cast<std::size_t>(-reinterpret_cast<std::uintptr_t>(m_next)) & (alignment - 1);
        }
        std::byte* piece = m_next + padding;
        m_next = piece + size;
        return piece;
    }

    template <typename T, typename... Arguments>
    T* make(Arguments&&... arguments) {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T), alignof(T))) T{std::forward<Arguments>(arguments)...};
    }

    // Room for `count` objects; they come into being when they are written.
    template <typename T>
    T* room(std::size_t count) {
        static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
        return static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    }

    // Lengthens the piece that was given out last, where it lies; false if something came after it.
    bool extend(const void* pieceEnd, std::size_t bytes) {
        if (pieceEnd != m_next || static_cast<std::size_t>(m_end - m_next) < bytes)
            return false;
        m_next += bytes;
        return true;
    }

    std::string_view copy(std::string_view text) {
        char* to = room<char>(text.size());
        if (!text.empty())
            std::memcpy(to, text.data(), text.size());
        return {to, text.size()};
    }

    // Forgets everything; the first chunk is kept, so that the next tree needs no allocation.
    void reset();

    // Bytes held from the system.
    std::size_t bytes() const { return m_bytes; }

private:
    struct Chunk {
        std::unique_ptr<std::byte[]> memory;
        std::size_t size = 0;
    };

    void addChunk(std::size_t atLeast);

    std::vector<Chunk> m_chunks;
    std::byte* m_next = nullptr;
    std::byte* m_end = nullptr;
    std::size_t m_bytes = 0;
};

// An array of unknown length that grows inside an arena. What it outgrows is lost until the arena is reset:
// never more than the array itself.
template <typename T>
class ArenaVector {
public:
    explicit ArenaVector(Arena& arena) : m_arena(&arena) {}

    void push(const T& value) {
        if (m_size == m_capacity)
            grow();
        new (m_data + m_size++) T(value);
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    void pop() { --m_size; }
    T& back() { return m_data[m_size - 1]; }
    const T& back() const { return m_data[m_size - 1]; }
    T& operator[](std::size_t index) { return m_data[index]; }

    // The finished array; it lives as long as the arena.
    std::span<const T> finish() const { return {m_data, m_size}; }

private:
    void grow() {
        const std::size_t capacity = m_capacity == 0 ? kFirstCapacity : 2 * m_capacity;
        if (m_capacity == 0 || !m_arena->extend(m_data + m_capacity, m_capacity * sizeof(T))) {
            T* larger = m_arena->template room<T>(capacity);
            if (m_size != 0)
                std::memcpy(static_cast<void*>(larger), m_data, m_size * sizeof(T));
            m_data = larger;
        }
        m_capacity = capacity;
    }

    static constexpr std::size_t kFirstCapacity = 2;

    Arena* m_arena;
    T* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace keisan::eval::syntax
