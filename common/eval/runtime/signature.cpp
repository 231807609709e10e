// SPDX-License-Identifier: MIT
#include "common/eval/runtime/signature.h"

#include "common/eval/error.h"
#include "common/eval/runtime/suggestions.h"

#include <algorithm>
#include <cassert>
#include <string>

namespace keisan::eval {

namespace {

std::string plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

// Where the parameter at the head of `text` ends: a comma outside quotes, or the end.
std::size_t endOfPart(std::string_view text) {
    char quote = '\0';
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote != '\0')
            quote = text[i] == quote ? '\0' : quote;
        else if (text[i] == '\'' || text[i] == '"')
            quote = text[i];
        else if (text[i] == ',')
            return i;
    }
    return text.size();
}

const Keyword* findKeyword(std::span<const Keyword> keywords, std::string_view name) {
    const auto found =
        std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& k) { return k.name == name; });
    return found == keywords.end() ? nullptr : &*found;
}

} // namespace

Signature::Signature(const Builtin& row) : m_function(row.name) {
    std::string_view rest = row.signature;
    rest.remove_prefix(std::min(rest.find('(') + 1, rest.size()));
    rest = rest.substr(0, rest.rfind(')'));
    while (!rest.empty()) {
        const std::size_t end = endOfPart(rest);
        add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    m_positional = std::min(m_positional, m_size);
}

void Signature::add(std::string_view part) {
    if (part == "/") {
        m_positionalOnly = m_size;
        return;
    }
    if (part == "*") {
        m_positional = m_size;
        return;
    }
    assert(m_size < kMaxParameters);
    const std::size_t equals = part.find('=');
    m_names[m_size++] = part.substr(0, equals);
    if (equals == std::string_view::npos && m_positional == kMaxParameters)
        m_required = m_size;
}

void Signature::checkCounts(std::size_t given, std::size_t keywordCount) const {
    const std::string function = std::string(m_function) + "()";
    const auto refuse = [&](std::string_view relation, std::size_t bound, std::string_view kind,
                            std::size_t count) {
        raise(ErrorType::TypeError, function + " takes " + std::string(relation) + ' ' +
                                        std::to_string(bound) + ' ' + std::string(kind) + "argument" +
                                        plural(bound) + " (" + std::to_string(count) + " given)");
    };
    if (given + keywordCount > m_size)
        refuse(m_required < m_size ? "at most" : "exactly", m_size, given == 0 ? "keyword " : "",
               given + keywordCount);
    if (given > m_positional) {
        if (m_positional == 0)
            raise(ErrorType::TypeError, function + " takes no positional arguments");
        refuse(m_required < m_positional ? "at most" : "exactly", m_positional, "positional ", given);
    }
    const std::size_t minimumOnly = std::min(m_required, m_positionalOnly);
    if (given < minimumOnly)
        refuse(minimumOnly < m_positional ? "at least" : "exactly", minimumOnly, "positional ", given);
}

void Signature::refuseKeywords(std::size_t given, std::span<const Keyword> keywords) const {
    const std::string function = std::string(m_function) + "()";
    for (std::size_t i = m_positionalOnly; i < given; ++i)
        if (findKeyword(keywords, m_names[i]) != nullptr)
            raise(ErrorType::TypeError, "argument for " + function + " given by name ('" +
                                            std::string(m_names[i]) + "') and position (" +
                                            std::to_string(i + 1) + ")");
    const auto isKnown = [&](const Keyword& keyword) {
        return std::find(m_names.begin() + m_positionalOnly, m_names.begin() + m_size, keyword.name) !=
               m_names.begin() + m_size;
    };
    const auto unknown = std::find_if_not(keywords.begin(), keywords.end(), isKnown);
    raise(ErrorType::TypeError,
          function + " got an unexpected keyword argument '" + std::string(unknown->name) + "'" +
              suggestionFor(unknown->name,
                            std::span(m_names).subspan(m_positionalOnly, m_size - m_positionalOnly)));
}

void Signature::bind(std::span<const Value> positional, std::span<const Keyword> keywords,
                     std::span<Value, kMaxParameters> values) const {
    const std::size_t given = positional.size();
    checkCounts(given, keywords.size());
    std::copy(positional.begin(), positional.end(), values.begin());
    std::size_t left = keywords.size();
    for (std::size_t i = std::max(given, m_positionalOnly); i < m_size; ++i) {
        if (const Keyword* const keyword = left == 0 ? nullptr : findKeyword(keywords, m_names[i])) {
            values[i] = keyword->value;
            --left;
        } else if (i < m_required) {
            raise(ErrorType::TypeError, std::string(m_function) + "() missing required argument '" +
                                            std::string(m_names[i]) + "' (pos " + std::to_string(i + 1) +
                                            ")");
        }
    }
    if (left != 0)
        refuseKeywords(given, keywords);
}

} // namespace keisan::eval
