// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace keisan::bench {

struct Allocations {
    std::size_t calls = 0;     // of malloc and its kin
    std::size_t peakBytes = 0; // most that was in use at once, above what was in use at the beginning
};

// Begins to count what this thread takes from the heap, GMP's storage included.
void countAllocations();
// What was taken since; counting ends.
Allocations allocationsCounted();

} // namespace keisan::bench
