// SPDX-License-Identifier: MIT
#include "common/eval/library/text_search.h"

#include "common/eval/budget.h"

#include <algorithm>
#include <string>

namespace keisan::eval {
namespace {

// Up to here a plain search is at most that many times linear.
constexpr std::size_t kShortNeedle = 16;
// Bytes that are searched at a go, and what one costs at worst.
constexpr std::size_t kWindow = 65536;
constexpr std::uint64_t kWorkOfByte = 3;
constexpr std::uint64_t kWorkOfFind = 10;

} // namespace

TextSearch::TextSearch(std::string_view needle, Budget& budget) : m_needle(needle) {
    if (needle.size() <= kShortNeedle)
        return;
    budget.spend(needle.size() * kWorkOfByte);
    m_borders.resize(needle.size());
    std::uint32_t border = 0;
    for (std::size_t i = 1; i < needle.size(); ++i) {
        while (border > 0 && needle[i] != needle[border])
            border = m_borders[border - 1];
        border += needle[i] == needle[border] ? 1 : 0;
        m_borders[i] = border;
    }
}

std::size_t TextSearch::findShort(Budget& budget, std::string_view text, std::size_t from) const {
    for (;; from += kWindow) {
        const std::string_view window = text.substr(from, kWindow + m_needle.size());
        const std::size_t found = window.find(m_needle);
        budget.spend(kWorkOfFind + std::min(found, window.size()) * kWorkOfByte);
        if (found != kNowhere)
            return from + found;
        if (window.size() + from == text.size())
            return kNowhere;
    }
}

std::size_t TextSearch::find(Budget& budget, std::string_view text, std::size_t from) const {
    if (m_borders.empty())
        return findShort(budget, text, from);
    std::size_t matched = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        budget.spend(kWorkOfByte);
        while (matched > 0 && text[i] != m_needle[matched])
            matched = m_borders[matched - 1];
        matched += text[i] == m_needle[matched] ? 1 : 0;
        if (matched == m_needle.size())
            return i + 1 - matched;
    }
    return kNowhere;
}

std::size_t findLast(Budget& budget, std::string_view text, std::string_view needle) {
    budget.spend(text.size() * kWorkOfByte);
    if (needle.size() <= kShortNeedle)
        return text.rfind(needle);
    if (needle.size() > text.size())
        return TextSearch::kNowhere;
    requireMemory(text.size() + needle.size());
    const std::string backwards(text.rbegin(), text.rend());
    const std::string needleBackwards(needle.rbegin(), needle.rend());
    const std::size_t found = TextSearch(needleBackwards, budget).find(budget, backwards);
    return found == TextSearch::kNowhere ? found : text.size() - found - needle.size();
}

} // namespace keisan::eval
