// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval {

// How much longer than the release build's the work of an evaluation may take here: a bound of time is
// multiplied by it. ThreadSanitizer looks at every access to memory.
#ifdef __SANITIZE_THREAD__
constexpr int kSlowdown = 5;
#else
constexpr int kSlowdown = 1;
#endif

} // namespace keisan::eval
