// SPDX-License-Identifier: MIT
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

namespace keisan::eval {
namespace {

// Lines and the replies they must have, one after the other in one session.
struct Exchange {
    std::string_view line;
    std::string_view reply;
};

void expectTalk(std::initializer_list<Exchange> exchanges) {
    Session session;
    for (const Exchange& exchange : exchanges)
        EXPECT_EQ(replyTo(exchange.line, session), exchange.reply) << exchange.line;
}

TEST(Session, KeepsNamesAndAnswers) {
    expectTalk({{"_", "Error: name '_' is not defined"},
                {"x = 3", "3"},
                {"_", "3"},
                {"x * 2", "6"},
                {"_1 + _3", "9"},
                {"None", "None"},
                {"ans", "9"},
                {"_04", "Error: name '_04' is not defined"},
                {"_99", "Error: name '_99' is not defined"},
                {"_ = 'mine'", "mine"},
                {"1", "1"},
                {"_", "mine"},
                {"del _", "None"},
                {"_", "mine"}});
}

TEST(Session, APreviewChangesNothing) {
    Session session;
    EXPECT_EQ(replyTo("x = 3", session), "3");
    const Outcome outcome = preview("x = y = x + 1", session);
    ASSERT_TRUE(std::holds_alternative<Answer>(outcome.result));
    EXPECT_EQ(std::get<Answer>(outcome.result).text, "4");
    EXPECT_EQ(std::get<Answer>(outcome.result).number, 0u);
    EXPECT_EQ(replyTo("x", session), "3");
    EXPECT_EQ(replyTo("_1 + _2", session), "6");
    EXPECT_EQ(replyTo("y", session), "Error: name 'y' is not defined");
}

TEST(Session, NothingPassesAGateThatIsShut) {
    Session session;
    EXPECT_EQ(replyTo("x = 3", session), "3");
    EXPECT_FALSE(session.gate().shut()); // nobody guards it
    for (const char* const line : {"x = 4", "5", "y = 6", "del x", "None"}) {
        session.gate().guard();
        EXPECT_TRUE(session.gate().shut());
        EXPECT_FALSE(session.gate().shut());
        EXPECT_EQ(replyTo(line, session), "Error: Cancelled");
        session.gate().open();
    }
    EXPECT_EQ(session.answerCount(), 1U);
    EXPECT_EQ(replyTo("x + _", session), "6");
    EXPECT_EQ(replyTo("y", session), "Error: name 'y' is not defined");
}

TEST(Session, WhatHasPassedTheGateStands) {
    Session session;
    session.gate().guard();
    EXPECT_EQ(replyTo("x = 3", session), "3");
    EXPECT_FALSE(session.gate().shut());
    session.gate().open();
    EXPECT_EQ(replyTo("x", session), "3");
}

// Whoever is first: both know what became of it.
TEST(Session, AGateIsShutOrPassed) {
    Session session;
    int sum = 0;
    EXPECT_EQ(replyTo("n = 0", session), "0");
    for (int i = 0; i < 500; ++i) {
        session.gate().guard();
        std::string reply;
        std::thread evaluation([&] { reply = replyTo("n += 1", session); });
        std::this_thread::sleep_for(std::chrono::microseconds(i));
        const bool isShut = session.gate().shut();
        evaluation.join();
        session.gate().open();
        EXPECT_EQ(reply, isShut ? "Error: Cancelled" : std::to_string(++sum));
    }
    EXPECT_EQ(replyTo("n", session), std::to_string(sum));
}

TEST(Session, AnswersAreCountedFromOne) {
    Session session;
    const auto numberOf = [&](std::string_view line) {
        return std::get<Answer>(evaluate(line, session).result).number;
    };
    EXPECT_EQ(numberOf("7"), 1U);
    EXPECT_EQ(numberOf("None"), 0U);
    EXPECT_EQ(numberOf("x = 8"), 2U);
    EXPECT_EQ(numberOf("del x"), 0U);
    EXPECT_EQ(session.answerCount(), 2U);
}

TEST(Session, BindsTargetsOfEveryForm) {
    expectTalk({{"a = b = 1", "1"},
                {"a, (b, *c) = 1, (2, 3, 4)", "(1, (2, 3, 4))"},
                {"[a, b, c]", "[1, 2, [3, 4]]"},
                {"*a, b = 'xyz'", "xyz"},
                {"a, b", "(['x', 'y'], 'z')"},
                {"a, b = 1", "Error: cannot unpack non-iterable int object"},
                {"a, b = 1, 2, 3", "Error: too many values to unpack (expected 2)"},
                {"a, b = 1,", "Error: not enough values to unpack (expected 2, got 1)"},
                {"a, *b, c = 1,", "Error: not enough values to unpack (expected at least 2, got 1)"},
                {"b += 'w'", "zw"},
                {"b += 1", "Error: can only concatenate str (not \"int\") to str"},
                {"n = None", "None"},
                {"n += 1", "Error: unsupported operand type(s) for +=: 'NoneType' and 'int'"},
                {"l = [1]", "[1]"},
                {"l += (2, 3)", "[1, 2, 3]"},
                {"l[0] = 1", "Error: 'list' object does not support item assignment"},
                {"del a, b", "None"},
                {"b", "Error: name 'b' is not defined"},
                {"del b", "Error: name 'b' is not defined"}});
}

TEST(Session, AFailedLineChangesNothing) {
    expectTalk({{"x = 1", "1"},
                {"(x := 2) + (y := 3) + 1/0", "Error: division by zero"},
                {"x", "1"},
                {"y", "Error: name 'y' is not defined"},
                {"x, y = 5, 6, 7", "Error: too many values to unpack (expected 2)"},
                {"x", "1"}});
}

TEST(Session, FunctionsKeepTheirLineAndSeeNamesLate) {
    expectTalk({{"f(n) = 1 if n < 2 else n * f(n-1)", "<function f>"},
                {"f(20)", "2432902008176640000"},
                {"k = 10", "10"},
                {"g = lambda x, y=k: x + y + k", "<function <lambda>>"},
                {"k = 1", "1"},
                {"g(1)", "12"},
                {"h = (lambda a: lambda b: a * b)(6)", "<function <lambda>.<locals>.<lambda>>"},
                {"h(7)", "42"}});
}

TEST(Session, AnIteratorCannotBeKept) {
    expectTalk({{"g = (x for x in (1,2))", "Error: an iterator cannot be kept; use list(...)"},
                {"g = [(x for x in (1,2))]", "Error: an iterator cannot be kept; use list(...)"},
                {"f = (lambda i: lambda: i)((x for x in (1,2)))",
                 "Error: an iterator cannot be kept; use list(...)"},
                {"5", "5"},
                {"(x for x in (1,2))", "<generator object <genexpr>>"},
                {"_", "5"}});
}

TEST(Session, HoldsSoManyNamesAndBytesAndNoMore) {
    Limits limits;
    limits.sessionNames = 2;
    limits.sessionBytes = 1'000'000;
    Session session;
    EXPECT_EQ(replyTo("a = 1", session, limits), "1");
    EXPECT_EQ(replyTo("b = 2", session, limits), "2");
    EXPECT_EQ(replyTo("c = 3", session, limits), "Error: the session holds more than 2 names");
    EXPECT_EQ(replyTo("b = 4", session, limits), "4");
    EXPECT_EQ(replyTo("a = 'x'*900_000 and 0", session, limits), "0");
    EXPECT_EQ(replyTo("a = [0]*50_000 and 'x'*900_000", session, limits), std::string(900'000, 'x'));
    EXPECT_EQ(replyTo("a = 'y'*900_000", session, limits), std::string(900'000, 'y'));
    EXPECT_EQ(replyTo("b = 'z'*200_000", session, limits), "Error: the session holds more than 976.6 KiB");
    EXPECT_EQ(replyTo("b", session, limits), "4");
}

TEST(Session, TheOldestAnswersMakeRoom) {
    Limits limits;
    limits.sessionBytes = 1'000'000;
    Session session;
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(replyTo("'x'*300_000", session, limits).size(), 300'000U);
    EXPECT_EQ(replyTo("_1", session, limits), "Error: name '_1' is not defined");
    EXPECT_EQ(replyTo("_5 == 'x'*300_000", session, limits), "True");
    EXPECT_LT(session.bytes(), 1'000'000U);
}

TEST(Session, CirclesOfClosuresGiveTheirMemoryBack) {
    Session session;
    for (int i = 0; i < 100'000; ++i)
        ASSERT_EQ(replyTo("(lambda: (g := lambda: g) and 0)()", session), "0");
    EXPECT_LT(session.cells().count(), 200U);
    for (int i = 0; i < 1000; ++i)
        ASSERT_EQ(replyTo("(f := (lambda: (g := lambda: g))()) and 0", session), "0");
    EXPECT_LT(session.cells().count(), 200U);
    EXPECT_LT(session.bytes(), Limits::kMiB * 16);
}

TEST(Session, WhatItHoldsIsListed) {
    Session session;
    replyTo("b = [1, 'x']", session);
    replyTo("a = 'y'*500", session);
    const auto list = std::get<std::vector<Variable>>(variables(session, {}, {}, 10));
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].name, "a");
    EXPECT_EQ(list[0].typeName, "str");
    EXPECT_EQ(list[0].text, "'yyyyyyyy…");
    EXPECT_EQ(list[1].text, "[1, 'x']");
}

} // namespace
} // namespace keisan::eval
