// SPDX-License-Identifier: MIT
#include "common/eval/runtime/suggestions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace keisan::eval {

namespace {

constexpr std::size_t kMoveCost = 2;
constexpr std::size_t kCaseCost = 1;
constexpr std::size_t kMaxCompared = 40;
constexpr std::size_t kMaxCandidates = 750;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t substitutionCost(char a, char b) {
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

void trimShared(std::string_view& a, std::string_view& b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

// Levenshtein's distance, one row at a time; maximum + 1 as soon as it is known to be more than that.
std::size_t distance(std::string_view a, std::string_view b, std::size_t maximum) {
    trimShared(a, b);
    if (a.empty() || b.empty())
        return (a.size() + b.size()) * kMoveCost;
    if (a.size() > kMaxCompared || b.size() > kMaxCompared)
        return maximum + 1;
    if (b.size() < a.size())
        std::swap(a, b);
    if ((b.size() - a.size()) * kMoveCost > maximum)
        return maximum + 1;
    std::array<std::size_t, kMaxCompared> row;
    for (std::size_t i = 0; i < a.size(); ++i)
        row[i] = (i + 1) * kMoveCost;
    std::size_t result = 0;
    for (std::size_t turn = 0; turn < b.size(); ++turn) {
        std::size_t diagonal = result = turn * kMoveCost;
        std::size_t least = SIZE_MAX;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::size_t substituted = diagonal + substitutionCost(b[turn], a[i]);
            diagonal = row[i];
            result = std::min(std::min(result, diagonal) + kMoveCost, substituted);
            row[i] = result;
            least = std::min(least, result);
        }
        if (least > maximum)
            return maximum + 1;
    }
    return result;
}

} // namespace

std::string suggestionFor(std::string_view name, std::span<const std::string_view> candidates) {
    if (candidates.size() >= kMaxCandidates)
        return {};
    std::string_view best;
    std::size_t bestDistance = SIZE_MAX;
    for (const std::string_view candidate : candidates) {
        if (candidate == name)
            continue;
        const std::size_t bound =
            std::min((name.size() + candidate.size() + 3) * kMoveCost / 6, bestDistance - 1);
        const std::size_t current = distance(name, candidate, bound);
        if (current <= bound) {
            best = candidate;
            bestDistance = current;
        }
    }
    return best.empty() ? "" : ". Did you mean '" + std::string(best) + "'?";
}

} // namespace keisan::eval
