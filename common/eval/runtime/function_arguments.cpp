// SPDX-License-Identifier: MIT
#include "common/eval/error.h"
#include "common/eval/runtime/calls.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/suggestions.h"
#include "common/eval/values/function.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace keisan::eval {

namespace {

using syntax::Parameter;
using syntax::ParameterKind;

// So many parameters are looked through for every keyword.
constexpr std::size_t kFewParameters = 16;

// Binds the arguments of one call of a lambda, in the order and with the errors of CPython's ceval.c. Slot i
// is that of parameter i.
class ArgumentBinder {
public:
    ArgumentBinder(Context& context, const FunctionObject& function, std::span<Value> slots)
        : m_context(context)
        , m_function(function)
        , m_parameters(function.code.parameters)
        , m_slots(slots) {}

    void bind(std::span<const Value> positional, std::span<const Keyword> keywords);

private:
    void bindPositional(std::span<const Value> positional);
    void bindKeyword(const Keyword& keyword, std::span<const Keyword> keywords);
    std::size_t parameterNamed(std::string_view name);
    [[noreturn]] void refuseUnknown(const Keyword& keyword, std::span<const Keyword> keywords) const;
    void refuseTooMany(std::size_t given) const;
    void fillDefaults();
    void requireAll(bool keywordOnly) const;

    bool isPositional(std::size_t i) const {
        return m_parameters[i].kind == ParameterKind::PositionalOnly ||
               m_parameters[i].kind == ParameterKind::PositionalOrKeyword;
    }
    bool takesKeyword(std::size_t i) const {
        return m_parameters[i].kind == ParameterKind::PositionalOrKeyword ||
               m_parameters[i].kind == ParameterKind::KeywordOnly;
    }
    bool hasDefault(std::size_t i) const {
        return !m_function.defaults.empty() && !m_function.defaults[i].isAbsent();
    }
    std::size_t count(bool (ArgumentBinder::*test)(std::size_t) const) const {
        std::size_t number = 0;
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            number += (this->*test)(i) ? 1 : 0;
        return number;
    }
    bool isGivenKeywordOnly(std::size_t i) const {
        return m_parameters[i].kind == ParameterKind::KeywordOnly && !m_slots[i].isAbsent();
    }
    bool isPositionalWithDefault(std::size_t i) const { return isPositional(i) && hasDefault(i); }
    // The slot of *args or **kwargs, or no index at all.
    std::size_t slotOf(ParameterKind kind) const {
        const auto found = std::find_if(m_parameters.begin(), m_parameters.end(),
                                        [&](const Parameter& parameter) { return parameter.kind == kind; });
        return static_cast<std::size_t>(found - m_parameters.begin());
    }
    [[noreturn]] void fail(const std::string& message) const {
        raise(ErrorType::TypeError, qualifiedName(*m_function.code.scope) + "() " + message);
    }

    Context& m_context;
    const FunctionObject& m_function;
    std::span<const Parameter> m_parameters;
    std::span<Value> m_slots;
    HashTable m_extraKeywords;
    HashTable m_numbers; // of the parameters by name, once it is known that there are many
};

std::string quoted(std::string_view name) {
    return "'" + std::string(name) + "'";
}

// 'x'; 'x' and 'y'; 'x', 'y', and 'z'
std::string listed(const std::vector<std::string_view>& names) {
    std::string text = quoted(names[0]);
    for (std::size_t i = 1; i < names.size(); ++i) {
        const bool isLast = i + 1 == names.size();
        text += names.size() > 2 ? ", " : " ";
        text += (isLast ? "and " : "") + quoted(names[i]);
    }
    return text;
}

std::string plural(std::size_t count) {
    return count == 1 ? "" : "s";
}

void ArgumentBinder::bind(std::span<const Value> positional, std::span<const Keyword> keywords) {
    bindPositional(positional);
    for (const Keyword& keyword : keywords)
        bindKeyword(keyword, keywords);
    refuseTooMany(positional.size());
    requireAll(false);
    requireAll(true);
    fillDefaults();
    const std::size_t rest = slotOf(ParameterKind::DoubleStarred);
    if (rest < m_parameters.size())
        m_slots[rest] = dictValue(std::move(m_extraKeywords));
}

void ArgumentBinder::bindPositional(std::span<const Value> positional) {
    std::size_t taken = 0;
    for (; taken < positional.size() && taken < m_parameters.size() && isPositional(taken); ++taken)
        m_slots[taken] = positional[taken];
    const std::size_t rest = slotOf(ParameterKind::Starred);
    if (rest < m_parameters.size()) {
        const auto extra = positional.subspan(taken);
        m_slots[rest] = tupleValue(Values(extra.begin(), extra.end()));
    }
}

void ArgumentBinder::bindKeyword(const Keyword& keyword, std::span<const Keyword> keywords) {
    m_context.spend(kFewParameters);
    const std::size_t i = parameterNamed(keyword.name);
    if (i < m_parameters.size()) {
        if (!m_slots[i].isAbsent())
            fail("got multiple values for argument " + quoted(keyword.name));
        m_slots[i] = keyword.value;
        return;
    }
    if (slotOf(ParameterKind::DoubleStarred) == m_parameters.size())
        refuseUnknown(keyword, keywords);
    m_extraKeywords.insert(strValue(keyword.name), keyword.value, m_context.budget());
}

// The parameter that a keyword may name, or no index at all.
std::size_t ArgumentBinder::parameterNamed(std::string_view name) {
    if (m_parameters.size() <= kFewParameters) {
        std::size_t i = 0;
        while (i < m_parameters.size() && !(takesKeyword(i) && m_parameters[i].name == name))
            ++i;
        return i;
    }
    if (m_numbers.size() == 0)
        for (std::size_t i = 0; i < m_parameters.size(); ++i)
            m_numbers.insert(strValue(m_parameters[i].name), Value::integer(static_cast<std::int64_t>(i)),
                             m_context.budget());
    const HashTable::Entry* const entry = m_numbers.find(strValue(name), m_context.budget());
    const std::size_t i =
        entry == nullptr ? m_parameters.size() : static_cast<std::size_t>(entry->value.smallInt());
    return i < m_parameters.size() && takesKeyword(i) ? i : m_parameters.size();
}

void ArgumentBinder::refuseUnknown(const Keyword& keyword, std::span<const Keyword> keywords) const {
    std::string names;
    for (const Parameter& parameter : m_parameters) {
        if (parameter.kind != ParameterKind::PositionalOnly)
            continue;
        m_context.spend(keywords.size() * 3);
        const bool isPassed = std::any_of(keywords.begin(), keywords.end(),
                                          [&](const Keyword& other) { return other.name == parameter.name; });
        if (isPassed)
            names += (names.empty() ? "" : ", ") + std::string(parameter.name);
    }
    if (!names.empty())
        fail("got some positional-only arguments passed as keyword arguments: " + quoted(names));
    std::vector<std::string_view> candidates;
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        if (takesKeyword(i))
            candidates.push_back(m_parameters[i].name);
    fail("got an unexpected keyword argument " + quoted(keyword.name) +
         suggestionFor(keyword.name, candidates));
}

void ArgumentBinder::refuseTooMany(std::size_t given) const {
    const std::size_t maximum = count(&ArgumentBinder::isPositional);
    if (given <= maximum || slotOf(ParameterKind::Starred) < m_parameters.size())
        return;
    const std::size_t defaults = count(&ArgumentBinder::isPositionalWithDefault);
    const std::size_t keywordOnly = count(&ArgumentBinder::isGivenKeywordOnly);
    std::string message = "takes ";
    if (defaults != 0)
        message += "from " + std::to_string(maximum - defaults) + " to ";
    message += std::to_string(maximum) + " positional argument" + (defaults != 0 ? "s" : plural(maximum)) +
               " but " + std::to_string(given);
    if (keywordOnly != 0)
        message += " positional argument" + plural(given) + " (and " + std::to_string(keywordOnly) +
                   " keyword-only argument" + plural(keywordOnly) + ")";
    fail(message + (given == 1 && keywordOnly == 0 ? " was given" : " were given"));
}

void ArgumentBinder::requireAll(bool keywordOnly) const {
    std::vector<std::string_view> missing;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const bool isOfKind =
            keywordOnly ? m_parameters[i].kind == ParameterKind::KeywordOnly : isPositional(i);
        if (isOfKind && m_slots[i].isAbsent() && !hasDefault(i))
            missing.push_back(m_parameters[i].name);
    }
    if (!missing.empty())
        fail("missing " + std::to_string(missing.size()) + " required " +
             (keywordOnly ? "keyword-only" : "positional") + " argument" + plural(missing.size()) + ": " +
             listed(missing));
}

void ArgumentBinder::fillDefaults() {
    for (std::size_t i = 0; i < m_parameters.size(); ++i)
        if (m_slots[i].isAbsent() && hasDefault(i))
            m_slots[i] = m_function.defaults[i];
}

// The ordinary call: every parameter positional, one argument for each.
bool isPlainCall(const FunctionObject& function, std::size_t given, std::size_t keywords) {
    const auto parameters = function.code.parameters;
    return keywords == 0 && given == parameters.size() &&
           std::all_of(parameters.begin(), parameters.end(), [](const Parameter& parameter) {
               return parameter.kind == ParameterKind::PositionalOrKeyword ||
                      parameter.kind == ParameterKind::PositionalOnly;
           });
}

} // namespace

void bindArguments(Context& context, const FunctionObject& function, std::span<const Value> positional,
                   std::span<const Keyword> keywords, std::span<Value> slots) {
    if (isPlainCall(function, positional.size(), keywords.size()))
        std::copy(positional.begin(), positional.end(), slots.begin());
    else
        ArgumentBinder(context, function, slots).bind(positional, keywords);
}

} // namespace keisan::eval
