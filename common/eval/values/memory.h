// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

namespace keisan::eval {

class Budget;
class SharedMemory;

// The count of one thread.
struct MemoryAccount {
    std::int64_t used = 0;
    std::int64_t free = kNoLimit;  // `used` may grow up to here without asking
    std::int64_t limit = kNoLimit; // and never past here
    SharedMemory* shared = nullptr;
    std::int64_t held = 0;  // of it before
    std::int64_t lent = 0;  // taken from it
    Budget* work = nullptr; // of the evaluation that pays for large allocations

    static constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
};

// The bytes that values take, counted on the thread that evaluates. An evaluation opens a MemoryScope;
// allocations past its limit, or for which the shared memory has no room left, end in LimitError. Without a
// scope nothing is refused. Counting goes on below zero when values of an earlier evaluation are given back:
// what counts is the growth since the scope was opened. That growth is left in the shared memory when the
// scope ends: it is what the session has grown by, which held `heldBytes` before.
class MemoryScope {
public:
    explicit MemoryScope(std::size_t limitBytes, SharedMemory* shared = nullptr, std::size_t heldBytes = 0);
    ~MemoryScope();
    MemoryScope(const MemoryScope&) = delete;
    MemoryScope& operator=(const MemoryScope&) = delete;

private:
    MemoryAccount m_outer;
};

// While it lives, large allocations are charged as work: whoever takes that much room fills it, with a copy
// most often, and touching fresh memory is dear in itself. Small ones are part of what their operation costs.
class AllocationWork {
public:
    explicit AllocationWork(Budget& budget);
    ~AllocationWork();
    AllocationWork(const AllocationWork&) = delete;
    AllocationWork& operator=(const AllocationWork&) = delete;

private:
    Budget* const m_outer;
};

// What the scope has in use now; may be negative.
std::int64_t memoryInUse();

// Refuses (LimitError) when `bytes` more would go past the scope's limit; for GMP's operands and temporaries,
// which are charged before the call because nothing may be thrown out of GMP.
void requireMemory(std::uint64_t bytes);

// Counts what values hold outside of their own storage (a kept tree); nothing is refused.
void countMemory(std::int64_t bytes);

// Storage for values: counted, charged where it is large, refused before it is taken. Throws LimitError,
// std::bad_alloc, or what Budget::spend() throws.
void* allocate(std::size_t bytes);
void deallocate(void* storage, std::size_t bytes) noexcept;

// Counts GMP's storage as well; takes effect once for the whole program.
void countMemoryOfGmp();

// For containers of values: std::vector<Value, CountedAllocator<Value>>.
template <class T>
struct CountedAllocator {
    using value_type = T;

    CountedAllocator() = default;
    template <class U>
    CountedAllocator(const CountedAllocator<U>&) noexcept {}

    T* allocate(std::size_t count) { return static_cast<T*>(eval::allocate(count * sizeof(T))); }
    void deallocate(T* storage, std::size_t count) noexcept { eval::deallocate(storage, count * sizeof(T)); }

    bool operator==(const CountedAllocator&) const = default;
};

} // namespace keisan::eval
