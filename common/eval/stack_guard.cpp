// SPDX-License-Identifier: MIT
#include "common/eval/stack_guard.h"

#include <cstdint>
#include <pthread.h>

namespace keisan::eval {

namespace {

// Enough for GMP's temporaries on the stack and for what a step calls without recursion.
constexpr std::uintptr_t kStackReserveBytes = 256 * 1024;

// The lowest address that a recursion may reach; 0 where the system does not tell.
std::uintptr_t stackFloor() noexcept {
#if defined(__GLIBC__)
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0)
        return 0;
    void* lowest = nullptr;
    std::size_t size = 0;
    const bool known = pthread_attr_getstack(&attributes, &lowest, &size) == 0;
    pthread_attr_destroy(&attributes);
    return known ? reinterpret_cast<std::uintptr_t>(lowest) + kStackReserveBytes : 0;
#elif defined(__APPLE__)
    const auto top = reinterpret_cast<std::uintptr_t>(pthread_get_stackaddr_np(pthread_self()));
    return top - pthread_get_stacksize_np(pthread_self()) + kStackReserveBytes;
#else
    return 0;
#endif
}

} // namespace

bool stackIsShort() noexcept {
    // Every address is below the floor of a thread that has not asked yet.
    constinit thread_local std::uintptr_t t_floor = UINTPTR_MAX;
    const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
    if (here >= t_floor)
        return false;
    if (t_floor == UINTPTR_MAX)
        t_floor = stackFloor();
    return here < t_floor;
}

} // namespace keisan::eval
