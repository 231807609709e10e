// SPDX-License-Identifier: MIT
#include "common/eval/syntax/lexer.h"

#include <gtest/gtest.h>

namespace keisan::eval::syntax {

namespace {

TEST(Tokenize, GivesKindsAndPlacesInCodePoints) {
    const std::vector<SourceToken> expected = {
        {TokenKind::String, {0, 3}},        {TokenKind::Star, {3, 4}},
        {TokenKind::Name, {5, 7}},          {TokenKind::LeftParenthesis, {7, 8}},
        {TokenKind::Integer, {8, 9}},       {TokenKind::RightParenthesis, {9, 10}},
        {TokenKind::Superscript, {10, 12}}, {TokenKind::If, {13, 15}},
        {TokenKind::Comment, {16, 20}},     {TokenKind::End, {20, 20}},
    };
    EXPECT_EQ(tokenize("'é'× fé(２)⁻¹ if # ok"), expected);
}

TEST(Tokenize, GoesOnBehindWhatIsNoToken) {
    const std::vector<SourceToken> expected = {
        {TokenKind::Integer, {0, 1}}, {TokenKind::Error, {2, 3}},  {TokenKind::Plus, {3, 4}},
        {TokenKind::Error, {5, 6}},   {TokenKind::Error, {7, 11}}, {TokenKind::End, {11, 11}},
    };
    EXPECT_EQ(tokenize("1 °+ ) 'abc"), expected);
}

TEST(Tokenize, TakesFStringsApart) {
    const std::vector<SourceToken> expected = {
        {TokenKind::FStringStart, {0, 2}}, {TokenKind::FStringMiddle, {2, 3}},
        {TokenKind::LeftBrace, {3, 4}},    {TokenKind::Name, {4, 5}},
        {TokenKind::Conversion, {5, 6}},   {TokenKind::Name, {6, 7}},
        {TokenKind::Colon, {7, 8}},        {TokenKind::FStringMiddle, {8, 9}},
        {TokenKind::RightBrace, {9, 10}},  {TokenKind::FStringEnd, {10, 11}},
        {TokenKind::End, {11, 11}},
    };
    EXPECT_EQ(tokenize("f'a{b!r:5}'"), expected);
}

TEST(Tokenize, LeavesWhatItHasReadOfAnFStringWithoutEnd) {
    const std::vector<SourceToken> expected = {
        {TokenKind::FStringStart, {0, 2}}, {TokenKind::LeftBrace, {2, 3}}, {TokenKind::Name, {3, 4}},
        {TokenKind::RightBrace, {4, 5}},   {TokenKind::Error, {5, 7}},     {TokenKind::End, {7, 7}},
    };
    EXPECT_EQ(tokenize("f'{é}bc"), expected);
}

TEST(Tokenize, NeverFails) {
    for (const char* text :
         {"", "\xff", "f'{", "f'{a:{{{{", "'''", "\\", "((((", "0x", "f'''{f'{f\"", "é\x01", "1__", "}}}"}) {
        const std::vector<SourceToken> tokens = tokenize(text);
        EXPECT_FALSE(tokens.empty()) << text;
    }
}

} // namespace

} // namespace keisan::eval::syntax
