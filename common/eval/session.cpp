// SPDX-License-Identifier: MIT
#include "common/eval/session.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/values/print.h"
#include "common/eval/values/sizes.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <charconv>

namespace keisan::eval {

namespace {

// What a name or an answer takes besides its value.
constexpr std::int64_t kBytesPerName = 128;

// What a value's repr may cost in a list of variables.
constexpr std::uint64_t kListingWork = 200'000;

std::string shortRepr(const Value& value, std::size_t maximumCharacters) {
    Limits limits;
    limits.work = kListingWork;
    limits.valueBytes = 1 << 16;
    Budget budget(limits, {});
    std::string text;
    try {
        appendRepr(text, value, budget);
    } catch (const Error&) {
        // Too long to print whole: what there is of it is shown.
    }
    if (codePointCount(text) > maximumCharacters)
        text = text.substr(0, byteOffset(text, maximumCharacters - 1)) + "…";
    return text;
}

} // namespace

Session::~Session() {
    m_names.clear();
    m_answers.clear();
}

const Value* Session::find(std::string_view name) const {
    const auto found = m_names.find(name);
    return found != m_names.end() ? &found->second : findAnswer(name);
}

const Value* Session::findAnswer(std::string_view name) const {
    if (m_answers.empty() || (name[0] != '_' && name != "ans"))
        return nullptr;
    if (name == "_" || name == "ans")
        return &m_answers.back();
    std::uint64_t number = 0;
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + 1, end, number);
    const bool isNumber = error == std::errc() && stop == end && name[1] != '0';
    const std::uint64_t forgotten = m_answerCount - m_answers.size();
    if (!isNumber || number <= forgotten || number > m_answerCount)
        return nullptr;
    return &m_answers[number - forgotten - 1];
}

std::uint64_t Session::commit(std::vector<Change>&& changes, const Value& answer, std::int64_t grown,
                              const Limits& limits) {
    requireKeepable(changes);
    const bool isAnswer = !answer.isAbsent() && !answer.isNone();
    const bool isKept = isAnswer && !holdsIterator(answer);
    const auto added = static_cast<std::int64_t>(changes.size() + (isKept ? 1 : 0)) * kBytesPerName;
    requireRoom(changes, grown + added, limits);
    m_bytes += grown + added;
    for (Change& change : changes)
        apply(std::move(change));
    if (isKept)
        m_answers.push_back(answer);
    return isKept ? ++m_answerCount : 0;
}

void Session::requireKeepable(const std::vector<Change>& changes) const {
    for (const Change& change : changes)
        if (holdsIterator(change.value))
            raise(ErrorType::TypeError, "an iterator cannot be kept; use list(...)");
}

// The oldest answers make room first.
void Session::requireRoom(const std::vector<Change>& changes, std::int64_t grown, const Limits& limits) {
    const auto isNew = [&](const Change& change) { return !change.value.isAbsent() && !binds(change.name); };
    const auto added = static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), isNew));
    if (added != 0 && m_names.size() + added > limits.sessionNames)
        raise(ErrorType::LimitError,
              "the session holds more than " + groupedText(limits.sessionNames) + " names");
    const auto limit = static_cast<std::int64_t>(limits.sessionBytes);
    while (m_bytes + grown > limit && !m_answers.empty()) {
        const std::int64_t before = memoryInUse();
        m_answers.pop_front();
        m_bytes += memoryInUse() - before - kBytesPerName;
    }
    if (m_bytes + grown > limit && !changes.empty())
        raise(ErrorType::LimitError,
              "the session holds more than " + sizeText(static_cast<std::uint64_t>(limits.sessionBytes)));
}

void Session::apply(Change&& change) {
    const std::int64_t before = memoryInUse();
    if (change.value.isAbsent())
        m_names.erase(m_names.find(change.name));
    else
        m_names.insert_or_assign(std::move(change.name), std::move(change.value));
    m_bytes += memoryInUse() - before;
}

std::vector<Variable> Session::variables(std::size_t maximumCharacters) const {
    std::vector<Variable> list;
    list.reserve(m_names.size());
    for (const auto& [name, value] : m_names)
        list.push_back({name, typeName(value), shortRepr(value, maximumCharacters)});
    std::sort(list.begin(), list.end(), [](const Variable& a, const Variable& b) { return a.name < b.name; });
    return list;
}

} // namespace keisan::eval
