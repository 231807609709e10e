// SPDX-License-Identifier: MIT
// What a session does besides evaluating is charged before it is done, so that nobody waits for it: counted
// work, no time.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>

namespace keisan::eval {
namespace {

// A session with 20,000 lists in it; lines in it under an allowance that no walk through them fits into.
class FullSession : public testing::Test {
protected:
    static constexpr std::uint64_t kLists = 20'000;

    FullSession() { EXPECT_EQ(replyTo("len(x := [[i] for i in range(20_000)])", session), "20000"); }

    // That it is refused under the small allowance, and what it costs without.
    std::uint64_t costOf(std::string_view line, Limits limits = {}) {
        limits.work = 100'000;
        const Outcome refused = evaluate(line, session, limits);
        EXPECT_EQ(typeOf(refused), ErrorType::OutOfWork) << line;
        EXPECT_LT(refused.cost, 2 * limits.work) << line;
        limits.work = Limits{}.work;
        return evaluate(line, session, limits).cost;
    }

    static std::optional<ErrorType> typeOf(const Outcome& outcome) {
        const Error* const error = std::get_if<Error>(&outcome.result);
        return error != nullptr ? std::optional(error->type) : std::nullopt;
    }

    Session session;
};

TEST_F(FullSession, MakingRoomForANameIsCharged) {
    Limits limits;
    limits.sessionBytes = session.bytes();
    EXPECT_GT(costOf("y = 1", limits), kLists * 100);
}

TEST_F(FullSession, LookingForIteratorsIsCharged) {
    EXPECT_GT(costOf("(y := x) and 0"), kLists * 100);
    EXPECT_EQ(replyTo("len(y)", session), "20000");
}

TEST_F(FullSession, WhatALineEndsIsCharged) {
    EXPECT_GT(costOf("x = 0"), kLists * 100);
    EXPECT_EQ(replyTo("x", session), "0");
}

TEST_F(FullSession, WhatADeletionEndsIsCharged) {
    EXPECT_GT(costOf("del x"), kLists * 100);
    EXPECT_EQ(replyTo("x", session), "Error: name 'x' is not defined");
}

TEST_F(FullSession, WhatEndsWithTwoNamesIsCharged) {
    EXPECT_EQ(replyTo("(y := x) and 0", session), "0");
    const std::uint64_t one = evaluate("(z := x) and 0", session).cost;
    EXPECT_LT(evaluate("z = 0", session).cost, 100'000U);
    EXPECT_GT(one, kLists * 100);
    EXPECT_GT(costOf("x = y = 0"), kLists * 100);
}

TEST_F(FullSession, WhatEndsWithAnOldAnswerIsCharged) {
    EXPECT_EQ(replyTo("_ = 0", session), "0");
    EXPECT_EQ(replyTo("x", session).size(), 168'890U);
    EXPECT_LT(evaluate("x = 0", session).cost, 100'000U);
    Limits limits;
    limits.sessionBytes = session.bytes() / 2;
    EXPECT_GT(costOf("1", limits), kLists * 100);
    EXPECT_LT(session.bytes(), limits.sessionBytes);
}

// The line that comes after pays for it: by then nobody but the session holds anything.
TEST_F(FullSession, LookingForCirclesIsCharged) {
    const std::string circles = "len([(lambda: (g := lambda: g))() for i in range(65)])";
    for (const std::string& line : {circles, circles + " / 0"}) {
        EXPECT_LT(evaluate(line, session).cost, 100'000U);
        EXPECT_GE(session.cells().count(), 65U);
        EXPECT_GT(costOf("1"), kLists * 100);
        EXPECT_EQ(session.cells().count(), 0U);
        EXPECT_LT(evaluate("1", session).cost, 1000U) << line;
    }
}

// What a circle held goes with it, be it as much as the session may hold.
TEST_F(FullSession, WhatEndsWithCirclesIsCharged) {
    EXPECT_EQ(replyTo("(lambda big: (g := lambda: (g, big)) and 0)(x)", session), "0");
    EXPECT_LT(evaluate("x = 0", session).cost, 100'000U);
    EXPECT_EQ(replyTo("len([(lambda: (g := lambda: g))() for i in range(65)])", session), "65");
    EXPECT_GT(costOf("1"), kLists * 100);
}

TEST_F(FullSession, ASearchForCirclesThatTakesTooLongIsNotTriedAgainAtOnce) {
    EXPECT_EQ(replyTo("len([(lambda: (g := lambda: g))() for i in range(65)])", session), "65");
    Limits limits;
    limits.time = std::chrono::milliseconds(0);
    EXPECT_EQ(replyTo("1", session, limits), "Error: evaluation took longer than 0 s");
    EXPECT_EQ(replyTo("1", session, limits), "1");
    EXPECT_EQ(replyTo("len([(lambda: (g := lambda: g))() for i in range(130)])", session), "130");
    EXPECT_GT(costOf("1"), kLists * 100);
}

TEST(ListOfNames, IsCharged) {
    Session session;
    Limits limits;
    limits.work = 100'000;
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(replyTo("n" + std::to_string(i) + " = 0", session), "0");
    EXPECT_TRUE(std::holds_alternative<std::vector<Variable>>(variables(session, limits)));
    for (int i = 0; i < 100; ++i)
        EXPECT_EQ(replyTo("n" + std::to_string(i) + " = 0", session), "0");
    const auto refused = variables(session, limits);
    ASSERT_TRUE(std::holds_alternative<Error>(refused));
    EXPECT_EQ(std::get<Error>(refused).type, ErrorType::OutOfWork);
    EXPECT_EQ(std::get<std::vector<Variable>>(variables(session)).size(), 100U);
}

// The value that is being printed when the allowance ends is not shown cut: the list is not made at all.
TEST(ListOfNames, IsNeverCutByASmallAllowance) {
    Session session;
    EXPECT_EQ(replyTo("len(x := list(range(10_000)))", session), "10000");
    Limits limits;
    limits.work = 100'000;
    const auto refused = variables(session, limits);
    ASSERT_TRUE(std::holds_alternative<Error>(refused));
    EXPECT_EQ(std::get<Error>(refused).type, ErrorType::OutOfWork);
}

TEST(ListOfNames, CanBeCancelled) {
    Session session;
    EXPECT_EQ(replyTo("x = 1", session), "1");
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = variables(session, {}, stop.get_token());
    ASSERT_TRUE(std::holds_alternative<Error>(cancelled));
    EXPECT_EQ(std::get<Error>(cancelled).type, ErrorType::Cancelled);
}

} // namespace
} // namespace keisan::eval
