// SPDX-License-Identifier: MIT
#include "common/eval/syntax/character_names.h"

#include "common/eval/syntax/character_names_table.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace keisan::eval::syntax {

namespace {

constexpr std::string_view kIdeographPrefix = "CJK UNIFIED IDEOGRAPH-";
constexpr std::string_view kSyllablePrefix = "HANGUL SYLLABLE ";
constexpr char32_t kFirstSyllable = 0xAC00;

bool isDigitOfTable(char c) {
    return c >= 'a' && c <= 'z';
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// The table, made ready to be searched when a name is first asked for; kept from then on. How many names lie
// behind a node tells the number of a name, hence its code point.
class NameGraph {
public:
    NameGraph() {
        readNodes();
        countNames();
        readCodes();
    }

    std::optional<char32_t> find(std::string_view name) const {
        std::size_t node = 0;
        std::size_t number = 0;
        while (!name.empty()) {
            EdgeReader edges(m_nodes[node]);
            number += edges.isEnd() ? 1 : 0;
            while (edges.next() && !starts(name, edges.label()))
                number += m_names[edges.target()];
            if (edges.label().empty())
                return std::nullopt;
            name.remove_prefix(edges.label().size());
            node = edges.target();
        }
        return EdgeReader(m_nodes[node]).isEnd() ? std::optional(m_codes[number]) : std::nullopt;
    }

private:
    class EdgeReader {
    public:
        explicit EdgeReader(std::string_view node) : m_rest(node), m_isEnd(node.starts_with('.')) {
            m_rest.remove_prefix(m_isEnd ? 1 : 0);
        }
        bool isEnd() const { return m_isEnd; }
        // False when there are no more; the label is empty then.
        bool next() {
            const auto digits = std::find_if(m_rest.begin(), m_rest.end(), isDigitOfTable);
            m_label = m_rest.substr(0, static_cast<std::size_t>(digits - m_rest.begin()));
            m_rest.remove_prefix(m_label.size());
            if (m_label.empty())
                return false;
            m_target = 0;
            for (const char c : m_rest.substr(0, 3))
                m_target = m_target * 26 + static_cast<std::size_t>(c - 'a');
            m_rest.remove_prefix(3);
            return true;
        }
        std::string_view label() const { return m_label; }
        std::size_t target() const { return m_target; }

    private:
        std::string_view m_rest;
        bool m_isEnd;
        std::string_view m_label;
        std::size_t m_target = 0;
    };

    static bool starts(std::string_view name, std::string_view label) {
        return name.size() >= label.size() &&
               std::equal(label.begin(), label.end(), name.begin(),
                          [](char inTable, char given) { return inTable == upper(given); });
    }

    void readNodes() {
        for (std::string_view rest = kCharacterNameNodes; !rest.empty();) {
            const std::size_t end = rest.find(';');
            m_nodes.push_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
    }

    void countNames() {
        m_names.resize(m_nodes.size());
        for (std::size_t node = m_nodes.size(); node-- > 0;) {
            EdgeReader edges(m_nodes[node]);
            m_names[node] = edges.isEnd() ? 1 : 0;
            while (edges.next())
                m_names[node] += m_names[edges.target()];
        }
    }

    void readCodes() {
        m_codes.reserve(m_names[0]);
        std::int64_t code = 0;
        std::int64_t number = 0;
        std::int64_t weight = 1;
        for (const char c : kCharacterNameCodes) {
            number += weight * (upper(c) - 'A');
            weight *= 26;
            if (isDigitOfTable(c))
                continue;
            code += number % 2 == 0 ? number / 2 : -(number + 1) / 2;
            m_codes.push_back(static_cast<char32_t>(code));
            number = 0;
            weight = 1;
        }
    }

    std::vector<std::string_view> m_nodes;
    std::vector<std::uint32_t> m_names; // that end at a node or behind it
    std::vector<char32_t> m_codes;
};

// CPython takes four or five digits, also 04E00.
std::optional<char32_t> ideographNamed(std::string_view digits) {
    char32_t code = 0;
    for (const char c : digits) {
        const bool isLetter = c >= 'A' && c <= 'F';
        if (!isLetter && (c < '0' || c > '9'))
            return std::nullopt;
        code = code * 16 + static_cast<char32_t>(isLetter ? c - 'A' + 10 : c - '0');
    }
    const auto ranges = unifiedIdeographs();
    const bool isIdeograph = std::any_of(ranges.begin(), ranges.end(), [&](const IdeographRange& range) {
        return code >= range.first && code <= range.last;
    });
    return (digits.size() == 4 || digits.size() == 5) && isIdeograph ? std::optional(code) : std::nullopt;
}

constexpr std::array<std::string_view, 19> kInitials{"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                                     "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
constexpr std::array<std::string_view, 21> kVowels{"A",   "AE", "YA", "YAE", "EO", "E",  "YEO",
                                                   "YE",  "O",  "WA", "WAE", "OE", "YO", "U",
                                                   "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::array<std::string_view, 28> kFinals{"",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
                                                   "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
                                                   "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};

// Takes the longest part off the head of `text` and gives its number; there is none in a wrong name.
std::optional<char32_t> takePart(std::string_view& text, std::span<const std::string_view> parts) {
    std::optional<std::size_t> longest;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (text.starts_with(parts[i]) && (!longest || parts[i].size() > parts[*longest].size()))
            longest = i;
    if (!longest)
        return std::nullopt;
    text.remove_prefix(parts[*longest].size());
    return static_cast<char32_t>(*longest);
}

std::optional<char32_t> syllableNamed(std::string_view sounds) {
    const auto initial = takePart(sounds, kInitials);
    const auto vowel = takePart(sounds, kVowels);
    const auto last = takePart(sounds, kFinals);
    if (!initial || !vowel || !last || !sounds.empty())
        return std::nullopt;
    return kFirstSyllable + (*initial * 21 + *vowel) * 28 + *last;
}

} // namespace

std::optional<char32_t> characterNamed(std::string_view name) {
    if (name.starts_with(kIdeographPrefix))
        return ideographNamed(name.substr(kIdeographPrefix.size()));
    if (name.starts_with(kSyllablePrefix))
        return syllableNamed(name.substr(kSyllablePrefix.size()));
    static const NameGraph graph;
    return graph.find(name);
}

} // namespace keisan::eval::syntax
