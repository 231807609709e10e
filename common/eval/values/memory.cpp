// SPDX-License-Identifier: MIT
#include "common/eval/values/memory.h"

#include "common/eval/error.h"
#include "common/eval/values/sizes.h"

#include <cstdlib>
#include <gmp.h>
#include <limits>
#include <new>

namespace keisan::eval {

namespace {

struct Account {
    std::int64_t used = 0;
    std::int64_t limit = std::numeric_limits<std::int64_t>::max();
};

// Values know no evaluation (their destructors run anywhere), so the account hangs on the thread.
thread_local Account t_account;

void* gmpAllocate(std::size_t bytes) {
    void* const storage = std::malloc(bytes);
    if (storage == nullptr)
        std::abort(); // GMP cannot survive it; requireMemory() came before, so this is the machine's end, not
                      // ours
    t_account.used += static_cast<std::int64_t>(bytes);
    return storage;
}

void* gmpReallocate(void* old, std::size_t oldBytes, std::size_t newBytes) {
    void* const storage = std::realloc(old, newBytes);
    if (storage == nullptr)
        std::abort();
    t_account.used += static_cast<std::int64_t>(newBytes) - static_cast<std::int64_t>(oldBytes);
    return storage;
}

void gmpFree(void* storage, std::size_t bytes) {
    t_account.used -= static_cast<std::int64_t>(bytes);
    std::free(storage);
}

} // namespace

MemoryScope::MemoryScope(std::size_t limitBytes)
    : m_outerUsed(t_account.used)
    , m_outerLimit(t_account.limit) {
    t_account.used = 0;
    t_account.limit = static_cast<std::int64_t>(limitBytes);
}

MemoryScope::~MemoryScope() {
    t_account.used += m_outerUsed;
    t_account.limit = m_outerLimit;
}

std::int64_t memoryInUse() {
    return t_account.used;
}

void requireMemory(std::uint64_t bytes) {
    const std::int64_t limit = t_account.limit;
    const bool tooMuch = bytes > static_cast<std::uint64_t>(limit) ||
                         t_account.used > limit - static_cast<std::int64_t>(bytes);
    if (tooMuch)
        raise(ErrorType::LimitError,
              "the evaluation needs more than " + sizeText(static_cast<std::uint64_t>(limit)));
}

void countMemory(std::int64_t bytes) {
    t_account.used += bytes;
}

void* allocate(std::size_t bytes) {
    requireMemory(bytes);
    void* const storage = ::operator new(bytes);
    t_account.used += static_cast<std::int64_t>(bytes);
    return storage;
}

void deallocate(void* storage, std::size_t bytes) noexcept {
    t_account.used -= static_cast<std::int64_t>(bytes);
    ::operator delete(storage); // clang 14 knows the sized form only when asked to
}

void countMemoryOfGmp() {
    static const bool installed = (mp_set_memory_functions(gmpAllocate, gmpReallocate, gmpFree), true);
    static_cast<void>(installed);
}

} // namespace keisan::eval
