// SPDX-License-Identifier: MIT
// Lines made to eat a server up: each ends in its Error, within its limit. They run with the stack that the
// server's threads have; with AddressSanitizer, too.
#include "tests/eval/evaluation.h"

#include <ctime>
#include <gtest/gtest.h>
#include <pthread.h>

#include <functional>
#include <initializer_list>
#include <string>

namespace keisan::eval {
namespace {

constexpr std::size_t kServersStackBytes = std::size_t{64} << 20;

void onAServersStack(std::function<void()> body) {
    pthread_attr_t attributes;
    pthread_t thread;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, kServersStackBytes), 0);
    const auto run = [](void* given) -> void* {
        (*static_cast<std::function<void()>*>(given))();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &attributes, run, &body), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

struct Bomb {
    std::string line;
    std::string reply;
};

// Refused by an estimate: for less work than a fifth of a millisecond's.
constexpr std::uint64_t kWorkOfAnEstimate = 200'000;

void expectRefusedAtOnce(const Bomb& bomb) {
    Session session;
    const Outcome outcome = evaluate(bomb.line, session);
    const Error* const error = std::get_if<Error>(&outcome.result);
    ASSERT_NE(error, nullptr) << bomb.line;
    EXPECT_EQ("Error: " + error->message, bomb.reply) << bomb.line;
    EXPECT_LT(outcome.cost, kWorkOfAnEstimate) << bomb.line;
}

const std::string kNeeds = "Error: the value would need about ";

TEST(Bombs, OfIntegersAreRefusedBeforeTheWork) {
    onAServersStack([] {
        for (const Bomb& bomb :
             std::initializer_list<Bomb>{{"9**9**9**9", kNeeds + "146.4 MiB; the limit is 2 MiB"},
                                         {"10**10**10", kNeeds + "3.9 GiB; the limit is 2 MiB"},
                                         {"1 << 10**12", kNeeds + "116.4 GiB; the limit is 2 MiB"},
                                         {"factorial(10**9)", kNeeds + "3.3 GiB; the limit is 2 MiB"},
                                         {"(10**9)!", kNeeds + "3.3 GiB; the limit is 2 MiB"},
                                         {"comb(10**9, 5*10**8)", kNeeds + "119.2 MiB; the limit is 2 MiB"},
                                         {"perm(10**9, 10**8)", kNeeds + "339.2 MiB; the limit is 2 MiB"},
                                         {"(2**2**20)**(2**20)", kNeeds + "128 GiB; the limit is 2 MiB"},
                                         {"pow(3, 10**12)", kNeeds + "184.5 GiB; the limit is 2 MiB"}})
            expectRefusedAtOnce(bomb);
    });
}

TEST(Bombs, OfContainersAreRefusedBeforeTheWork) {
    onAServersStack([] {
        for (const Bomb& bomb : std::initializer_list<Bomb>{
                 {"[0]*10**12", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"'a'*10**12", kNeeds + "931.3 GiB; the limit is 64 MiB"},
                 {"list(range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"tuple(range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"sorted(range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"[*range(10**12)]", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"max(*range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"x, *y = range(10**12)", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"set(range(10**12))", kNeeds + "36.4 TiB; the limit is 64 MiB"},
                 {"dict.fromkeys(range(10**12))", kNeeds + "36.4 TiB; the limit is 64 MiB"},
                 {"list(reversed(range(10**12)))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"list(enumerate(range(10**12)))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"list(zip(range(10**12), range(10**13)))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"list(map(str, range(10**12)))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"[x for x in range(10**12)]", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"list(x for x in range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"' '.join(str(x) for x in range(10**12))", kNeeds + "14.6 TiB; the limit is 64 MiB"},
                 {"'a'.ljust(10**12)", kNeeds + "931.3 GiB; the limit is 64 MiB"},
                 {"f'{1:>1000000000000}'", kNeeds + "931.3 GiB; the limit is 64 MiB"}})
            expectRefusedAtOnce(bomb);
    });
}

// What an error of a later element would end first is not refused before it.
TEST(Bombs, AnErrorOnTheWayComesFirst) {
    EXPECT_EQ(replyTo("[1/(5-x) for x in range(10**12)]"), "Error: division by zero");
    EXPECT_EQ(replyTo("list(map(lambda x: 1/(500-x), range(10**12)))"), "Error: division by zero");
    EXPECT_EQ(replyTo("len([x for x in range(4_000_000)])", patientLimits()), "4000000");
    EXPECT_EQ(replyTo("len(list(map(abs, range(4_000_000))))", patientLimits()), "4000000");
    EXPECT_EQ(replyTo("len([x for x in range(10**12) if x < 0 or 1/(5-x)])"), "Error: division by zero");
}

// Loops that would never end: a limit of time. Processor time, and much of it, for slow builds.
TEST(Bombs, OfLoopsEndWithTheirTime) {
    onAServersStack([] {
        Limits limits;
        limits.time = std::chrono::milliseconds(100);
        for (const char* const line :
             {"sum(range(10**18))", "sum(x for x in range(10**9))", "max(range(10**18))",
              "all(range(1, 10**18))", "fsum(range(10**18))", "prod(1 for x in range(10**18))",
              "'a' in range(10**12)",
              "[[[0 for x in range(10**6) if 0] for y in range(10**6)] for z in range(10**6)]",
              "[0 for a in range(10**9) for b in range(10**9) for c in range(10**9) if 0]",
              "sum([[1]*1000]*10**6, [])", "{1}.isdisjoint(range(2, 10**12))",
              "sorted([0]*10**6 + [1], key=lambda x: sum(range(10**9)))"}) {
            const std::clock_t before = std::clock();
            EXPECT_EQ(replyTo(line, limits), "Error: evaluation took longer than 100 ms") << line;
            EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 3.0) << line;
        }
    });
}

// Few values that stand in each other twice over are as many as a tree of them where each is asked.
TEST(Bombs, OfSharedValuesEnd) {
    onAServersStack([] {
        Limits limits;
        limits.time = std::chrono::milliseconds(100);
        const std::string tooLong = "Error: evaluation took longer than 100 ms";
        const std::string cannotKeep = "Error: an iterator cannot be kept; use list(...)";
        for (const Bomb& bomb : {
                 Bomb{"[z := zip((0,))] and [z := zip(z, z) for i in range(60)] and [*z]", cannotKeep},
                 Bomb{"[z := zip((0,))] and [z := map(lambda *a: 0, z, z) for i in range(60)] and [*z]",
                      cannotKeep},
                 Bomb{"[t := ()] and [t := (t, t) for i in range(60)] and {t}", tooLong},
                 Bomb{"[t := ()] and [u := ()] and [(t := (t, t)) and (u := (u, u)) for i in range(60)] and "
                      "t == u",
                      tooLong},
                 Bomb{"[t := frozenset()] and [t := frozenset([t, (t,)]) for i in range(60)] and len(t)",
                      "2"},
                 Bomb{"[s := {*range(10**5)}] and [0 for i in range(10**9) if s in {1}]", tooLong},
                 Bomb{"[s := frozenset(range(10**5))] and [0 for i in range(10**9) if s in {1}]", tooLong},
                 Bomb{"[s := {*range(10**5), 'a'}] and [0 for i in range(10**9) if s - {1} == 0]", tooLong},
             }) {
            const std::clock_t before = std::clock();
            EXPECT_EQ(replyTo(bomb.line, limits), bomb.reply) << bomb.line;
            EXPECT_LT(static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC, 3.0) << bomb.line;
        }
    });
}

TEST(Bombs, OfRecursionEnd) {
    onAServersStack([] {
        Session session;
        EXPECT_EQ(replyTo("f = lambda n: f(n+1)", session), "<function <lambda>>");
        EXPECT_EQ(replyTo("f(0)", session), "Error: maximum recursion depth exceeded");
        EXPECT_EQ(replyTo("g(n) = [g(n+1) for i in range(10)]", session), "<function g>");
        EXPECT_EQ(replyTo("g(0)", session), "Error: maximum recursion depth exceeded");
        EXPECT_EQ(replyTo("h(n) = sorted([1, 2], key=h)", session), "<function h>");
        EXPECT_EQ(replyTo("h(0)", session), "Error: maximum recursion depth exceeded");
        EXPECT_EQ(replyTo("k(n) = sum(map(k, [n]))", session), "<function k>");
        EXPECT_EQ(replyTo("k(0)", session), "Error: maximum recursion depth exceeded");
        EXPECT_EQ(replyTo("(lambda x: x(x))(lambda x: x(x))", session),
                  "Error: maximum recursion depth exceeded");
        EXPECT_EQ(replyTo("b(n) = b(n-1) + b(n-1) if n else 1", session), "<function b>");
        Limits limits;
        limits.time = std::chrono::milliseconds(100);
        EXPECT_EQ(replyTo("b(900)", session, limits), "Error: evaluation took longer than 100 ms");
    });
}

TEST(Bombs, OfGrowingNamesEnd) {
    onAServersStack([] {
        Session session;
        EXPECT_EQ(replyTo("x = 10", session), "10");
        std::string reply;
        for (int i = 0; i < 40; ++i)
            reply = replyTo("x = x*x", session);
        EXPECT_EQ(reply, kNeeds + "3.3 MiB; the limit is 2 MiB");
        EXPECT_EQ(replyTo("len(str(x)) if x < 10**999999 else 'long'", session), "long");
        EXPECT_EQ(replyTo("s = 'ab'", session), "ab");
        for (int i = 0; i < 40; ++i)
            reply = replyTo("s = s + s", session);
        EXPECT_TRUE(reply.starts_with("Error: ")) << reply;
        EXPECT_EQ(replyTo("l = [0]", session), "[0]");
        for (int i = 0; i < 40; ++i)
            reply = replyTo("l += l", session);
        EXPECT_TRUE(reply.starts_with("Error: ")) << reply;
        EXPECT_EQ(replyTo("d = []", session), "[]");
        for (int i = 0; i < 40; ++i)
            reply = replyTo("d = [d, d]", session);
        EXPECT_EQ(reply, "Error: result too long");
        Limits patient; // the size is to end it, in a slow build too
        patient.time = std::chrono::minutes(1);
        EXPECT_EQ(replyTo("str(d) == 1", session, patient),
                  "Error: the value would need more than 64 MiB; the limit is 64 MiB");
        EXPECT_EQ(replyTo("d == [d[0], [d[1][0], d[1][1][:]]]", session), "True");
    });
}

TEST(Bombs, OfNestingEnd) {
    onAServersStack([] {
        EXPECT_EQ(replyTo(repeated("-", 1'000'000) + "1"),
                  "Error: Parser stack overflowed - Python source too complex to parse");
        EXPECT_EQ(replyTo(repeated("(", 500'000)), "Error: too many nested parentheses (<string>, line 1)");
        EXPECT_EQ(replyTo(repeated("f'{", 300'000)), "Error: too many nested f-strings (<string>, line 1)");
        EXPECT_EQ(replyTo("1 " + repeated("if 1 else 2 ", 80'000)),
                  "Error: Parser stack overflowed - Python source too complex to parse");
        EXPECT_EQ(replyTo(repeated("lambda: ", 125'000) + "1"),
                  "Error: Parser stack overflowed - Python source too complex to parse");
        EXPECT_EQ(replyTo(repeated("2**", 300'000) + "1"),
                  "Error: Parser stack overflowed - Python source too complex to parse");
        EXPECT_EQ(replyTo("1" + repeated(" .real", 150'000)), "1");
    });
}

// Many names, keywords and parameters: no work grows with their square.
TEST(Bombs, OfManyNamesAreLinear) {
    const auto numbered = [](std::string_view name, std::string_view after, int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += std::string(name) + std::to_string(i) + std::string(after);
        return text;
    };
    Limits limits;
    limits.time = std::chrono::milliseconds(4000);
    EXPECT_EQ(replyTo("(lambda **k: len(k))(" + numbered("a", "=0,", 60'000) + ")", limits), "60000");
    EXPECT_EQ(replyTo("(lambda **k: len(k))(**{str(i): i for i in range(100_000)})", limits), "100000");
    EXPECT_EQ(
        replyTo("(lambda " + numbered("a", "=1,", 40'000) + ": 1)(" + numbered("a", "=0,", 40'000) + ")",
                limits),
        "1");
    EXPECT_EQ(
        replyTo("(lambda " + numbered("a", "=1,", 40'000) + ": 1)(" + numbered("b", "=0,", 40'000) + ")",
                limits),
        "Error: <lambda>() got an unexpected keyword argument 'b0'");
    EXPECT_EQ(replyTo(numbered("a", ",", 60'000) + " = range(60_000)", limits),
              "Error: the session holds more than 10,000 names");
    EXPECT_EQ(replyTo("(lambda **k: 1)(**{'a': 1}, **{str(i): i for i in range(100)}, **{'99': 1})", limits),
              "Error: <lambda>() got multiple values for keyword argument '99'");
}

} // namespace
} // namespace keisan::eval
