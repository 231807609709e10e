// SPDX-License-Identifier: MIT
// Stands in for the C library's malloc in the bench (glibc names its own __libc_malloc and so on for this).
#include "tests/bench/allocation_count.h"

#include <algorithm>
#include <cstdint>
#include <malloc.h>

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* storage, std::size_t size);
void __libc_free(void* storage);
}

namespace {

struct Count {
    bool isCounting; // counting takes time of its own
    std::size_t calls;
    std::int64_t used;
    std::int64_t peak;
};
constinit thread_local Count t_count{};

void took(void* storage) {
    if (!t_count.isCounting)
        return;
    ++t_count.calls;
    if (storage != nullptr)
        t_count.used += static_cast<std::int64_t>(malloc_usable_size(storage));
    t_count.peak = std::max(t_count.peak, t_count.used);
}

void gave(void* storage) {
    if (t_count.isCounting && storage != nullptr)
        t_count.used -= static_cast<std::int64_t>(malloc_usable_size(storage));
}

} // namespace

extern "C" {

void* malloc(std::size_t size) {
    void* const storage = __libc_malloc(size);
    took(storage);
    return storage;
}

void* calloc(std::size_t count, std::size_t size) {
    void* const storage = __libc_calloc(count, size);
    took(storage);
    return storage;
}

void* realloc(void* storage, std::size_t size) {
    gave(storage);
    void* const moved = __libc_realloc(storage, size);
    took(moved);
    return moved;
}

void free(void* storage) {
    gave(storage);
    __libc_free(storage);
}
}

namespace keisan::bench {

void countAllocations() {
    t_count = {};
    t_count.isCounting = true;
}

Allocations allocationsCounted() {
    t_count.isCounting = false;
    return {t_count.calls, static_cast<std::size_t>(std::max<std::int64_t>(t_count.peak, 0))};
}

} // namespace keisan::bench
