// SPDX-License-Identifier: MIT
// What many sessions may use together: refused past the limit, given back to the byte, by any thread.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace keisan::eval {
namespace {

constexpr std::int64_t kMiB = 1 << 20;
constexpr const char* kNoMemory = "Error: server is out of memory";

TEST(SharedMemory, IsTakenUpToItsLimitAndNoFurther) {
    SharedMemory memory(160);
    EXPECT_TRUE(memory.take(150));
    EXPECT_FALSE(memory.take(1));
    memory.give(1);
    EXPECT_TRUE(memory.take(1));
    EXPECT_TRUE(memory.take(10, SharedMemory::For::ThoseWithLittle));
    EXPECT_FALSE(memory.take(1, SharedMemory::For::ThoseWithLittle));
    memory.give(60);
    memory.setLimit(50);
    memory.give(50);
    EXPECT_FALSE(memory.take(1));
    EXPECT_EQ(memory.inUse(), 50);
}

TEST(SharedMemory, WhatOneSessionHoldsTheOthersCannotHave) {
    const auto memory = std::make_shared<SharedMemory>(8 * kMiB);
    Session greedy(memory);
    Session other(memory);
    EXPECT_EQ(replyTo("len(x := 'a' * (6 << 20))", greedy), std::to_string(6 << 20));
    EXPECT_EQ(replyTo("len('b' * (3 << 20))", other), kNoMemory);
    EXPECT_EQ(replyTo("len('b' * (1 << 20))", other), std::to_string(1 << 20));
    EXPECT_EQ(replyTo("x = 0", greedy), "0");
    EXPECT_EQ(replyTo("len('b' * (3 << 20))", other), std::to_string(3 << 20));
}

TEST(SharedMemory, TheLastSixteenthIsForThoseWhoHaveLittle) {
    const auto memory = std::make_shared<SharedMemory>(16 * kMiB);
    Session greedy(memory);
    EXPECT_EQ(replyTo("len(x := 'a' * (15_728_640 - 10_000))", greedy), "15718640");
    EXPECT_EQ(replyTo("y = 'a' * 20_000", greedy), kNoMemory);
    Session other(memory);
    EXPECT_EQ(replyTo("y = 'a' * 50_000 and 5", other), "5");
    EXPECT_EQ(replyTo("[y + 1] * 2", other), "[6, 6]");
    EXPECT_EQ(replyTo("len('b' * 70_000)", other), kNoMemory);
    EXPECT_EQ(replyTo("_", other), "[6, 6]");
}

TEST(SharedMemory, TheLastSixteenthIsEnoughHoweverManyAnswersThereWere) {
    const auto memory = std::make_shared<SharedMemory>(16 * kMiB);
    memory->give(-15 * kMiB); // others have all but the last sixteenth
    Session session(memory);
    for (int i = 1; i <= 1000; ++i) {
        ASSERT_EQ(replyTo("1+1", session), "2") << i;
        ASSERT_EQ(replyTo("[_ + 1] * 2", session), "[3, 3]") << i;
    }
}

TEST(SharedMemory, AReplyThatThereIsNoRoomForIsRefusedAndItsValueKept) {
    const auto memory = std::make_shared<SharedMemory>(4 * kMiB);
    Session session(memory);
    EXPECT_EQ(replyTo("x = 'a' * 500_000", session).size(), 500'000);
    Session greedy(memory);
    EXPECT_EQ(replyTo("len(y := 'a' * 3_000_000)", greedy), "3000000");
    const std::int64_t before = memory->inUse();
    EXPECT_EQ(replyTo("x", session).substr(0, 100), kNoMemory);
    EXPECT_EQ(memory->inUse(), before);
    EXPECT_EQ(replyTo("len(x)", session), "500000");
}

TEST(SharedMemory, CountsBigIntegersAndTheirTemporaries) {
    const auto memory = std::make_shared<SharedMemory>(3 * kMiB);
    Session session(memory);
    EXPECT_EQ(replyTo("(x := 1 << 16000000) > 0", session), "True");
    EXPECT_EQ(replyTo("x * 3 > 0", session), kNoMemory);
    EXPECT_EQ(replyTo("x > 0", session), "True");
}

TEST(SharedMemory, WhatAComputationNeedsBesidesItsResultCountsToo) {
    Session session;
    EXPECT_EQ(replyTo("(x := 7**5_000_000) > (y := 3**4_000_000)", session), "True"); // 1.7 and 0.8 MiB
    Limits limits;
    limits.memoryBytes = 8 * kMiB;
    EXPECT_EQ(replyTo("x // y > 0", session, limits), "Error: the evaluation needs more than 8 MiB");
    limits.memoryBytes = 32 * kMiB;
    EXPECT_EQ(replyTo("x // y > 0", session, limits), "True");
    EXPECT_EQ(replyTo("(z := 3**300_000) > 0", session), "True");
    limits.memoryBytes = kMiB / 2;
    EXPECT_EQ(replyTo("len(str(z))", session, limits), "Error: the evaluation needs more than 512 KiB");
    limits.memoryBytes = kMiB;
    EXPECT_EQ(replyTo("len(str(z))", session, limits), "143137");
}

TEST(SharedMemory, IsGivenBackToTheByte) {
    const auto memory = std::make_shared<SharedMemory>(256 * kMiB);
    {
        Session session(memory);
        for (const char* const line :
             {"x = [10**1000] * 1000", "y = {i: str(i) for i in range(1000)}",
              "f = lambda a: a if a < 2 else a * f(a-1)", "f(100)", "1/0", "x = 'z' * 100", "del y",
              "[0] * 10**12", "(", "g(a) = [lambda: a + i for i in range(9)]", "h = g(2)", "_",
              "a, (b, *c) = 1, 'text'", "a.x", "del f, h"})
            replyTo(line, session);
        EXPECT_EQ(memory->inUse(), static_cast<std::int64_t>(session.bytes()));
        EXPECT_GT(memory->inUse(), 0);
        EXPECT_EQ(replyTo("len('b' * (64 << 20)) if 0 else 1", session), "1");
    }
    EXPECT_EQ(memory->inUse(), 0);
}

TEST(SharedMemory, IsFreeAgainAfterAnEvaluationThatKeepsNothing) {
    const auto memory = std::make_shared<SharedMemory>(64 * kMiB);
    Session session(memory);
    EXPECT_EQ(replyTo("1", session), "1");
    const std::int64_t before = memory->inUse();
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(replyTo("None if len('a' * (8 << 20)) else 1", session), "None");
    EXPECT_EQ(memory->inUse(), before);
}

TEST(SharedMemory, ThreadsNeverHaveMoreThanItTogether) {
    const auto memory = std::make_shared<SharedMemory>(16 * kMiB);
    std::atomic<bool> ends = false;
    std::atomic<std::int64_t> most = 0;
    std::thread watcher([&] {
        while (!ends)
            most = std::max(most.load(), memory->inUse());
    });
    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i)
        workers.emplace_back([&] {
            Session session(memory);
            for (int round = 0; round < 50; ++round)
                replyTo("len(x := [0] * (1 << 18))", session); // 4 MiB
        });
    for (std::thread& worker : workers)
        worker.join();
    ends = true;
    watcher.join();
    EXPECT_LE(most, 16 * kMiB);
    EXPECT_EQ(memory->inUse(), 0);
}

TEST(SharedMemory, NamesCountWithTheirLength) {
    Limits limits;
    limits.sessionBytes = 1 << 20;
    const auto memory = std::make_shared<SharedMemory>(8 * kMiB);
    Session session(memory);
    const std::string name(600'000, 'n');
    EXPECT_EQ(replyTo("a" + name + " = 1", session, limits), "1");
    EXPECT_GT(memory->inUse(), 600'000);
    EXPECT_EQ(replyTo("b" + name + " = 1", session, limits), "Error: the session holds more than 1 MiB");
    EXPECT_EQ(replyTo("del a" + name, session, limits), "None");
    EXPECT_LT(memory->inUse(), 10'000);
    EXPECT_EQ(replyTo("b" + name + " = 1", session, limits), "1");
}

// Kept by the thousand they would leave the others nothing.
TEST(SharedMemory, OldAnswersMakeRoomForEverybody) {
    const auto memory = std::make_shared<SharedMemory>(2 * kMiB);
    Session first(memory);
    Session second(memory);
    for (int i = 1; i <= 10'000; ++i) {
        ASSERT_EQ(replyTo("1+1", first), "2");
        ASSERT_EQ(replyTo("'x' * 1000 and [1]", second), "[1]");
    }
    EXPECT_GT(memory->inUse(), kMiB);
    EXPECT_EQ(replyTo("_10000 + _9900", first), "4");
    EXPECT_EQ(replyTo("_1", second), "Error: name '_1' is not defined");
    Session third(memory);
    EXPECT_EQ(replyTo("len('x' * 200_000)", third), "200000");
}

TEST(SharedMemory, TheLastAnswerStaysWhereThereIsNoOther) {
    const auto memory = std::make_shared<SharedMemory>(8 * kMiB);
    Session session(memory);
    Session greedy(memory);
    EXPECT_EQ(replyTo("len(x := 'y' * 100_000)", session), "100000");
    EXPECT_EQ(replyTo("len(x := 'x' * 7_000_000)", greedy), "7000000");
    EXPECT_EQ(replyTo("7", session), "7");
    EXPECT_EQ(replyTo("8", session), "8");
    EXPECT_EQ(replyTo("None", session), "None");
    EXPECT_EQ(replyTo("_", session), "8");
}

TEST(SharedMemory, OldAnswersMakeRoomToTheLastByte) {
    const auto memory = std::make_shared<SharedMemory>(kMiB);
    Session session(memory);
    for (int i = 1; i <= 1000; ++i)
        ASSERT_EQ(replyTo("1+1", session), "2");
    memory->give(-(kMiB - memory->inUse())); // others have all the rest
    EXPECT_EQ(replyTo("1+1", session), "2");
}

TEST(SharedMemory, AnswersOfASmallSessionAreNotForOthers) {
    const auto memory = std::make_shared<SharedMemory>(2 * kMiB);
    Session greedy(memory);
    Session small(memory);
    EXPECT_EQ(replyTo("len(x := 'a' * 1_800_000)", greedy), "1800000");
    for (int i = 1; i <= 100; ++i)
        ASSERT_EQ(replyTo("1+1", small), "2");
    EXPECT_EQ(replyTo("_1 + _100", small), "4");
}

TEST(SharedMemory, AnswersWithoutStorageCountToo) {
    Limits limits;
    limits.sessionBytes = 100 * 128;
    Session session;
    for (int i = 1; i <= 1000; ++i)
        EXPECT_EQ(replyTo(std::to_string(i), session, limits), std::to_string(i));
    EXPECT_EQ(replyTo("_1000", session, limits), "1000");
    EXPECT_EQ(replyTo("_905", session, limits), "905");
    EXPECT_EQ(replyTo("_900", session, limits), "Error: name '_900' is not defined");
}

} // namespace
} // namespace keisan::eval
