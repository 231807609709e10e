// SPDX-License-Identifier: MIT
#include "common/eval/library/text_search.h"

#include <string>

namespace keisan::eval {
namespace {

// Up to here a plain search is at most that many times linear.
constexpr std::size_t kShortNeedle = 16;

} // namespace

TextSearch::TextSearch(std::string_view needle) : m_needle(needle) {
    if (needle.size() <= kShortNeedle)
        return;
    m_borders.resize(needle.size());
    std::uint32_t border = 0;
    for (std::size_t i = 1; i < needle.size(); ++i) {
        while (border > 0 && needle[i] != needle[border])
            border = m_borders[border - 1];
        border += needle[i] == needle[border] ? 1 : 0;
        m_borders[i] = border;
    }
}

std::size_t TextSearch::find(std::string_view text, std::size_t from) const {
    if (m_borders.empty())
        return text.find(m_needle, from);
    std::size_t matched = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        while (matched > 0 && text[i] != m_needle[matched])
            matched = m_borders[matched - 1];
        matched += text[i] == m_needle[matched] ? 1 : 0;
        if (matched == m_needle.size())
            return i + 1 - matched;
    }
    return kNowhere;
}

std::size_t findLast(std::string_view text, std::string_view needle) {
    if (needle.size() <= kShortNeedle)
        return text.rfind(needle);
    const std::string backwards(text.rbegin(), text.rend());
    const std::string needleBackwards(needle.rbegin(), needle.rend());
    const std::size_t found = TextSearch(needleBackwards).find(backwards);
    return found == TextSearch::kNowhere ? found : text.size() - found - needle.size();
}

} // namespace keisan::eval
