// SPDX-License-Identifier: MIT
#include "common/eval/values/memory.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/values/shared_memory.h"
#include "common/eval/values/sizes.h"

#include <algorithm>
#include <cstdlib>
#include <gmp.h>
#include <new>
#include <utility>

namespace keisan::eval {

namespace {

// Asking the shared memory costs a little, so a thread takes somewhat more at a time.
constexpr std::int64_t kLendBytes = 64 * 1024;

// Below this to fill the storage costs no more than to take it.
constexpr std::size_t kLargeBytes = 1024;
constexpr std::size_t kBytesPerWork = 2;

// Values know no evaluation (their destructors run anywhere), so the account hangs on the thread.
thread_local MemoryAccount t_account;

// Makes room up to `needed` bytes in use, or throws.
void makeFree(std::int64_t needed) {
    if (needed > t_account.limit)
        raise(ErrorType::LimitError,
              "the evaluation needs more than " + sizeText(static_cast<std::uint64_t>(t_account.limit)));
    const std::int64_t missing = needed - t_account.lent;
    const std::int64_t ample = std::max(missing, kLendBytes);
    const bool isLittle = t_account.held + needed <= SharedMemory::kLittleBytes;
    const auto whom = isLittle ? SharedMemory::For::ThoseWithLittle : SharedMemory::For::Everybody;
    if (t_account.shared->take(ample))
        t_account.lent += ample;
    else if (t_account.shared->take(missing, whom))
        t_account.lent += missing;
    else
        raise(ErrorType::LimitError, "server is out of memory");
    t_account.free = std::min(t_account.limit, t_account.lent);
}

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

MemoryScope::MemoryScope(std::size_t limitBytes, SharedMemory* shared, std::size_t heldBytes)
    : m_outer(t_account) {
    const auto limit = static_cast<std::int64_t>(limitBytes);
    const auto held = static_cast<std::int64_t>(heldBytes);
    t_account = {0, shared != nullptr ? 0 : limit, limit, shared, held, 0, nullptr};
}

MemoryScope::~MemoryScope() {
    if (t_account.shared != nullptr)
        t_account.shared->give(t_account.lent - t_account.used);
    m_outer.used += t_account.used;
    t_account = m_outer;
}

AllocationWork::AllocationWork(Budget& budget) : m_outer(std::exchange(t_account.work, &budget)) {}

AllocationWork::~AllocationWork() {
    t_account.work = m_outer;
}

std::int64_t memoryInUse() {
    return t_account.used;
}

void requireMemory(std::uint64_t bytes) {
    const auto more = static_cast<std::int64_t>(std::min<std::uint64_t>(bytes, MemoryAccount::kNoLimit / 2));
    if (t_account.used > t_account.free - more)
        makeFree(t_account.used + more);
}

void countMemory(std::int64_t bytes) {
    t_account.used += bytes;
}

void* allocate(std::size_t bytes) {
    requireMemory(bytes);
    if (bytes >= kLargeBytes && t_account.work != nullptr)
        t_account.work->spend(bytes / kBytesPerWork);
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
