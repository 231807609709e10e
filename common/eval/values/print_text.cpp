// SPDX-License-Identifier: MIT
#include "common/eval/budget.h"
#include "common/eval/library/unicode.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <string>

namespace keisan::eval {

namespace {

constexpr std::uint64_t kWorkOfCharacter = 4;

constexpr std::string_view kHexDigits = "0123456789abcdef";

void appendHex(std::string& text, char32_t codePoint, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        text += kHexDigits[codePoint >> shift & 0xf];
}

void appendEscape(std::string& text, char32_t codePoint) {
    text += '\\';
    switch (codePoint) {
    case '\t': text += 't'; return;
    case '\n': text += 'n'; return;
    case '\r': text += 'r'; return;
    default: break;
    }
    if (codePoint < 0x100) {
        text += 'x';
        appendHex(text, codePoint, 2);
    } else if (codePoint < 0x10000) {
        text += 'u';
        appendHex(text, codePoint, 4);
    } else {
        text += 'U';
        appendHex(text, codePoint, 8);
    }
}

bool isPlain(char32_t codePoint) {
    return codePoint < 0x7f ? codePoint >= ' ' : isPrintableCharacter(codePoint);
}

// Single quotes, unless there are some inside and no double ones.
char quoteFor(std::string_view bytes) {
    const bool hasSingle = bytes.find('\'') != std::string_view::npos;
    const bool hasDouble = bytes.find('"') != std::string_view::npos;
    return hasSingle && !hasDouble ? '"' : '\'';
}

} // namespace

void appendBytes(std::string& text, std::string_view bytes) {
    const char quote = quoteFor(bytes);
    (text += 'b') += quote;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (byte == '\\' || byte == quote)
            (text += '\\') += byte;
        else if (code >= ' ' && code < 0x7f)
            text += byte;
        else
            appendEscape(text, code);
    }
    text += quote;
}

void appendQuoted(std::string& text, std::string_view bytes, Budget& budget) {
    budget.spend(bytes.size() / 8);
    const char quote = quoteFor(bytes);
    text += quote;
    while (!bytes.empty()) {
        budget.spend(kWorkOfCharacter);
        const CodePoint point = firstCodePoint(bytes);
        if (point.value == '\\' || point.value == static_cast<char32_t>(quote))
            (text += '\\') += static_cast<char>(point.value);
        else if (isPlain(point.value))
            text += bytes.substr(0, point.bytes);
        else
            appendEscape(text, point.value);
        bytes.remove_prefix(point.bytes);
    }
    text += quote;
}

} // namespace keisan::eval
