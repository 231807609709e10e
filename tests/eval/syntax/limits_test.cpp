// SPDX-License-Identifier: MIT
#include "common/eval/syntax/parser.h"
#include "tests/eval/slowdown.h"

#include <ctime>
#include <gtest/gtest.h>
#include <string>

namespace keisan::eval::syntax {

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string said(const std::string& line) {
    const std::optional<Error> error = check(line);
    return error ? error->message : "ok";
}

const std::string kTooNested = "too many nested parentheses (<string>, line 1)";
const std::string kTooComplex = "Parser stack overflowed - Python source too complex to parse";

TEST(SyntaxLimits, TwoHundredBracketsAreEnough) {
    const std::pair<std::string, std::string> brackets[] = {
        {"(", ")"}, {"[", "]"}, {"{", "}"}, {"f(", ")"}, {"a[", "]"}, {"1|1^1&1<<1+1*-1**(", ")"}};
    for (const auto& [open, close] : brackets) {
        EXPECT_EQ(said(repeated(open, 200) + "1" + repeated(close, 200)), "ok") << open;
        EXPECT_EQ(said(repeated(open, 201) + "1" + repeated(close, 201)), kTooNested) << open;
    }
}

TEST(SyntaxLimits, TheNumberOfBracketsIsALimitOfItsOwn) {
    Limits limits;
    limits.nesting = 3;
    Tree tree;
    EXPECT_FALSE(parse("(((1)))", tree, limits));
    EXPECT_EQ(parse("((((1))))", tree, limits)->message, kTooNested);
    EXPECT_EQ(tree.root, nullptr);
}

TEST(SyntaxLimits, AThousandPrefixesAreFineAndAMillionAreRefused) {
    for (const char* prefix : {"-", "+", "~", "not ", "2**", "1 if 1 else ", "lambda: ", "√"}) {
        EXPECT_EQ(said(repeated(prefix, 1'000) + "1"), "ok") << prefix;
        EXPECT_EQ(said(repeated(prefix, 1'000'000) + "1"), kTooComplex) << prefix;
    }
}

TEST(SyntaxLimits, WhatIsRefusedAtTheGreatestDepthIsNotTooDeep) {
    const std::string invalid = "invalid syntax (<string>, line 1)";
    for (unsigned depth = kMaxTreeDepth - 3; depth < kMaxTreeDepth; ++depth) {
        EXPECT_EQ(said(repeated("not ", depth) + "a not b"), invalid) << depth;
        EXPECT_EQ(said(repeated("x if y else ", depth) + "lambda 1: x"), invalid) << depth;
    }
}

TEST(SyntaxLimits, FlatChainsMayBeOfAnyLength) {
    for (const char* piece : {"+1", "*x", "-1.5", "<<1", "&1", "<1", " in x", " is not y", " and 1", " or 1",
                              ".b", "[0]", "()", "!", "²", ",1", " 'a'"}) {
        const std::string line = std::string(piece) == " 'a'" ? "'a'" : "1 ";
        EXPECT_EQ(said(line + repeated(piece, 100'000)), "ok") << piece;
    }
    EXPECT_EQ(said("f(" + repeated("1,", 100'000) + ")"), "ok");
    EXPECT_EQ(said("{" + repeated("1:2,", 100'000) + "}"), "ok");
    EXPECT_EQ(said("[x " + repeated("for x in y if z ", 30'000) + "]"), "ok");
    EXPECT_EQ(said(repeated("x = ", 100'000) + "1"), "ok");
}

TEST(SyntaxLimits, AMillionDigitsAreOneToken) {
    EXPECT_EQ(said(repeated("7", 1'000'000)), "ok");
    EXPECT_EQ(said(repeated("7", 1'000'000) + "x"), "invalid decimal literal (<string>, line 1)");
}

// Each of these lines fills the 1 MiB that a request may have. Processor time, ten times what is wanted, for
// slow builds.
TEST(SyntaxLimits, NoLongLineTakesLong) {
    constexpr std::size_t kMiB = std::size_t{1} << 20;
    for (const std::string piece : {"(",
                                    "[",
                                    "{",
                                    ")",
                                    "-",
                                    "not ",
                                    "lambda:",
                                    "1 ",
                                    "x y ",
                                    "(1 2)",
                                    "f(a=1,",
                                    "'",
                                    "\"a",
                                    "f'{",
                                    "f'{a:",
                                    "\\",
                                    "#",
                                    "!",
                                    "√",
                                    "²",
                                    "x for x in ",
                                    "1 if ",
                                    "*",
                                    "**",
                                    "a.",
                                    ":=",
                                    "=",
                                    "x=",
                                    "(x=",
                                    "{1:2 3",
                                    "[x for x in y]",
                                    "lambda x:(",
                                    "f(*",
                                    "f(**",
                                    "é",
                                    "×",
                                    "’",
                                    "\n",
                                    "1,",
                                    "(1,)=",
                                    "print ",
                                    "print 1 ",
                                    "a if b ",
                                    "{**a,",
                                    "lambda *a,",
                                    "x\n",
                                    "'\\N{",
                                    "0_",
                                    "1e"}) {
        const std::string line = repeated(piece, kMiB / piece.size());
        const std::clock_t before = std::clock();
        (void)check(line);
        const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        EXPECT_LT(seconds, 2.0 * kSlowdown) << piece;
    }
}

TEST(SyntaxLimits, CapturesDoNotMultiply) {
    std::string names;
    for (int i = 0; i < 20'000; ++i)
        names += "a" + std::to_string(i) + ",";
    EXPECT_EQ(said("lambda " + names + ": " + repeated("lambda: ", 900) + "(" + names + ")"), kTooComplex);
}

TEST(SyntaxLimits, AnAllowanceOfWorkIsKept) {
    Tree tree;
    Limits small;
    small.work = 10'000;
    EXPECT_FALSE(parse("1+1", tree, small));
    EXPECT_GT(tree.cost, 0U);
    EXPECT_EQ(parse(repeated("1+", 10'000) + "1", tree, small)->type, ErrorType::OutOfWork);
    small.work = 4'000;
    EXPECT_EQ(parse("f(a, b c) + d", tree, small)->type, ErrorType::OutOfWork);
    EXPECT_EQ(parse("f(a, b c) + d", tree)->type, ErrorType::SyntaxError);
}

} // namespace

} // namespace keisan::eval::syntax
