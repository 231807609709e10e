// SPDX-License-Identifier: MIT
// Code that leaves the upper halves of the vector registers in use makes the evaluations after it slow: each
// ends that first. What the processor says of them is the witness.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#if defined(__x86_64__)
#include <cpuid.h>

namespace keisan::eval {
namespace {

// Of the processor's extended state: leaf 0xD of CPUID, and XGETBV.
constexpr unsigned kStateLeaf = 0xd;
constexpr unsigned kTellsWhatIsInUse = 1u << 2;
constexpr unsigned kUpperHalves = 1u << 2;

bool saysWhatIsInUse() {
    unsigned a = 0, b = 0, c = 0, d = 0;
    return __builtin_cpu_supports("avx") && __get_cpuid_count(kStateLeaf, 1, &a, &b, &c, &d) != 0 &&
           (a & kTellsWhatIsInUse) != 0;
}

bool areUpperHalvesInUse() {
    unsigned low = 0, high = 0;
    asm volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(1));
    return (low & kUpperHalves) != 0;
}

void useUpperHalves() {
    asm volatile("vpcmpeqd %%xmm7, %%xmm7, %%xmm7\n\tvinsertf128 $1, %%xmm7, %%ymm7, %%ymm7" ::: "xmm7");
}

TEST(VectorRegisters, TheUpperHalvesAreFreeAfterAnEvaluation) {
    if (!saysWhatIsInUse())
        GTEST_SKIP() << "this processor does not say";
    Session session;
    for (const char* const line : {"2+3", "2.5**0.5", "'a' * 1000", "1/0", "2+"}) {
        useUpperHalves();
        ASSERT_TRUE(areUpperHalvesInUse());
        replyTo(line, session);
        EXPECT_FALSE(areUpperHalvesInUse()) << line;
    }
}

} // namespace
} // namespace keisan::eval
#endif
