// SPDX-License-Identifier: MIT
// Runs the corpora: every line must answer what CPython 3.13 answered, to the character. Where this machine's
// C library computes another last digit than the one the corpora were made with (libm.txt tells), such lines
// are counted apart.
#include "common/eval/session.h"
#include "tests/eval/oracle/c_library.h"
#include "tests/eval/oracle/corpus.h"

#include <gtest/gtest.h>

#include <iostream>
#include <map>
#include <memory>
#include <set>

namespace keisan::eval::oracle {
namespace {

constexpr std::size_t kShownDifferences = 20;
constexpr std::string_view kPythonRules = "python_rules.txt";

struct Tally {
    std::size_t agree = 0;
    std::size_t lastDigit = 0;
    std::size_t differ = 0;
    std::string report; // the first differences
};

std::string placeOf(const Outcome& outcome) {
    const auto* error = std::get_if<Error>(&outcome.result);
    if (error == nullptr || !error->span)
        return "none";
    return std::to_string(error->span->start) + "-" + std::to_string(error->span->end);
}

// A corpus has "start-end", or the start alone, or nothing.
bool isPlace(std::string_view wanted, std::string_view place) {
    return wanted.empty() || wanted == place || wanted == place.substr(0, place.find('-'));
}

void note(Tally& tally, const Case& entry, const Outcome& outcome) {
    const std::string reply = replyOf(outcome);
    const bool sameReply = reply == entry.reply;
    const bool samePlace = isPlace(entry.place, placeOf(outcome));
    if (sameReply && samePlace) {
        ++tally.agree;
        return;
    }
    if (!sameReply && samePlace && !isReferenceCLibrary() && differInLastDigitsOnly(reply, entry.reply)) {
        ++tally.lastDigit;
        return;
    }
    if (++tally.differ > kShownDifferences)
        return;
    tally.report += std::to_string(entry.lineNumber) + ": " + std::string(entry.line) +
                    "\n    Python: " + std::string(entry.reply) + "\n    Keisan: " + reply + "\n";
    if (!samePlace)
        tally.report += "    place: " + std::string(entry.place) + ", Keisan's: " + placeOf(outcome) + "\n";
}

// The examples of python_rules.txt that "Beyond Python" answers otherwise; each has its reason in the third
// column.
class Exceptions {
public:
    Exceptions() : m_corpus(std::filesystem::path(KEISAN_EVAL_TESTS) / "python_rules_exceptions.txt") {
        for (const Case& entry : m_corpus.cases())
            m_replies[entry.line] = entry.reply;
    }
    Case applied(Case entry) const {
        const auto found = m_replies.find(entry.line);
        if (found != m_replies.end())
            entry.reply = found->second;
        return entry;
    }
    const std::map<std::string_view, std::string_view>& replies() const { return m_replies; }

private:
    Corpus m_corpus;
    std::map<std::string_view, std::string_view> m_replies;
};

// Each case in a session of its own, or blank lines part the sessions.
enum class Sessions { OneALine, AsParted };

void run(const std::string& file, Sessions sessions, std::string_view section = {}) {
    const Corpus corpus(std::filesystem::path(KEISAN_EVAL_TESTS) / file);
    Tally tally;
    const Exceptions exceptions;
    auto session = std::make_unique<Session>();
    for (const Case& entry : corpus.cases(section)) {
        if (sessions == Sessions::OneALine || entry.opensSession)
            session = std::make_unique<Session>();
        note(tally, file == kPythonRules ? exceptions.applied(entry) : entry, evaluate(entry.line, *session));
    }
    std::cout << file << ": " << tally.agree << " agree, " << tally.lastDigit
              << " differ in the C library's last digit, " << tally.differ << " differ\n";
    EXPECT_GT(tally.agree, 0U);
    EXPECT_EQ(tally.differ, 0U) << tally.report;
}

TEST(Oracle, NumbersAnswerAsInPython) {
    run("oracle/corpus/level1.txt", Sessions::OneALine);
}
TEST(Oracle, ComplexNumbersAnswerAsInPython) {
    run("oracle/corpus/level1_complex.txt", Sessions::OneALine);
}
TEST(Oracle, TheLibraryAnswersAsInPython) {
    run("oracle/corpus/level2.txt", Sessions::OneALine);
}
TEST(Oracle, SessionsAnswerAsInPython) {
    run("oracle/corpus/level3.txt", Sessions::AsParted);
}
TEST(Oracle, SyntaxErrorsAreThoseOfPython) {
    run("oracle/corpus/syntax.txt", Sessions::OneALine);
}
TEST(Oracle, CharactersHaveTheirNames) {
    run("oracle/corpus/names.txt", Sessions::OneALine);
}
TEST(Oracle, FaultsLieWherePythonSeesThem) {
    run("oracle/corpus/faults.txt", Sessions::OneALine);
}
TEST(Oracle, HandWrittenLinesAnswerAsDocumented) {
    run("oracle/corpus/hand.txt", Sessions::AsParted);
}
// What fuzzing and the live run have found, a numbered file each.
TEST(Oracle, FoundCasesStayMended) {
    const std::filesystem::path tests(KEISAN_EVAL_TESTS);
    for (const auto& entry : std::filesystem::directory_iterator(tests / "cases"))
        run("cases/" + entry.path().filename().string(), Sessions::AsParted);
}
TEST(PythonRules, OfNumbersHold) {
    run("python_rules.txt", Sessions::OneALine, "level 1");
}
TEST(PythonRules, OfEverythingElseHold) {
    run("python_rules.txt", Sessions::OneALine, "beyond level 1");
}

TEST(PythonRules, HaveNoExceptionThatIsNoExample) {
    const Corpus rules(std::filesystem::path(KEISAN_EVAL_TESTS) / "python_rules.txt");
    std::set<std::string_view> examples;
    for (const Case& entry : rules.cases())
        examples.insert(entry.line);
    const Exceptions exceptions;
    for (const auto& [line, reply] : exceptions.replies())
        EXPECT_TRUE(examples.contains(line)) << line;
}

} // namespace
} // namespace keisan::eval::oracle
