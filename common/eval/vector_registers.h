// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval {

// Says that nobody needs the upper halves of the vector registers any more; any thread, nothing else changes.
// While they are in use each scalar instruction waits for whatever wrote its register before (Intel 64 and
// IA-32 Architectures Optimization Reference Manual, "Mixing AVX code with SSE code"): a tenth of an
// evaluation and more. Compilers say it at the end of what uses them, but some code forgets (the hash of a
// QString in Qt 6.4, on processors with VAES), and a new thread begins as the one that starts it stands.
#if defined(__x86_64__)
[[gnu::target("avx")]] inline void clearUpperHalves() {
    __builtin_ia32_vzeroupper();
}
inline void releaseUpperHalves() {
    if (__builtin_cpu_supports("avx"))
        clearUpperHalves();
}
#else
inline void releaseUpperHalves() {}
#endif

} // namespace keisan::eval
