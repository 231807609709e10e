// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace keisan::eval {

// The parameters of a row as its `signature` text lists them: "round(number, ndigits=None)", "sum(iterable,
// /, start=0)", "sorted(iterable, /, *, key=None, reverse=False)".
class Signature {
public:
    static constexpr std::size_t kMaxParameters = 8;

    explicit Signature(const Builtin& row);

    std::size_t size() const { return m_size; }
    // Puts positional and keyword arguments where they belong; what is left out stays Absent. TypeError in
    // the words of CPython's argument parser.
    void bind(std::span<const Value> positional, std::span<const Keyword> keywords,
              std::span<Value, kMaxParameters> values) const;

private:
    void add(std::string_view part);
    void checkCounts(std::size_t given, std::size_t keywordCount) const;
    void refuseKeywords(std::size_t given, std::span<const Keyword> keywords) const;

    std::string_view m_function;
    std::array<std::string_view, kMaxParameters> m_names;
    std::size_t m_size = 0;
    std::size_t m_required = 0;                // positional ones without a default
    std::size_t m_positional = kMaxParameters; // the first so many may be given by position
    std::size_t m_positionalOnly = 0;
};

} // namespace keisan::eval
