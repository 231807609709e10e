// SPDX-License-Identifier: MIT
// Values nested a million deep are printed, compared, hashed and dropped without the stack's end.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <pthread.h>
#include <string>

namespace keisan::eval {
namespace {

// Binds the name to an empty tuple inside a million lists (tuples, dicts): `around` is one step of it.
void nestDeeply(Session& session, const std::string& name, const std::string& around) {
    Limits limits = patientLimits();
    limits.sessionBytes = 512 * Limits::kMiB;
    EXPECT_EQ(replyTo(name + " = ()", session), "()");
    EXPECT_EQ(
        replyTo("[0 for i in [0]*1_000_000 if [" + name + " := " + around + "] == 0] or 1", session, limits),
        "1");
}

TEST(DeepValues, ArePrintedAndComparedUntilTheDepthPythonHas) {
    Session session;
    nestDeeply(session, "x", "[x]");
    nestDeeply(session, "y", "[y]");
    EXPECT_EQ(replyTo("x", session),
              "Error: maximum recursion depth exceeded while getting the repr of an object");
    EXPECT_EQ(replyTo("x == y", session), "Error: maximum recursion depth exceeded in comparison");
    EXPECT_EQ(replyTo("x < y", session), "Error: maximum recursion depth exceeded in comparison");
    EXPECT_EQ(replyTo("x in [y]", session), "Error: maximum recursion depth exceeded in comparison");
    EXPECT_EQ(replyTo("del x, y", session), "None");
}

TEST(DeepValues, AreHashedUntilThatDepth) {
    Session session;
    nestDeeply(session, "t", "(t,)");
    EXPECT_EQ(replyTo("{t}", session), "Error: maximum recursion depth exceeded");
    nestDeeply(session, "d", "[d, 0]");
    EXPECT_EQ(replyTo("d == 0", session), "False");
}

// With the stack that the server's threads have, which is larger than a main thread's.
void runWithAServersStack(void* (*body)(void*)) {
    pthread_attr_t attributes;
    pthread_t thread;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, std::size_t{64} << 20), 0);
    ASSERT_EQ(pthread_create(&thread, &attributes, body, nullptr), 0);
    pthread_join(thread, nullptr);
    pthread_attr_destroy(&attributes);
}

TEST(DeepValues, OfLittleDepthAreWhole) {
    runWithAServersStack([](void*) -> void* {
        Session session;
        replyTo("x = []", session);
        EXPECT_EQ(replyTo("[x := [x] for i in [0]*5000] and 1", session), "1");
        EXPECT_EQ(replyTo("x", session), std::string(5001, '[') + std::string(5001, ']'));
        EXPECT_EQ(replyTo("x == [x[0]]", session), "True");
        return nullptr;
    });
}

TEST(DeepValues, IteratorsInIteratorsEndInAnError) {
    EXPECT_EQ(replyTo("[g := (0,)] and [g := (lambda h: (x for x in h))(g) for i in [0]*100_000] and [*g]"),
              "Error: maximum recursion depth exceeded");
}

} // namespace
} // namespace keisan::eval
