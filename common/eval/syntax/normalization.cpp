// SPDX-License-Identifier: MIT
#include "common/eval/syntax/normalization.h"

#include "common/eval/syntax/characters.h"
#include "common/eval/syntax/code_point_ranges.h"
#include "common/eval/syntax/normalization_tables.h"

#include <algorithm>
#include <string>

namespace keisan::eval::syntax {

namespace {

// Hangul syllables are composed by arithmetic (The Unicode Standard, 3.12).
constexpr char32_t kHangulBase = 0xAC00;
constexpr char32_t kLeadBase = 0x1100;
constexpr char32_t kVowelBase = 0x1161;
constexpr char32_t kTailBase = 0x11A7;
constexpr char32_t kLeadCount = 19;
constexpr char32_t kVowelCount = 21;
constexpr char32_t kTailCount = 28;
constexpr char32_t kHangulCount = kLeadCount * kVowelCount * kTailCount;

unsigned combiningClass(char32_t c) {
    const CombiningRange* range = c < 0x80 ? nullptr : rangeOf(combiningRanges(), c);
    return range == nullptr ? 0 : range->combiningClass;
}

void decompose(char32_t c, std::u32string& to) {
    if (c >= kHangulBase && c < kHangulBase + kHangulCount) {
        const char32_t index = c - kHangulBase;
        to += static_cast<char32_t>(kLeadBase + index / (kVowelCount * kTailCount));
        to += static_cast<char32_t>(kVowelBase + index / kTailCount % kVowelCount);
        if (index % kTailCount != 0)
            to += kTailBase + index % kTailCount;
        return;
    }
    const auto forms = compatibilityForms();
    const auto it =
        std::lower_bound(forms.begin(), forms.end(), c, [](const CompatibilityForm& form, char32_t value) {
            return form.character < value;
        });
    if (it == forms.end() || it->character != c)
        to += c;
    else
        to.append(compatibilityText() + it->start, it->length);
}

// Marks behind one base stand in the order of their classes; those of one class keep their order.
void orderMarks(std::u32string& text) {
    for (auto it = text.begin(); it != text.end();) {
        const auto isMark = [](char32_t c) { return combiningClass(c) != 0; };
        const auto first = std::find_if(it, text.end(), isMark);
        it = std::find_if_not(first, text.end(), isMark);
        std::stable_sort(first, it,
                         [](char32_t a, char32_t b) { return combiningClass(a) < combiningClass(b); });
    }
}

// What two characters become together, or 0.
char32_t composed(char32_t a, char32_t b) {
    if (a >= kLeadBase && a < kLeadBase + kLeadCount && b >= kVowelBase && b < kVowelBase + kVowelCount)
        return kHangulBase + ((a - kLeadBase) * kVowelCount + (b - kVowelBase)) * kTailCount;
    const bool isSyllable = a >= kHangulBase && a < kHangulBase + kHangulCount;
    if (isSyllable && (a - kHangulBase) % kTailCount == 0 && b > kTailBase && b < kTailBase + kTailCount)
        return a + (b - kTailBase);
    const auto pairs = compositions();
    const auto it =
        std::lower_bound(pairs.begin(), pairs.end(), b, [a](const Composition& pair, char32_t second) {
            return pair.first != a ? pair.first < a : pair.second < second;
        });
    return it != pairs.end() && it->first == a && it->second == b ? it->composed : 0;
}

void compose(std::u32string& text) {
    std::size_t starter = std::u32string::npos;
    std::size_t size = 0;
    unsigned lastClass = 0;
    for (const char32_t c : text) {
        const unsigned cls = combiningClass(c);
        const bool isNext = starter != std::u32string::npos && starter + 1 == size;
        if (starter != std::u32string::npos && (isNext || (lastClass < cls && lastClass != 0))) {
            if (const char32_t both = composed(text[starter], c)) {
                text[starter] = both;
                continue;
            }
        }
        if (cls == 0)
            starter = size;
        lastClass = cls;
        text[size++] = c;
    }
    text.resize(size);
}

} // namespace

std::string_view normalizeName(std::string_view name, Arena& arena) {
    if (std::all_of(name.begin(), name.end(), isAscii))
        return name;
    std::u32string text;
    while (!name.empty()) {
        const CodePoint c = decodeFront(name);
        decompose(c.value, text);
        name.remove_prefix(c.length);
    }
    orderMarks(text);
    compose(text);
    char* const start = arena.room<char>(4 * text.size());
    char* end = start;
    for (const char32_t c : text)
        end = encode(c, end);
    return {start, static_cast<std::size_t>(end - start)};
}

} // namespace keisan::eval::syntax
