// SPDX-License-Identifier: MIT
#include "tests/eval/oracle/corpus.h"

#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace keisan::eval::oracle {

namespace {

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string_view takeUntil(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::string escaped(unsigned codePoint) {
    switch (codePoint) {
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
    }
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), codePoint < 0x100 ? "\\x%02x" : "\\u%04x", codePoint);
    return text.data();
}

// How many bytes at the head of `text` make a control character or a lone surrogate, and which; 0 for
// neither.
std::size_t controlAt(std::string_view text, unsigned& codePoint) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    codePoint = byte(0);
    if (codePoint < 0x20 || codePoint == 0x7f)
        return 1;
    if (codePoint == 0xc2 && text.size() > 1 && byte(1) < 0xa0) {
        codePoint = byte(1);
        return 2;
    }
    if (codePoint == 0xed && text.size() > 2 && byte(1) >= 0xa0) {
        codePoint = 0xd000U + (byte(1) & 0x3fU) * 0x40U + (byte(2) & 0x3fU);
        return 3;
    }
    return 0;
}

std::string printable(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        unsigned codePoint = 0;
        const std::size_t bytes = controlAt(text.substr(i), codePoint);
        if (bytes == 0)
            result += text[i++];
        else
            result += escaped(codePoint);
        i += bytes;
    }
    return result;
}

// Splits a float (with '.' or an exponent) off the head of `text`.
bool takeFloat(std::string_view& text, double& number) {
    if (text.empty() || std::isdigit(static_cast<unsigned char>(text[0])) == 0)
        return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.data()));
    if (error != std::errc())
        return false;
    text.remove_prefix(digits.size());
    return true;
}

bool nearlyEqual(double left, double right) {
    return std::abs(left - right) <= 8 * 0x1p-53 * std::max(std::abs(left), std::abs(right));
}

} // namespace

Corpus::Corpus(const std::filesystem::path& file) : m_file(file), m_text(readFile(file)) {}

std::vector<Case> Corpus::cases(std::string_view section) const {
    std::vector<Case> result;
    std::string_view rest = m_text;
    std::string_view currentSection;
    bool opensSession = true;
    for (std::size_t number = 1; !rest.empty(); ++number) {
        std::string_view line = takeUntil(rest, '\n');
        if (line.empty() || line.starts_with("# ") || line.starts_with("## ")) {
            opensSession = opensSession || line.empty();
            if (line.starts_with("## "))
                currentSection = line.substr(3);
            continue;
        }
        if (line.find('\t') == std::string_view::npos)
            throw std::runtime_error(m_file.string() + ":" + std::to_string(number) + ": no tab");
        if (section.empty() || section == currentSection) {
            const std::string_view expression = takeUntil(line, '\t');
            const std::string_view reply = takeUntil(line, '\t');
            result.push_back({number, expression, reply, line, opensSession});
        }
        opensSession = false;
    }
    return result;
}

std::string replyOf(const Outcome& outcome) {
    if (const auto* error = std::get_if<Error>(&outcome.result))
        return "Error: " + printable(error->message);
    return printable(std::get<Answer>(outcome.result).text);
}

bool differInLastDigitsOnly(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty()) {
        double leftNumber = 0;
        double rightNumber = 0;
        const bool leftIsNumber = takeFloat(left, leftNumber);
        if (leftIsNumber != takeFloat(right, rightNumber) || !nearlyEqual(leftNumber, rightNumber))
            return false;
        if (leftIsNumber)
            continue;
        if (left[0] != right[0])
            return false;
        left.remove_prefix(1);
        right.remove_prefix(1);
    }
    return left.empty() && right.empty();
}

} // namespace keisan::eval::oracle
