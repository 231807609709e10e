// SPDX-License-Identifier: MIT
#include "common/protocol/utf8.h"

#include <limits>

namespace keisan::protocol {
namespace {

uchar byteAt(QByteArrayView bytes, qsizetype i) {
    return static_cast<uchar>(bytes[i]);
}

// These two look at every byte without a branch, so that the compiler can take many at a time.
bool isAscii(QByteArrayView bytes) {
    uchar all = 0;
    for (const char c : bytes)
        all |= static_cast<uchar>(c);
    return all < 0x80;
}

// Only characters that begin with these bytes are controls or surrogates.
bool hasNoControls(QByteArrayView text) {
    uchar mayHave = 0;
    for (const char byte : text) {
        const auto c = static_cast<uchar>(byte);
        mayHave |= uchar(c < 0x20) | uchar(c == 0x7f) | uchar(c == 0xc2) | uchar(c == 0xed);
    }
    return mayHave == 0;
}

// What may follow a first byte. The second byte is narrower after some, which rules out overlong forms,
// surrogates and what lies past U+10FFFF (Unicode, table 3-7).
struct Sequence {
    qsizetype length = 0; // 0: no character begins so
    uchar secondMin = 0x80;
    uchar secondMax = 0xbf;
};

Sequence sequenceOf(uchar first) {
    if (first < 0x80)
        return {1};
    if (first < 0xc2 || first > 0xf4)
        return {0};
    if (first < 0xe0)
        return {2};
    if (first < 0xf0)
        return {3, uchar(first == 0xe0 ? 0xa0 : 0x80), uchar(first == 0xed ? 0x9f : 0xbf)};
    return {4, uchar(first == 0xf0 ? 0x90 : 0x80), uchar(first == 0xf4 ? 0x8f : 0xbf)};
}

QByteArray fault(QByteArrayView bytes, qsizetype start, qsizetype end, const char* reason) {
    QByteArray text = "'utf-8' codec can't decode byte";
    if (end - start == 1)
        text += " 0x" + QByteArray::number(byteAt(bytes, start), 16) + " in position " +
                QByteArray::number(start);
    else
        text += "s in position " + QByteArray::number(start) + '-' + QByteArray::number(end - 1);
    return text + ": " + reason;
}

bool isSpaceOfThreeBytes(uint bytes) {
    switch (bytes) {
    case 0xe19a80:
    case 0xe280a8:
    case 0xe280a9:
    case 0xe280af:
    case 0xe2819f:
    case 0xe38080: return true;
    default: return bytes >= 0xe28080 && bytes <= 0xe2808a;
    }
}

// The bytes of the space that begins at `i`, 0 for none. Python's str.isspace() beyond ASCII:
// U+0085 U+00A0 U+1680 U+2000-200A U+2028 U+2029 U+202F U+205F U+3000.
qsizetype spaceLength(QByteArrayView text, qsizetype i) {
    const uchar c = byteAt(text, i);
    if (c < 0x80)
        return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f) ? 1 : 0;
    const qsizetype left = text.size() - i;
    if (c == 0xc2)
        return left >= 2 && (byteAt(text, i + 1) == 0x85 || byteAt(text, i + 1) == 0xa0) ? 2 : 0;
    return left >= 3 &&
                   isSpaceOfThreeBytes(uint{c} << 16 | uint{byteAt(text, i + 1)} << 8 | byteAt(text, i + 2))
               ? 3
               : 0;
}

bool isContinuation(char c) {
    return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

bool isLoneSurrogate(QByteArrayView text, qsizetype i) {
    return byteAt(text, i) == 0xed && i + 2 < text.size() && byteAt(text, i + 1) >= 0xa0;
}

bool isC1Control(QByteArrayView text, qsizetype i) {
    return byteAt(text, i) == 0xc2 && i + 1 < text.size() && byteAt(text, i + 1) < 0xa0;
}

// What follows the backslash; 'x': two digits.
char escapeOf(uchar control) {
    switch (control) {
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 'x';
    }
}

qsizetype sizeWithoutControls(QByteArrayView text) {
    qsizetype size = text.size();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const uchar c = byteAt(text, i);
        if (c < 0x20 || c == 0x7f) {
            size += escapeOf(c) == 'x' ? 3 : 1;
        } else if (isC1Control(text, i)) {
            size += 2;
            i += 1;
        } else if (isLoneSurrogate(text, i)) {
            size += 3;
            i += 2;
        }
    }
    return size;
}

// To bytes that are there, because a reply may be all escapes.
char* writeHex(char* to, uint value, int digits) {
    while (digits-- > 0)
        *to++ = "0123456789abcdef"[value >> (4 * digits) & 0xf];
    return to;
}

char* writeControl(char* to, uchar control) {
    *to++ = '\\';
    *to++ = escapeOf(control);
    return escapeOf(control) == 'x' ? writeHex(to, control, 2) : to;
}

char* writeSurrogate(char* to, uint surrogate) {
    *to++ = '\\';
    *to++ = 'u';
    return writeHex(to, surrogate, 4);
}

QByteArray writtenWithoutControls(QByteArrayView text, qsizetype size) {
    QByteArray clean(size, Qt::Uninitialized);
    char* to = clean.data();
    for (qsizetype i = 0; i < text.size(); ++i) {
        const uchar c = byteAt(text, i);
        if (c < 0x20 || c == 0x7f) {
            to = writeControl(to, c);
        } else if (isC1Control(text, i)) {
            to = writeControl(to, byteAt(text, ++i));
        } else if (isLoneSurrogate(text, i)) {
            const uint low = (byteAt(text, i + 1) & 0x3fu) << 6 | (byteAt(text, i + 2) & 0x3fu);
            to = writeSurrogate(to, 0xd000u | low);
            i += 2;
        } else {
            *to++ = text[i];
        }
    }
    return clean;
}

} // namespace

std::optional<QByteArray> utf8Fault(QByteArrayView bytes) {
    if (isAscii(bytes))
        return std::nullopt;
    for (qsizetype start = 0; start < bytes.size();) {
        const Sequence sequence = sequenceOf(byteAt(bytes, start));
        if (sequence.length == 0)
            return fault(bytes, start, start + 1, "invalid start byte");
        for (qsizetype i = 1; i < sequence.length; ++i) {
            if (start + i == bytes.size())
                return fault(bytes, start, start + i, "unexpected end of data");
            const uchar c = byteAt(bytes, start + i);
            const bool inRange =
                i == 1 ? c >= sequence.secondMin && c <= sequence.secondMax : (c & 0xc0) == 0x80;
            if (!inRange)
                return fault(bytes, start, start + i, "invalid continuation byte");
        }
        start += sequence.length;
    }
    return std::nullopt;
}

QByteArrayView trimmed(QByteArrayView text) {
    while (!text.isEmpty()) {
        const qsizetype length = spaceLength(text, 0);
        if (length == 0)
            break;
        text = text.sliced(length);
    }
    while (!text.isEmpty()) {
        qsizetype last = text.size() - 1;
        while (last > 0 && isContinuation(text[last]))
            --last;
        if (spaceLength(text, last) == 0)
            break;
        text.truncate(last);
    }
    return text;
}

QByteArray withoutControls(const QByteArray& text) {
    return *withoutControls(text, std::numeric_limits<qsizetype>::max());
}

std::optional<QByteArray> withoutControls(const QByteArray& text, qsizetype maxBytes) {
    const qsizetype size = hasNoControls(text) ? text.size() : sizeWithoutControls(text);
    if (size > maxBytes)
        return std::nullopt;
    return size == text.size() ? text : writtenWithoutControls(text, size);
}

} // namespace keisan::protocol
