// SPDX-License-Identifier: MIT
#include "common/eval/syntax/source_text.h"

#include "common/eval/syntax/ast.h"
#include "common/eval/syntax/characters.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace keisan::eval::syntax {

namespace {

struct Utf8Fault {
    std::size_t start;
    std::size_t end; // one past the last byte that Python's codec counts to the fault
    std::string_view reason;
};

// How many continuation bytes a first byte asks for, and the bounds of the first of them (they rule out
// overlong forms, surrogates and what lies beyond U+10FFFF); 0 for what can be no first byte.
struct Lead {
    unsigned more;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Lead leadOf(unsigned char byte) {
    if (byte >= 0xC2 && byte <= 0xDF)
        return {1};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {2, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {3, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
    return {0};
}

std::optional<Utf8Fault> findUtf8Fault(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            ++at;
            continue;
        }
        Lead lead = leadOf(byte);
        if (lead.more == 0)
            return Utf8Fault{at, at + 1, "invalid start byte"};
        for (unsigned i = 1; i <= lead.more; ++i, lead.low = 0x80, lead.high = 0xBF) {
            if (at + i == text.size())
                return Utf8Fault{at, at + i, "unexpected end of data"};
            const auto next = static_cast<unsigned char>(text[at + i]);
            if (next < lead.low || next > lead.high)
                return Utf8Fault{at, at + i, "invalid continuation byte"};
        }
        at += lead.more + 1;
    }
    return std::nullopt;
}

Error utf8Error(std::string_view text, const Utf8Fault& fault) {
    std::string message = "'utf-8' codec can't decode ";
    if (fault.end - fault.start == 1) {
        char byte[8];
        std::snprintf(byte, sizeof byte, "0x%02x",
                      static_cast<unsigned>(static_cast<unsigned char>(text[fault.start])));
        message += std::string("byte ") + byte + " in position " + std::to_string(fault.start);
    } else {
        message += "bytes in position " + std::to_string(fault.start) + "-" + std::to_string(fault.end - 1);
    }
    message += ": ";
    message += fault.reason;
    return {ErrorType::UnicodeError, std::move(message), std::nullopt};
}

// The ASCII twin of a character outside strings, or 0.
constexpr char asciiTwin(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E)
        return static_cast<char>(c - 0xFF01 + '!');
    switch (c) {
    case 0x3000: return ' ';
    case 0x00D7: return '*';
    case 0x00F7: return '/';
    case 0x2212: return '-';
    case 0x22C5: return '*';
    default: return 0;
    }
}

// Replaces the twins outside strings. It follows strings, f-strings and comments just far enough to know
// where text is text; what it misjudges in a malformed line only changes which error that line has.
class TwinReplacer {
public:
    explicit TwinReplacer(std::string_view source, char* to) : m_source(source), m_begin(to), m_to(to) {}

    std::string_view run() {
        while (m_at < m_source.size()) {
            if (m_strings.empty() || m_strings.back().inField)
                code();
            else
                text();
        }
        return {m_begin, static_cast<std::size_t>(m_to - m_begin)};
    }

private:
    struct String {
        char quote;
        bool isTriple;
        bool isFormatted;
        bool closesWide; // opened by a full-width quote, so one closes it too
        bool inField = false;
        unsigned brackets = 0;
    };

    char front(unsigned& length) const {
        const CodePoint c = decodeFront(m_source.substr(m_at));
        length = c.length;
        if (c.length == 1)
            return static_cast<char>(c.value);
        return asciiTwin(c.value);
    }

    void copy(unsigned bytes) {
        for (; bytes != 0 && m_at < m_source.size(); --bytes)
            *m_to++ = m_source[m_at++];
    }

    void put(char c, unsigned length) {
        *m_to++ = c;
        m_at += length;
    }

    void code() {
        unsigned length = 0;
        const char c = front(length);
        if (c == 0)
            return copy(length);
        if (c == '#' && m_strings.empty())
            return copy(static_cast<unsigned>(std::min(m_source.find('\n', m_at), m_source.size()) - m_at));
        if (c == '\'' || c == '"')
            return open(c, length);
        if (!m_strings.empty())
            field(c);
        put(c, length);
    }

    void field(char c) {
        String& string = m_strings.back();
        if (c == '(' || c == '[' || c == '{')
            ++string.brackets;
        else if ((c == ')' || c == ']' || c == '}') && string.brackets != 0)
            --string.brackets;
        else if (c == '}' || (c == ':' && string.brackets == 0))
            string.inField = false;
    }

    bool prefixHas(char wanted) const {
        for (const char* p = m_to; p != m_begin && m_to - p < 2 && is(p[-1], kNameStart); --p)
            if ((p[-1] | 0x20) == wanted)
                return true;
        return false;
    }

    void open(char quote, unsigned length) {
        String string{quote, false, prefixHas('f'), length > 1};
        put(quote, length);
        unsigned next = 0;
        if (m_at < m_source.size() && front(next) == quote && (next == 1 || string.closesWide)) {
            put(quote, next);
            if (m_at == m_source.size() || front(next) != quote || (next > 1 && !string.closesWide))
                return; // ''
            put(quote, next);
            string.isTriple = true;
        }
        m_strings.push_back(string);
    }

    void text() {
        String& string = m_strings.back();
        unsigned length = 0;
        const char c = front(length);
        if (c == '\\' && length == 1) {
            copy(1);
            if (m_at < m_source.size())
                copy(decodeFront(m_source.substr(m_at)).length);
        } else if (c == string.quote && (length == 1 || string.closesWide)) {
            close(string, length);
        } else if (string.isFormatted && length == 1 && c == '{') {
            const bool isDoubled = m_source.substr(m_at).starts_with("{{");
            copy(isDoubled ? 2 : 1);
            string.inField = !isDoubled;
        } else {
            copy(length);
        }
    }

    void close(const String& string, unsigned length) {
        const char quote = string.quote;
        put(quote, length);
        if (string.isTriple) {
            for (int i = 0; i < 2; ++i) {
                if (m_at == m_source.size() || front(length) != quote || (length > 1 && !string.closesWide))
                    return;
                put(quote, length);
            }
        }
        m_strings.pop_back();
    }

    std::string_view m_source;
    std::size_t m_at = 0;
    char* m_begin;
    char* m_to;
    std::vector<String> m_strings;
};

// CR LF and lone CRs become LF. In place; returns the new length.
std::size_t normalizeLineEnds(char* text, std::size_t size) {
    char* to = text;
    for (const char* from = text; from != text + size; ++from) {
        if (*from == '\r' && from + 1 != text + size && from[1] == '\n')
            continue;
        *to++ = *from == '\r' ? '\n' : *from;
    }
    return static_cast<std::size_t>(to - text);
}

// What a line has to be looked at for.
enum SourceClass : std::uint8_t { kBeyondAscii = 1, kNul = 2, kReturn = 4 };

constexpr std::array<std::uint8_t, 256> kSourceClasses = [] {
    std::array<std::uint8_t, 256> classes{};
    std::fill(classes.begin() + 0x80, classes.end(), kBeyondAscii);
    classes['\0'] = kNul;
    classes['\r'] = kReturn;
    return classes;
}();

std::uint8_t classesIn(std::string_view text) {
    std::uint8_t found = 0;
    for (const char c : text)
        found = static_cast<std::uint8_t>(found | kSourceClasses[static_cast<unsigned char>(c)]);
    return found;
}

bool mayHaveTwins(std::string_view text) {
    return text.find_first_of("\xEF\xE3\xE2\xC3") != std::string_view::npos;
}

} // namespace

std::optional<Error> readSource(std::string_view line, Arena& arena, std::string_view& source) {
    char* const copy = arena.room<char>(line.size() + 1);
    line.copy(copy, line.size());
    source = {copy, line.size()};
    const std::uint8_t found = classesIn(line);
    if ((found & kBeyondAscii) != 0) {
        if (const std::optional<Utf8Fault> fault = findUtf8Fault(line))
            return utf8Error(line, *fault);
        if (mayHaveTwins(line))
            source = TwinReplacer(line, copy).run();
    }
    if ((found & kNul) != 0)
        return Error{ErrorType::SyntaxError, "source code string cannot contain null bytes", std::nullopt};
    if ((found & kReturn) != 0)
        source = {copy, normalizeLineEnds(copy, source.size())};
    copy[source.size()] = '\0';
    return std::nullopt;
}

std::uint32_t countCodePoints(std::string_view text) {
    return static_cast<std::uint32_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return !isContinuation(c); }));
}

Span Tree::span(Offset start, Offset end) const {
    const std::uint32_t before = countCodePoints(source.substr(0, start));
    return {before, before + countCodePoints(source.substr(start, end - start))};
}

} // namespace keisan::eval::syntax
