// SPDX-License-Identifier: MIT
#include "common/protocol/json_text.h"

#include <algorithm>
#include <array>

namespace keisan::protocol {
namespace {

// What follows the backslash, for each byte; 0: the byte stands for itself.
constexpr auto kEscapes = [] {
    std::array<char, 256> escapes{};
    std::fill_n(escapes.begin(), 0x20, 'u');
    escapes['\b'] = 'b';
    escapes['\f'] = 'f';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\t'] = 't';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
}();

constexpr auto kEscapedBytes = [] {
    std::array<uchar, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c)
        bytes[c] = kEscapes[c] == 0 ? 1 : kEscapes[c] == 'u' ? 6 : 2;
    return bytes;
}();

// Without a branch and without the table, so that the compiler can take many bytes at a time.
bool hasEscapes(QByteArrayView text) {
    uchar has = 0;
    for (const char byte : text) {
        const auto c = static_cast<uchar>(byte);
        has |= uchar(c < 0x20) | uchar(c == '"') | uchar(c == '\\');
    }
    return has != 0;
}

qsizetype escapedSize(QByteArrayView text) {
    if (!hasEscapes(text))
        return text.size();
    qsizetype size = 0;
    for (const char c : text)
        size += kEscapedBytes[static_cast<uchar>(c)];
    return size;
}

char* writeEscaped(char* to, QByteArrayView text) {
    for (const char c : text) {
        const char escape = kEscapes[static_cast<uchar>(c)];
        if (escape == 0) {
            *to++ = c;
            continue;
        }
        *to++ = '\\';
        *to++ = escape;
        if (escape == 'u') {
            *to++ = '0';
            *to++ = '0';
            *to++ = c < 0x10 ? '0' : '1';
            *to++ = "0123456789abcdef"[c & 0xf];
        }
    }
    return to;
}

char* write(char* to, QByteArrayView bytes) {
    return std::copy(bytes.begin(), bytes.end(), to);
}

} // namespace

QByteArray encodeText(QByteArrayView before, QByteArrayView text, QByteArrayView after) {
    const qsizetype size = escapedSize(text);
    QByteArray encoded(before.size() + size + after.size(), Qt::Uninitialized);
    char* to = write(encoded.data(), before);
    to = size == text.size() ? write(to, text) : writeEscaped(to, text);
    write(to, after);
    return encoded;
}

} // namespace keisan::protocol
