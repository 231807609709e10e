// SPDX-License-Identifier: MIT
// The library through evaluate(): what CPython 3.13 answers to each function (cases/, written by
// generate.py), that nothing leads out of the language, and that calls that need too much are refused at
// once.
#include "common/eval/session.h"
#include "tests/eval/oracle/c_library.h"
#include "tests/eval/oracle/corpus.h"

#include <gtest/gtest.h>

#include <chrono>

namespace keisan::eval {
namespace {

const std::filesystem::path kFolder = KEISAN_LIBRARY_TESTS;

std::string replyTo(std::string_view line) {
    Session session;
    return oracle::replyOf(evaluate(line, session));
}

bool isAsExpected(const std::string& reply, std::string_view expected) {
    return reply == expected ||
           (!oracle::isReferenceCLibrary() && oracle::differInLastDigitsOnly(reply, expected));
}

class LibraryCases : public testing::TestWithParam<const char*> {};

TEST_P(LibraryCases, AnswerAsInPython) {
    const oracle::Corpus corpus(kFolder / GetParam());
    std::size_t agreeing = 0;
    for (const oracle::Case& entry : corpus.cases()) {
        const std::string reply = replyTo(entry.line);
        if (isAsExpected(reply, entry.reply))
            ++agreeing;
        else
            ADD_FAILURE() << GetParam() << ":" << entry.lineNumber << ": " << entry.line
                          << "\n    Python: " << entry.reply << "\n    Keisan: " << reply;
    }
    EXPECT_GT(agreeing, 50U);
}

INSTANTIATE_TEST_SUITE_P(Library, LibraryCases,
                         testing::Values("cases/builtins.txt", "cases/formats.txt", "cases/matrix.txt",
                                         "cases/methods.txt", "cases/numbers.txt", "cases/percent.txt",
                                         "cases/unicode.txt", "containment.txt"));

TEST(Library, LongIntegersHaveAllTheirDigits) {
    const oracle::Corpus corpus(kFolder / "long_integers.txt");
    EXPECT_EQ(corpus.cases().size(), 15U);
    for (const oracle::Case& entry : corpus.cases())
        EXPECT_EQ(replyTo(entry.line), entry.reply) << entry.line;
}

TEST(Library, RefusesWhatNeedsTooMuchAtOnce) {
    const oracle::Corpus corpus(kFolder / "bombs.txt");
    for (const oracle::Case& entry : corpus.cases()) {
        const auto start = std::chrono::steady_clock::now();
        const std::string reply = replyTo(entry.line);
        const auto took = std::chrono::steady_clock::now() - start;
        EXPECT_EQ(reply.substr(0, entry.reply.size()), entry.reply) << entry.line;
        EXPECT_LT(took, std::chrono::seconds(20)) << entry.line;
    }
}

} // namespace
} // namespace keisan::eval
