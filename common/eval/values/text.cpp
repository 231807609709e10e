// SPDX-License-Identifier: MIT
#include "common/eval/values/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <new>

namespace keisan::eval {

namespace {

bool beginsCodePoint(char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

constexpr std::uint64_t kLowBits = 0x0101010101010101; // of eight bytes

} // namespace

StrObject* StrObject::create(std::string_view first, std::string_view second, Kind ofKind) {
    const std::size_t size = first.size() + second.size();
    void* const storage = allocate(sizeof(StrObject) + size);
    const std::size_t length = ofKind == Kind::Bytes ? size : codePointCount(first) + codePointCount(second);
    auto* const object = new (storage) StrObject(ofKind, size, length);
    char* const bytes = reinterpret_cast<char*>(object + 1);
    if (!first.empty())
        std::memcpy(bytes, first.data(), first.size());
    if (!second.empty())
        std::memcpy(bytes + first.size(), second.data(), second.size());
    return object;
}

void StrObject::end(StrObject* object) noexcept {
    const std::size_t size = sizeof(StrObject) + object->m_size;
    object->~StrObject();
    eval::deallocate(object, size);
}

Value strValue(std::string_view text) {
    return textValue(Kind::Str, text);
}

Value textValue(Kind kind, std::string_view text) {
    return Value::adopt(StrObject::create(text, {}, kind));
}

std::size_t codePointCount(std::string_view text) {
    std::size_t others = 0;
    std::size_t i = 0;
    for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + i, sizeof eight);
        others += (((eight >> 7) & ~(eight >> 6) & kLowBits) * kLowBits) >> 56;
    }
    for (; i < text.size(); ++i)
        others += beginsCodePoint(text[i]) ? 0 : 1;
    return text.size() - others;
}

CodePoint firstCodePoint(std::string_view text) {
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const auto tail = [&](std::size_t index) { return static_cast<char32_t>(byte(index) & 0x3f); };
    const char32_t lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    if (lead < 0xe0)
        return {(lead & 0x1f) << 6 | tail(1), 2};
    if (lead < 0xf0)
        return {(lead & 0x0f) << 12 | tail(1) << 6 | tail(2), 3};
    return {(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

void appendCodePoint(std::string& text, char32_t codePoint) {
    const auto add = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80)
        return add(codePoint);
    if (codePoint < 0x800) {
        add(0xc0 | codePoint >> 6);
    } else {
        if (codePoint < 0x10000) {
            add(0xe0 | codePoint >> 12);
        } else {
            add(0xf0 | codePoint >> 18);
            add(0x80 | (codePoint >> 12 & 0x3f));
        }
        add(0x80 | (codePoint >> 6 & 0x3f));
    }
    add(0x80 | (codePoint & 0x3f));
}

std::size_t byteOffset(std::string_view text, std::size_t index) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (beginsCodePoint(text[offset]) && index-- == 0)
            return offset;
        ++offset;
    }
    return offset;
}

} // namespace keisan::eval
