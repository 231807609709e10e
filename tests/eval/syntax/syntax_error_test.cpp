// SPDX-License-Identifier: MIT
#include "common/eval/syntax/parser.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

namespace keisan::eval::syntax {

namespace {

std::vector<std::string> fieldsOf(const std::string& row) {
    std::vector<std::string> fields;
    std::istringstream in(row);
    for (std::string field; std::getline(in, field, '\t');)
        fields.push_back(field);
    return fields;
}

std::string said(const std::optional<Error>& error) {
    if (!error)
        return "nothing";
    const Span span = error->span.value_or(Span{});
    return std::to_string(span.start) + "-" + std::to_string(span.end) + "\t" + error->message;
}

TEST(SyntaxErrors, EveryBrokenLineHasCPythonsMessageAndCaret) {
    std::ifstream file(KEISAN_SYNTAX_ERRORS);
    ASSERT_TRUE(file) << KEISAN_SYNTAX_ERRORS;
    unsigned cases = 0;
    Tree tree;
    for (std::string row; std::getline(file, row);) {
        const std::vector<std::string> fields = fieldsOf(row);
        ASSERT_EQ(fields.size(), 4U) << row;
        EXPECT_EQ(said(parse(fields[1], tree)), fields[2] + "\t" + fields[3]) << fields[1];
        ++cases;
    }
    EXPECT_GT(cases, 2000U);
}

// What CPython cannot be asked: our own notation where it cannot stand, several lines, bytes that are no
// text.
TEST(SyntaxErrors, OursAreWordedAsPythonsWouldBe) {
    const std::pair<const char*, const char*> cases[] = {
        {"²", "0-1\tinvalid character '²' (U+00B2) (<string>, line 1)"},
        {"2⁻", "1-2\tinvalid character '⁻' (U+207B) (<string>, line 1)"},
        {"2²⁻¹", "2-3\tinvalid character '⁻' (U+207B) (<string>, line 1)"},
        {"2√4", "1-2\tinvalid character '√' (U+221A) (<string>, line 1)"},
        {"2∞", "1-2\tinvalid character '∞' (U+221E) (<string>, line 1)"},
        {"√", "1-1\tinvalid syntax (<string>, line 1)"},
        {"!5", "0-1\tinvalid syntax (<string>, line 1)"},
        {"5 ! 3", "4-5\tinvalid syntax (<string>, line 1)"},
        {"(5! 3)", "1-5\tinvalid syntax. Perhaps you forgot a comma? (<string>, line 1)"},
        {"(5! = 3)",
         "1-3\tcannot assign to expression here. Maybe you meant '==' instead of '='? (<string>, line 1)"},
        {"a!.b = 1 2", "9-10\tinvalid syntax (<string>, line 1)"},
        {"[x for a².b in c 3]", "17-18\tinvalid syntax (<string>, line 1)"},
        {"×3", "0-1\tinvalid syntax (<string>, line 1)"},
        {"2×", "2-2\tinvalid syntax (<string>, line 1)"},
        {"（1", "0-1\t'(' was never closed (<string>, line 1)"},
        {"f(x y) = 1", "4-5\tinvalid syntax (<string>, line 1)"},
        {"f(x, x) = 1", "5-6\tduplicate argument 'x' in function definition (<string>, line 1)"},
        {"f(x=1, y) = 1",
         "7-8\tparameter without a default follows parameter with a default (<string>, line 1)"},
        {"f(1) = 1", "2-3\tinvalid syntax (<string>, line 1)"},
        {"x = 1; y = 2", "5-6\tinvalid syntax (<string>, line 1)"},
        {"1 +\n2", "3-4\tinvalid syntax (<string>, line 1)"},
        {"1\n 2", "2-3\tunexpected indent (<string>, line 2)"},
        {"1\n2", "2-3\tinvalid syntax (<string>, line 2)"},
        {"(1,\n(2", "4-5\t'(' was never closed (<string>, line 2)"},
        {"(1,\n2]",
         "5-6\tclosing parenthesis ']' does not match opening parenthesis '(' on line 1 (<string>, line 2)"},
        {"", "0-0\tinvalid syntax (<string>, line 0)"},
        {"# nothing", "9-9\tinvalid syntax (<string>, line 1)"},
        {"\x01", "0-1\tinvalid non-printable character U+0001 (<string>, line 1)"},
        {"1\u00a0+2", "1-2\tinvalid non-printable character U+00A0 (<string>, line 1)"},
        {"\xff", "0-0\t'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"},
        {"1\xe2\x82", "0-0\t'utf-8' codec can't decode bytes in position 1-2: unexpected end of data"},
        {"\xc3(", "0-0\t'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte"},
        {"\xed\xa0\x80",
         "0-0\t'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"},
    };
    for (const auto& [line, expected] : cases)
        EXPECT_EQ(said(check(line)), expected) << line;
    EXPECT_EQ(check(std::string_view("1\0", 2))->message, "source code string cannot contain null bytes");
}

TEST(SyntaxErrors, PlacesAreCountedInCodePoints) {
    EXPECT_EQ(check("'日本語' + )")->span, (Span{8, 9}));
    EXPECT_EQ(check("  é é")->span, (Span{4, 5}));
    EXPECT_EQ(check("{1: 1, 日本 2: 1}")->span, (Span{8, 9}));
}

} // namespace

} // namespace keisan::eval::syntax
