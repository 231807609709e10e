// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string>
#include <string_view>

namespace keisan::eval {

// A string: UTF-8 in which a lone surrogate is written like any other code point (three bytes), so that every
// Python string has a form. The bytes follow the object. Positions in the language are code points; where
// isAscii() they are bytes as well.
// A value of Kind::Bytes is one too: any bytes at all, each of which is a place.
class StrObject : public Object {
public:
    static constexpr bool holds(Kind kind) { return kind == Kind::Str || kind == Kind::Bytes; }

    std::string_view text() const { return {bytes(), m_size}; }
    std::size_t length() const { return m_length; } // places
    bool isAscii() const { return m_length == m_size; }

    static StrObject* create(std::string_view first, std::string_view second = {}, Kind ofKind = Kind::Str);
    static void end(StrObject* object) noexcept;

private:
    StrObject(Kind ofKind, std::size_t size, std::size_t length)
        : Object(ofKind)
        , m_size(size)
        , m_length(length) {}
    ~StrObject() = default;
    const char* bytes() const { return reinterpret_cast<const char*>(this + 1); }

    std::size_t m_size;
    std::size_t m_length;
};

// `text` must be well-formed in the sense above.
Value strValue(std::string_view text);
// A str or bytes with `text` in it.
Value textValue(Kind kind, std::string_view text);

inline std::string_view textOf(const Value& str) {
    return str.as<StrObject>().text();
}

// Code points of well-formed text.
std::size_t codePointCount(std::string_view text);
// The first code point of text that is not empty, and how many bytes it takes.
struct CodePoint {
    char32_t value;
    unsigned bytes;
};
CodePoint firstCodePoint(std::string_view text);
void appendCodePoint(std::string& text, char32_t codePoint);
// The byte at which code point number `index` begins; text.size() when there are no more.
std::size_t byteOffset(std::string_view text, std::size_t index);

} // namespace keisan::eval
