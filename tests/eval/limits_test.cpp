// SPDX-License-Identifier: MIT
// Each limit of language.md, just below and just above, with its exact words.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <stop_token>
#include <string>

namespace keisan::eval {
namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

// Sizes at which a search that takes their product would never end.
TEST(Limits, ASearchInATextIsLinear) {
    EXPECT_EQ(replyTo("('a'*10**7 + 'b') in ('a'*2*10**7)"), "False");
    EXPECT_EQ(replyTo("('a'*10**7 + 'b') in ('a'*2*10**7 + 'b')"), "True");
    EXPECT_EQ(replyTo("'' in ''"), "True");
}

TEST(Limits, AnIntegerWhileComputingHas2To24BitsAndNoMore) {
    EXPECT_EQ(replyTo("2**16777215 > 0"), "True");
    EXPECT_EQ(replyTo("(1 << 16777215) > 0"), "True");
    EXPECT_EQ(replyTo("2**16777216"), "Error: the value would need more than 2 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("1 << 16777216"), "Error: the value would need more than 2 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("2**16777215 * 2"), "Error: the value would need more than 2 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("2**16777215 + 2**16777215"),
              "Error: the value would need more than 2 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("(2**16777215 - 1) + 2**16777214 > 0"), "True");
}

TEST(Limits, BombsOfNumbersEndBeforeTheyAreComputed) {
    EXPECT_EQ(replyTo("9**9**9"), "Error: the value would need about 146.4 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("9**9**9**9"), "Error: the value would need about 146.4 MiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("1<<10**12"), "Error: the value would need about 116.4 GiB; the limit is 2 MiB");
    EXPECT_EQ(replyTo("1<<10**30"), "Error: the value would need about 1 ZiB or more; the limit is 2 MiB");
    EXPECT_EQ(replyTo("7**10**30"), "Error: the value would need about 1 ZiB or more; the limit is 2 MiB");
    EXPECT_EQ(replyTo("1**10**30 + (-1)**(10**30+1)"), "0");
    Session session;
    Limits limits;
    for (const char* const line : {"9**9**9**9", "1<<10**12", "[0]*10**12", "'a'*10**12", "2**10**10*0"})
        EXPECT_LT(evaluate(line, session, limits).cost, 100'000U) << line;
}

TEST(Limits, APrintedIntegerHasAMillionDigitsAndNoMore) {
    EXPECT_EQ(replyTo("10**999999").size(), 1'000'000U);
    EXPECT_EQ(replyTo("-10**999999").size(), 1'000'001U);
    EXPECT_EQ(replyTo("10**1000000-1"), repeated("9", 1'000'000));
    EXPECT_EQ(replyTo("10**1000000"), "Error: the answer has about 1,000,001 digits; the limit is 1,000,000");
    EXPECT_EQ(replyTo("[10**1000000]"),
              "Error: the answer has about 1,000,001 digits; the limit is 1,000,000");
    EXPECT_EQ(replyTo(repeated("9", 1'000'000)), repeated("9", 1'000'000));
    EXPECT_EQ(replyTo(repeated("9", 1'000'001)),
              "Error: the answer has about 1,000,001 digits; the limit is 1,000,000");
    EXPECT_EQ(replyTo(repeated("9", 10'000'000)),
              "Error: the answer has about 10,000,000 digits; the limit is 1,000,000");
}

TEST(Limits, ASmallerLimitOfDigitsIsExactToo) {
    Limits limits;
    limits.printedDigits = 700;
    const std::string refusal = "Error: the answer has about 701 digits; the limit is 700";
    EXPECT_EQ(replyTo("10**700 - 1", limits), repeated("9", 700));
    EXPECT_EQ(replyTo("1 - 10**700", limits), "-" + repeated("9", 700));
    EXPECT_EQ(replyTo("10**700", limits), refusal);
    EXPECT_EQ(replyTo("-10**700", limits), refusal);
    EXPECT_EQ(replyTo("str(10**700)", limits), refusal);
    EXPECT_EQ(replyTo(repeated("9", 700), limits), repeated("9", 700));
    EXPECT_EQ(replyTo(repeated("9", 701) + " > 0", limits), refusal);
    EXPECT_EQ(replyTo("int('9'*701) > 0", limits), refusal);
    EXPECT_EQ(replyTo("int('1' + '0'*1467, 3) == 3**1467", limits), "True"); // 700 digits
    EXPECT_EQ(replyTo("int('1' + '0'*1468, 3) > 0", limits), refusal);
}

TEST(Limits, OneValueHas64MiBAndNoMore) {
    EXPECT_EQ(replyTo("[0]*4194304 == 0"), "False");
    EXPECT_EQ(replyTo("[0]*4194305 == 0"),
              "Error: the value would need more than 64 MiB; the limit is 64 MiB");
    EXPECT_EQ(replyTo("'a'*67108864 == 0"), "False");
    EXPECT_EQ(replyTo("'a'*67108865 == 0"),
              "Error: the value would need more than 64 MiB; the limit is 64 MiB");
    EXPECT_EQ(replyTo("[0]*10**12"), "Error: the value would need about 14.6 TiB; the limit is 64 MiB");
    EXPECT_EQ(replyTo("'a'*10**12"), "Error: the value would need about 931.3 GiB; the limit is 64 MiB");
    EXPECT_EQ(replyTo("(1,2)*-1"), "()");
    EXPECT_EQ(replyTo("[]*10**18"), "[]");
}

TEST(Limits, AnEvaluationHas256MiBAndNoMore) {
    EXPECT_EQ(replyTo("[[0]*4000000 for i in (1,2,3)] == 0", patientLimits()), "False");
    EXPECT_EQ(replyTo("[[0]*4000000 for i in (1,2,3,4,5)]", patientLimits()),
              "Error: the evaluation needs more than 256 MiB");
}

TEST(Limits, AnAnswerHasAMebibyteAndNoMore) {
    EXPECT_EQ(replyTo("'a'*1048576").size(), 1'048'576U);
    EXPECT_EQ(replyTo("'a'*1048577"), "Error: result too long");
    EXPECT_EQ(replyTo("[0]*349525").size(), 1'048'575U);
    EXPECT_EQ(replyTo("[0]*349526"), "Error: result too long");
}

TEST(Limits, AnAnswerTooLongIsKeptAllTheSame) {
    Session session;
    EXPECT_EQ(replyTo("'a'*1048577", session), "Error: result too long");
    EXPECT_EQ(replyTo("_ == 'a'*1048577", session), "True");
    EXPECT_EQ(replyTo("x = 10**1000000", session),
              "Error: the answer has about 1,000,001 digits; the limit is 1,000,000");
    EXPECT_EQ(replyTo("x % 7", session), "4");
    EXPECT_EQ(session.answerCount(), 4U);
}

TEST(Limits, ASessionHas10000NamesAnd64MiBAndNoMore) {
    std::string names;
    for (int i = 0; i < 10'000; ++i)
        names += "a" + std::to_string(i) + ",";
    Session session;
    EXPECT_TRUE(replyTo(names + " = range(10_000)", session).starts_with("range("));
    EXPECT_EQ(replyTo("b = 1", session), "Error: the session holds more than 10,000 names");
    EXPECT_EQ(replyTo("a1 = ('y'*(60 * 2**20))[:-1]", session), "Error: result too long");
    EXPECT_EQ(replyTo("a2 = 'z'*(5 * 2**20)", session), "Error: the session holds more than 64 MiB");
    EXPECT_EQ(replyTo("a2", session), "2");
    EXPECT_EQ(replyTo("len(a1)", session), "62914559");
}

TEST(Limits, ProcessorTimeEndsALoop) {
    EXPECT_EQ(replyTo("sum(range(10**18))"), "Error: evaluation took longer than 5 s");
    Limits limits;
    limits.time = std::chrono::milliseconds(50);
    EXPECT_EQ(replyTo("[0 for x in [0]*10000 for y in [0]*10000 if y]", limits),
              "Error: evaluation took longer than 50 ms");
    limits.time = std::chrono::milliseconds(1000);
    EXPECT_EQ(replyTo("[0 for x in [0]*100000 for y in [0]*10000 if y]", limits),
              "Error: evaluation took longer than 1 s");
}

// The clock and the stop token are looked at in one place. One call into GMP cannot be interrupted.
TEST(Limits, TheEndOfTheTimeIsNoticedWithinHalfASecond) {
    Session session;
    EXPECT_EQ(replyTo("(p := 3**10_000_000) > (q := 7**3_000_000)", session), "True");
    EXPECT_EQ(replyTo("len(t := 'ab'*10_000_000)", session), "20000000");
    for (const char* const line :
         {"[0 for i in range(10**9) if 0]", "sorted(range(4_000_000), key=lambda v: -v) == 0",
          "t.count('aba') + t.replace('ab', 'ba').find('c')", "{t[i:] for i in range(10**6)} == 0",
          "p // q == 0", "isqrt(p) == 0", "3**10_500_000 == 0", "factorial(900_000) == 0",
          "comb(16_000_000, 8_000_000) == 0", "str(q // 10**1_600_000) == 0", "int('7' * 1_000_000) == 0",
          "gcd(p, 7**5_900_000) == 0", "gcd(p, q) == 0"})
        for (const int limitMs : {5, 60}) {
            Limits limits;
            limits.time = std::chrono::milliseconds(limitMs);
            const std::clock_t before = std::clock();
            const std::string reply = replyTo(line, session, limits);
            const double usedMs = 1000.0 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
            EXPECT_LT(usedMs, limitMs + 500 * kSlowdown) << line;
            EXPECT_TRUE(reply == "False" || reply.starts_with("Error: evaluation took longer than "))
                << line << ": " << reply;
        }
}

TEST(Limits, WorkIsTheSameEverywhereAndRunsOut) {
    Session session;
    const std::uint64_t cost = evaluate("[x*x for x in (1,2,3)]", session).cost;
    Limits limits;
    limits.work = cost;
    EXPECT_EQ(replyTo("[x*x for x in (1,2,3)]", limits), "[1, 4, 9]");
    limits.work = cost - 1;
    EXPECT_EQ(errorOf("[x*x for x in (1,2,3)]", limits).type, ErrorType::OutOfWork);
}

// With the work that the server allows a line on its own thread. What is bound is long enough that no copy of
// it fits.
TEST(Limits, WhatIsCopiedIsCharged) {
    Session session;
    for (const char* const line :
         {"len(s := 'a'*10_000_000)", "len(t := s + '\u00e9')", "len(h := '{:' + s + '}')",
          "(n := (1 << 16_000_000) - 1) > (k := 3**5_000_000)", "len(L := [0]*100_000)",
          "len(r := (0,)*100_000)", "(b := range(n)) == 0", "(m := n + 1 - 1) > 0",
          "len(x := [1]) + len(y := [1])", "len([x := [x] for _ in range(500)])",
          "len([y := [y] for _ in range(500)])"})
        ASSERT_FALSE(replyTo(line, session, patientLimits()).starts_with("Error")) << line;
    Limits limits;
    limits.work = 300'000;
    for (const char* const line : {"len(s[1:])",
                                   "len(s[:-1])",
                                   "len(t[1:])",
                                   "s.strip('b') == 0",
                                   "s.lstrip('b') == 0",
                                   "s.rstrip('b') == 0",
                                   "s.strip() == 0",
                                   "'{}'.format(s) == 0",
                                   "'{!s}'.format(s) == 0",
                                   "'{}b'.format(s) == 0",
                                   "s.format() == 0",
                                   "h.format(1)",
                                   "'{:.10000000}'.format(s) == 0",
                                   "'{0:>1}'.format(s) == 0",
                                   "'{x}'.format_map({'x': s}) == 0",
                                   "format(s) == 0",
                                   "f'{s}' == 0",
                                   "f'{s!s}' == 0",
                                   "f'{s}b' == 0",
                                   "'%s' % s == 0",
                                   "'%.10000000s' % s == 0",
                                   "format(1, s)",
                                   "format(s, s)",
                                   "format(1.5, s)",
                                   "format(1j, s)",
                                   "'{:{}}'.format(1, s)",
                                   "f'{1:{s}}'",
                                   "int(s, 36)",
                                   "int(s)",
                                   "int(s, 16)",
                                   "float(s)",
                                   "complex(s)",
                                   "complex(t)",
                                   "float.fromhex(s)",
                                   "s.split('a', 1) == 0",
                                   "s.rsplit('a', 1) == 0",
                                   "s.partition('a') == 0",
                                   "s.rpartition('a') == 0",
                                   "s.removeprefix('a') == 0",
                                   "s.removesuffix('a') == 0",
                                   "s.replace('a', 'b', 1) == 0",
                                   "s.split('b') == 0",
                                   "s.splitlines() == 0",
                                   "''.join([s]) == 0",
                                   "s + 'b' == 0",
                                   "s * 2 == 0",
                                   "s.ljust(1) == 0",
                                   "s.zfill(10_000_001) == 0",
                                   "[range(1, n, k) for _ in range(2)] == 0",
                                   "b[::k] == 0",
                                   "b[k:][k] == 0",
                                   "k in range(0, n, k)",
                                   "[k in range(0, n, 3) for _ in range(9)] == 0",
                                   "range(0, n, k)[2] == 0",
                                   "list(range(n, n + 9)) == 0",
                                   "[reversed(b) for _ in range(9)] == 0",
                                   "{n: 0 for _ in range(9)} == 0",
                                   "[n.bit_count() for _ in range(9)] == 0",
                                   "L[:] == 0",
                                   "[L[:]] == 0",
                                   "L*1 == 0",
                                   "L + L == 0",
                                   "[*L] == 0",
                                   "list(L) == 0",
                                   "r[1:] == 0",
                                   "tuple(L) == 0",
                                   "n == m",
                                   "m < n",
                                   "max(n, m) == 0",
                                   "[m].index(n)",
                                   "b == range(m)",
                                   "{b} == 0",
                                   "[log(n) for _ in range(9)] == 0",
                                   "comb(n, m)",
                                   "'{'.find(s)",
                                   "'a'.count(s)",
                                   "'b'.maketrans(s, '')",
                                   "'b'.translate({98: s}) == 0",
                                   "('b'*1000).translate([]) == 0",
                                   "repr(s) == 0",
                                   "s % () == 0",
                                   "[s[:16_000] for _ in range(99)] == 0",
                                   "x == y",
                                   "(lambda f: f(f, 200))(lambda f, i: i and f(f, i - 1))"}) {
        const Outcome outcome = evaluate(line, session, limits);
        const Error* const error = std::get_if<Error>(&outcome.result);
        EXPECT_TRUE(error != nullptr && error->type == ErrorType::OutOfWork) << line << ": " << outcome.cost;
    }
}

TEST(Limits, ATranslatedTextIsBoundedWhateverStandsInTheTable) {
    Limits limits;
    limits.valueBytes = 1'000'000;
    Session session;
    for (const char* const table : {"{97: 128512}", "{97: '😀'}", "{97: 'aaaa'}", "[128512]*98", "{98: 97}"}) {
        const std::string line = "len(('a'*400_000).translate(" + std::string(table) + "))";
        const Outcome outcome = evaluate(line, session, limits);
        if (std::string_view(table) == "{98: 97}")
            EXPECT_EQ(std::get<Answer>(outcome.result).text, "400000");
        else
            EXPECT_EQ(std::get<Error>(outcome.result).type, ErrorType::LimitError) << line;
    }
}

// An error that is thrown at the bottom comes back through all of them.
TEST(Limits, EachLevelIsChargedTheFirstTime) {
    Session session;
    replyTo("f = lambda n: n and f(n - 1)", session);
    const auto cost = [&](std::string_view line) { return evaluate(line, session).cost; };
    EXPECT_GT(cost("f(200)"), cost("f(100)") + 100 * 4'000);
    EXPECT_LT(cost("f(200) + f(200)"), cost("f(200)") + 50 * 4'000);
    EXPECT_LT(cost("f(60)"), 60 * 1'000U);
    EXPECT_GT(cost(repeated("-", 500) + "1"), cost(repeated("-", 100) + "1") + 400 * 1'000);
    EXPECT_LT(cost(repeated("-", 30) + "1"), 30 * 100U);
}

// One iterator asks another, and that the next.
TEST(Limits, EachLevelOfIteratorsIsChargedTheFirstTime) {
    Session session;
    const auto cost = [&](std::string_view wrapped, int levels) {
        const std::string line = "(lambda: [[g := [1]], [g := " + std::string(wrapped) + " for i in range(" +
                                 std::to_string(levels) + ")], [0 for x in g], [0 for x in g]])()";
        return evaluate(line, session).cost;
    };
    for (const std::string_view wrapped :
         {"map(abs, g)", "filter(None, g)", "enumerate(g)", "zip(g)", "(lambda h: (x for x in h))(g)"}) {
        EXPECT_GT(cost(wrapped, 200), cost(wrapped, 100) + 100 * 4'000) << wrapped;
        EXPECT_LT(cost(wrapped, 200), cost(wrapped, 100) + 100 * 5'000) << wrapped;
        EXPECT_LT(cost(wrapped, 60), 60 * 1'500U) << wrapped;
    }
}

// Hashes that were looked for: each begins at slot after slot that others have.
TEST(Limits, SlotsThatOthersHaveAreCharged) {
    Session session;
    EXPECT_EQ(replyTo("len(S := {i for i in range(310_000)})", session, patientLimits()), "310000");
    const auto cost = [&](std::string_view line) { return evaluate(line, session).cost; };
    EXPECT_GT(cost("[k in S for k in (1258264520392205232, 1007926818852490793, 2038850136691206322)]"),
              cost("[k in S for k in (1000000000000400000, 1000000000000400009, 1000000000000400011)]") +
                  3 * 16 * 60);
}

TEST(Limits, CapturesAreChargedBeforeTheyAreMade) {
    Limits limits;
    limits.work = 100'000;
    std::string names = "a0";
    std::string sum = "a0";
    for (int i = 1; i < 300; ++i) {
        names += ",a" + std::to_string(i);
        sum += "+a" + std::to_string(i);
    }
    const std::string line = "lambda " + names + ":" + repeated("lambda:", 100) + sum;
    Session session;
    const Outcome outcome = evaluate(line, session, limits);
    const Error* const error = std::get_if<Error>(&outcome.result);
    ASSERT_TRUE(error != nullptr && error->type == ErrorType::OutOfWork) << outcome.cost;
    EXPECT_EQ(error->message, "the line takes more work to parse than is allowed");
    EXPECT_TRUE(replyTo(line).starts_with("<function")) << replyTo(line);
}

TEST(Limits, AStopRequestEndsAnEvaluation) {
    Session session;
    std::stop_source stop;
    stop.request_stop();
    const Outcome outcome =
        evaluate("[0 for x in [0]*10000 for y in [0]*10000 if y]", session, {}, stop.get_token());
    ASSERT_TRUE(std::holds_alternative<Error>(outcome.result));
    EXPECT_EQ(std::get<Error>(outcome.result).type, ErrorType::Cancelled);
    EXPECT_EQ(std::get<Error>(outcome.result).message, "Cancelled");
}

// Of equal items only the first is kept; what CPython does not fold is computed as the line runs.
TEST(Limits, ASetOfConstantsHoldsNoMoreThanItsItems) {
    Limits limits;
    limits.memoryBytes = 32U << 20;
    const std::string texts = repeated("'a'*1000000, ", 40);
    const std::string tuples = repeated("(0,)*256, ", 10'000);
    for (const std::string& items : {texts, tuples}) {
        EXPECT_EQ(replyTo("{" + items + "} == 0", limits), "False");
        EXPECT_EQ(replyTo("len([0 for x in {" + items + "}])", limits), "1");
    }
    std::string numbers;
    for (int i = 0; i < 200'000; ++i)
        numbers += std::to_string(100'000 + i) + ",";
    EXPECT_EQ(replyTo("len({" + numbers + "})", limits), "200000");
}

TEST(Limits, CallsNestAThousandDeep) {
    EXPECT_EQ(replyTo("(lambda f: f(f, 998))(lambda f, n: 0 if n == 0 else 1 + f(f, n-1))"), "998");
    EXPECT_EQ(replyTo("(lambda f: f(f, 999))(lambda f, n: 0 if n == 0 else 1 + f(f, n-1))"),
              "Error: maximum recursion depth exceeded");
    EXPECT_EQ(errorOf("(lambda f: f(f))(lambda f: f(f))").type, ErrorType::RecursionError);
}

TEST(Limits, ChainsHaveAnyLengthAndPrefixesNestAThousandDeep) {
    EXPECT_EQ(replyTo(repeated("1+", 500'000) + "1"), "500001");
    EXPECT_EQ(replyTo(repeated("-", 1000) + "1"), "1");
    EXPECT_EQ(replyTo(repeated("not ", 1001) + "0"), "True");
    EXPECT_EQ(replyTo(repeated("1**", 1000) + "2"), "1");
    EXPECT_EQ(replyTo(repeated("1 if 1 else ", 1000) + "2"), "1");
    EXPECT_EQ(replyTo("(" + repeated("lambda: ", 1000) + "7)" + repeated("()", 1000)), "7");
    EXPECT_EQ(replyTo(repeated("(", 200) + "1" + repeated(")", 200)), "1");
    EXPECT_EQ(replyTo(repeated("(", 201) + "1" + repeated(")", 201)),
              "Error: too many nested parentheses (<string>, line 1)");
    EXPECT_EQ(replyTo(repeated("(", 1'000'000)), "Error: too many nested parentheses (<string>, line 1)");
    EXPECT_TRUE(replyTo(repeated("-", 1'000'000) + "1").starts_with("Error: "));
}

} // namespace
} // namespace keisan::eval
