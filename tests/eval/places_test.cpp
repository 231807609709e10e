// SPDX-License-Identifier: MIT
// The place of a fault: the operator, name, call or subscript that failed, in code points.
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <string_view>

namespace keisan::eval {
namespace {

struct Fault {
    std::string_view line;
    Span place;
};

TEST(Places, AreThoseOfTheOperationOrNameAtFault) {
    constexpr Fault kFaults[] = {
        {"1 + 2/0", {5, 6}},
        {"1 + foo", {4, 7}},
        {"2**-1**(1/0)", {9, 10}},
        {"-None", {0, 1}},
        {"1 < 2 < None", {6, 7}},
        {"'日本' + 1/0", {8, 9}},
        {"'日本'[5]", {4, 7}},
        {"(5).real + (5).nothing", {14, 22}},
        {"5 + 1(2)", {5, 8}},
        {"(lambda x: x/0)(1)", {12, 13}},
        {"[x/0 for x in (1,2)]", {2, 3}},
        {"[x for x in 5]", {12, 13}},
        {"９/0", {1, 2}},
        {"5 × None", {2, 3}},
    };
    for (const Fault& fault : kFaults) {
        const Error error = errorOf(fault.line);
        ASSERT_TRUE(error.span) << fault.line;
        EXPECT_EQ(error.span->start, fault.place.start) << fault.line;
        EXPECT_EQ(error.span->end, fault.place.end) << fault.line;
    }
}

TEST(Places, OfAFaultInAnotherLinesFunctionAreTheCall) {
    Session session;
    replyTo("f(x) = 1 + 2 + 3 + 4 + 5 + x/0", session);
    const Outcome outcome = evaluate("10 + f(0)", session);
    const auto& error = std::get<Error>(outcome.result);
    ASSERT_TRUE(error.span);
    EXPECT_EQ(*error.span, (Span{6, 9}));
}

} // namespace
} // namespace keisan::eval
