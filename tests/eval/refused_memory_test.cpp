// SPDX-License-Identifier: MIT
// Each allocation of an evaluation refused in turn: the line ends in an Error, nothing of it is kept, and the
// session goes on. What GMP needs is charged before it is called; GMP itself cannot survive a refusal.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

// How many allocations are granted until one is refused; nothing: all are granted.
constinit std::optional<std::size_t> granted;

// The largest allocation so far.
constinit std::size_t largest = 0;

bool isRefused() {
    if (!granted)
        return false;
    if (*granted == 0) {
        granted.reset();
        return true;
    }
    --*granted;
    return false;
}

} // namespace

// All three stay calls: the compiler takes a call of new for the library's, and warns of one half that it
// sees through.
[[gnu::noinline]] void* operator new(std::size_t bytes) {
    largest = std::max(largest, bytes);
    void* const storage = isRefused() ? nullptr : std::malloc(bytes == 0 ? 1 : bytes);
    if (storage == nullptr)
        throw std::bad_alloc();
    return storage;
}
[[gnu::noinline]] void operator delete(void* storage) noexcept {
    std::free(storage);
}
[[gnu::noinline]] void operator delete(void* storage, std::size_t) noexcept {
    std::free(storage);
}

namespace keisan::eval {
namespace {

constexpr std::int64_t kMemoryBytes = 256 << 20;

const std::vector<const char*> kPrelude{"x = [1, 2]", "y = 'text'", "f(n) = 1 if n < 2 else n * f(n-1)",
                                        "c = (lambda a: lambda b: a * b)(6)"};

const std::vector<const char*> kLines{
    "2 + 3",
    "2**1000 // 3**50",
    "comb(600, 300)",
    "f(30)",
    "c(7)",
    "[i * i for i in range(20)]",
    "{str(i): [i] for i in range(20)}",
    "{1, 2} | {*range(20)}",
    "sum(1/n for n in range(1, 20))",
    "sorted(['b', 'a', 'c'] * 20, key=lambda s: s.upper())",
    "max(x, key=lambda v: -v)",
    "list(zip('ab', x))",
    "', '.join(map(str, range(20))).split(', ')",
    "'{:>10}|{!r}'.format(3**100, y * 50)",
    "f'{10**50:,} {x} {y!r:>9}'",
    "'%05d %s' % (7, y)",
    "str([1.5, 2j, None, (x, {1: 2})])",
    "g = lambda *a, k=1, **b: (a, k, b)",
    "(lambda *a, k=1, **b: (a, k, b))(*x, k=y, m=3)",
    "a, (b, *d) = 1, 'text'",
    "x = y = z = 'other' * 10",
    "x += [3]",
    "del x, y",
    "h = (lambda a: lambda: a)(x)",
    "int('9' * 100) % 7",
    "[[[1], 2], 3] == [[[1], 2], 3]",
    "1 / 0",
    "nobody",
    "x.nothing",
    "(1, [2, {3: (4",
    "1 if",
};

struct Kept {
    std::vector<std::string> names;
    std::uint64_t answers;
    std::int64_t bytes;

    bool operator==(const Kept&) const = default;
};

// A session that holds something, and counts against a memory that others share.
struct Talk {
    std::shared_ptr<SharedMemory> memory = std::make_shared<SharedMemory>(kMemoryBytes);
    Session session{memory};

    Talk() {
        for (const char* const line : kPrelude)
            replyTo(line, session);
    }

    Kept kept() const {
        std::vector<std::string> names;
        const auto list = std::get<std::vector<Variable>>(variables(session));
        for (const Variable& variable : list)
            names.push_back(std::string(variable.name) + " = " + variable.text);
        return {names, session.answerCount(), memory->inUse()};
    }

    void expectNothingHappened(const Kept& before) {
        EXPECT_EQ(kept(), before);
        EXPECT_EQ(memory->inUse(), static_cast<std::int64_t>(session.bytes()));
        EXPECT_EQ(replyTo("None if x == [1, 2] and f(5) + c(7) == 162 else 1", session), "None");
    }
};

std::string replyOf(const Outcome& outcome) {
    if (const Answer* const answer = std::get_if<Answer>(&outcome.result))
        return answer->text;
    return "Error: " + std::get<Error>(outcome.result).message;
}

std::string usualReplyTo(const char* line) {
    Talk talk;
    return replyTo(line, talk.session);
}

TEST(RefusedMemory, EveryAllocationMayBeTheOneThatIsRefused) {
    for (const char* const line : kLines) {
        SCOPED_TRACE(line);
        const std::string reply = usualReplyTo(line);
        auto talk = std::make_unique<Talk>();
        const Kept before = talk->kept();
        for (std::size_t n = 0;; ++n) {
            granted = n;
            const Outcome outcome = evaluate(line, talk->session);
            if (std::exchange(granted, std::nullopt)) { // it needs no more than n
                EXPECT_EQ(replyOf(outcome), reply);
                break;
            }
            if (std::holds_alternative<Answer>(outcome.result)) { // it did without
                talk = std::make_unique<Talk>();
                continue;
            }
            EXPECT_EQ(std::get<Error>(outcome.result).type, ErrorType::MemoryError);
            talk->expectNothingHappened(before);
            ASSERT_FALSE(testing::Test::HasFailure()) << "refused: " << n;
        }
    }
}

TEST(RefusedMemory, WhatIsTooMuchIsRefusedBeforeItIsAllocated) {
    Limits limits;
    limits.memoryBytes = Limits::kMiB;
    for (const char* const line :
         {"[0] * (2 << 20)", "'a' * (32 << 20)", "b'a' * (32 << 20)", "list(range(2 << 20))",
          "(0,) * (2 << 20)", "sorted(range(1 << 20))", "{*range(1 << 20)}", "dict.fromkeys(range(1 << 20))",
          "[i for i in range(1 << 20)]", "' '.join(['a'] * (1 << 19))", "'a'.ljust(32 << 20)",
          "f'{1:>33554432}'", "'%33554432d' % 1", "'x'.join(['a' * 99] * 99_999)",
          "'a'.replace('a', 'b' * (1 << 18)) * 99"}) {
        largest = 0;
        EXPECT_EQ(replyTo(line, limits), "Error: the evaluation needs more than 1 MiB") << line;
        EXPECT_LE(largest, limits.memoryBytes) << line;
    }
}

// Looking for circles of closures needs memory itself, before an evaluation begins.
TEST(RefusedMemory, CirclesAreGivenBackAllTheSame) {
    Talk talk;
    const char* const line = "(lambda: (g := lambda: g) and 0)()";
    for (std::size_t n = 0; n < 20'000; ++n) {
        granted = n % 200;
        ASSERT_NO_THROW(evaluate(line, talk.session)) << "refused: " << n % 200;
        granted.reset();
    }
    for (int i = 0; i < 200; ++i)
        replyTo(line, talk.session);
    EXPECT_LT(talk.session.cells().count(), 400U);
}

// Runs the line with 0, 8, 16, ... bytes until it has its reply; before, it is refused in these words.
template <class Evaluate>
void expectOrderWithEveryLimit(const char* line, const std::string& refusal, Evaluate evaluateWith) {
    SCOPED_TRACE(line);
    const std::string reply = usualReplyTo(line);
    Talk talk;
    const Kept before = talk.kept();
    for (std::int64_t bytes = 0; bytes <= std::int64_t{1} << 20; bytes += 8) {
        const std::string got = evaluateWith(talk, bytes);
        if (got == reply)
            return;
        EXPECT_EQ(got.substr(0, refusal.size()), refusal);
        talk.expectNothingHappened(before);
        if (testing::Test::HasFailure())
            FAIL() << "with " << bytes << " bytes";
    }
    FAIL() << "has no reply within 1 MiB";
}

TEST(RefusedMemory, EveryLimitOfAnEvaluationEndsItInOrder) {
    for (const char* const line : kLines)
        expectOrderWithEveryLimit(line, "Error: the evaluation needs more than ",
                                  [&](Talk& talk, std::int64_t bytes) {
                                      Limits limits;
                                      limits.memoryBytes = static_cast<std::size_t>(bytes);
                                      return replyTo(line, talk.session, limits);
                                  });
}

TEST(RefusedMemory, EveryLimitOfTheServerEndsAnEvaluationInOrder) {
    for (const char* const line : kLines)
        expectOrderWithEveryLimit(line, "Error: server is out of memory",
                                  [&](Talk& talk, std::int64_t bytes) {
                                      talk.memory->setLimit(talk.memory->inUse() + bytes);
                                      const std::string reply = replyTo(line, talk.session);
                                      talk.memory->setLimit(kMemoryBytes);
                                      return reply;
                                  });
}

} // namespace
} // namespace keisan::eval
