// SPDX-License-Identifier: MIT
// Arguments at the ends of what numbers, texts and ranges can be, for everything that can be called,
// computed, sliced or formatted. What comes of it is the oracle's matter, which leaves out what CPython
// itself cannot do; here it is that the process goes on, and within its work. The sanitizers find what runs
// over.
#include "common/eval/library/library.h"
#include "tests/eval/evaluation.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace keisan::eval {
namespace {

using Texts = std::vector<std::string>;

constexpr std::array kIntegers{"0", "-1", "7", "2**31", "2**63-1", "-2**63", "-2**63-1", "2**64", "10**400"};
constexpr std::array kOthers{"nan",
                             "inf",
                             "-inf",
                             "5e-324",
                             "-1.7e308",
                             "''",
                             "'%'",
                             "'\\ud800'",
                             "None",
                             "1j",
                             "[]",
                             "(1, 2)",
                             "{1: 2}",
                             "len",
                             "(lambda *x: x)",
                             "range(-2**63, 2**63, 2**62)",
                             "slice(-2**63, 2**63, -2**63)"};

// Of each type that has methods some values.
const std::map<std::string_view, Texts> kReceivers{
    {"int", {"(0)", "(-2**63)", "(10**400)"}},
    {"float", {"nan", "(5e-324)", "(-1.7e308)"}},
    {"complex", {"(1e308+1j)"}},
    {"str", {"''", "'a\\ud800%s{0}'"}},
    {"bytes", {"b'a'"}},
    {"list", {"[1, 2]"}},
    {"tuple", {"(1, 2)"}},
    {"dict", {"{1: 2}"}},
    {"set", {"{1, 2}"}},
    {"frozenset", {"frozenset([1])"}},
    {"range", {"range(2**63)", "range(-2**63, 2**63, 2**62)"}},
    {"slice", {"slice(-2**63, 2**63, -2**63)"}},
};

constexpr std::uint64_t kWork = 20'000;

Texts everything() {
    Texts all(kIntegers.begin(), kIntegers.end());
    all.insert(all.end(), kOthers.begin(), kOthers.end());
    return all;
}

Texts callables() {
    Texts all;
    for (const Builtin& function : builtinFunctions())
        all.emplace_back(function.name);
    for (const ModuleRow* const module : builtinModules())
        for (const Builtin& function : module->functions)
            all.push_back(std::string(module->name) + '.' + std::string(function.name));
    for (const TypeRow* const type : builtinTypes()) {
        all.emplace_back(type->name);
        for (const Builtin& method : type->staticMethods)
            all.push_back(std::string(type->name) + '.' + std::string(method.name));
    }
    for (const auto& [type, values] : kReceivers)
        for (const TypeRow* const row : builtinTypes())
            for (const Builtin& method : row->name == type ? row->methods : std::span<const Builtin>())
                for (const std::string& value : values)
                    all.push_back(value + '.' + std::string(method.name));
    return all;
}

void expectToGoOn(const std::string& line) {
    Limits limits;
    limits.work = kWork;
    Session session;
    const Outcome outcome = evaluate(line, session, limits);
    EXPECT_LE(outcome.cost, 4 * kWork) << line;
}

TEST(Extremes, AreArgumentsLikeOthers) {
    const Texts arguments = everything();
    const Texts functions = callables();
    ASSERT_GT(functions.size(), 200U);
    for (const std::string& function : functions)
        for (const std::string& first : arguments) {
            expectToGoOn(function + '(' + first + ')');
            for (const std::string& second : arguments)
                expectToGoOn(function + '(' + first + ", " + second + ')');
        }
}

TEST(Extremes, AreThreeArgumentsLikeOthers) {
    for (const std::string& function : callables())
        for (const char* const first : kIntegers)
            for (const char* const second : kIntegers)
                for (const char* const third : kIntegers)
                    expectToGoOn(function + '(' + first + ", " + second + ", " + third + ')');
}

TEST(Extremes, AreOperandsLikeOthers) {
    for (const std::string& left : everything())
        for (const char* const op :
             {"+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "<", "==", "in"})
            for (const std::string& right : everything())
                expectToGoOn('(' + left + ") " + op + " (" + right + ')');
}

TEST(Extremes, AreIndicesLikeOthers) {
    for (const char* const sequence :
         {"'abc'", "b'abc'", "[1, 2]", "(1, 2)", "range(2**63)", "range(-2**63, 2**63, 3)"})
        for (const char* const start : kIntegers)
            for (const char* const stop : kIntegers)
                for (const char* const step : kIntegers)
                    expectToGoOn(std::string(sequence) + '[' + start + ':' + stop + ':' + step + ']');
}

TEST(Extremes, AreWidthsAndPrecisionsLikeOthers) {
    for (const std::string& value : everything())
        for (const char* const number : {"0", "400", "2147483647", "2147483648", "9223372036854775807",
                                         "9223372036854775808", "99999999999999999999"})
            for (const char* const letter : {"d", "x", "b", "c", "e", "f", "g", "n", "s", "%"}) {
                const std::string text = number;
                expectToGoOn("format(" + value + ", '" + text + letter + "')");
                expectToGoOn("format(" + value + ", '." + text + letter + "')");
                expectToGoOn("'%" + text + letter + "' % (" + value + ",)");
                expectToGoOn("'%." + text + letter + "' % (" + value + ",)");
                expectToGoOn("'%*.*" + std::string(letter) + "' % (" + text + ", " + text + ", " + value +
                             ')');
            }
}

} // namespace
} // namespace keisan::eval
