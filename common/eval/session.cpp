// SPDX-License-Identifier: MIT
#include "common/eval/session.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/values/print.h"
#include "common/eval/values/sizes.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <charconv>
#include <new>
#include <unordered_set>

namespace keisan::eval {

namespace {

// What a name or an answer takes besides its value and, of a name, its text.
constexpr std::int64_t kBytesPerName = 128;

std::int64_t bytesOfName(std::string_view name) {
    return kBytesPerName + static_cast<std::int64_t>(name.size());
}

// Looking for circles walks through the whole session; so many new cells are worth it.
constexpr std::size_t kCellsLeftAlone = 64;

// What a list of variables may cost, all values together: it is made between the requests of other clients.
constexpr std::uint64_t kListingWork = 2'000'000;

// What there is of a repr when the budget ends, or when it has become too long to print whole, is shown.
std::string shortRepr(const Value& value, std::size_t maximumCharacters, Budget& budget) {
    std::string text;
    bool isWhole = true;
    try {
        appendRepr(text, value, budget);
    } catch (const Error&) {
        isWhole = false;
    }
    if (codePointCount(text) > maximumCharacters)
        text = text.substr(0, byteOffset(text, maximumCharacters - 1)) + "…";
    else if (!isWhole)
        text += "…";
    return text;
}

} // namespace

Session::~Session() {
    m_names.clear();
    m_answers.clear();
    if (m_shared)
        m_shared->give(m_bytes);
}

const Value* Session::find(std::string_view name) const {
    if (m_names.empty()) // nothing to hash the name for
        return findAnswer(name);
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

std::uint64_t Session::commit(std::vector<Change>&& changes, const Value& answer, const Limits& limits) {
    for (const Change& change : changes)
        if (holdsIterator(change.value))
            raise(ErrorType::TypeError, "an iterator cannot be kept; use list(...)");
    const bool isNumbered = !answer.isAbsent() && !answer.isNone() && !holdsIterator(answer);
    requireRoomForNames(changes, limits);
    const std::int64_t added = bytesOfNewNames(changes) + (isNumbered ? kBytesPerName : 0);
    requireMemory(static_cast<std::uint64_t>(added));
    const bool isRoom = makeRoom(changes, added, limits);
    addEntries(changes, isNumbered && isRoom ? &answer : nullptr);
    for (Change& change : changes)
        apply(std::move(change));
    return isNumbered ? ++m_answerCount : 0;
}

void Session::requireRoomForNames(const std::vector<Change>& changes, const Limits& limits) const {
    const auto isNew = [&](const Change& change) { return !change.value.isAbsent() && !binds(change.name); };
    const auto added = static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), isNew));
    if (added != 0 && m_names.size() + added > limits.sessionNames)
        refuseNames(limits);
}

void Session::refuseNames(const Limits& limits) {
    raise(ErrorType::LimitError,
          "the session holds more than " + groupedText(limits.sessionNames) + " names");
}

std::int64_t Session::bytesOfNewNames(const std::vector<Change>& changes) const {
    std::int64_t bytes = 0;
    for (const Change& change : changes)
        if (!change.value.isAbsent() && !binds(change.name))
            bytes += bytesOfName(change.name);
    return bytes;
}

std::int64_t Session::nameBytesAfter(const std::vector<Change>& changes) const {
    std::int64_t bytes = bytesOfNewNames(changes);
    for (const auto& [name, value] : m_names)
        bytes += bytesOfName(name);
    for (const Change& change : changes)
        if (change.value.isAbsent() && binds(change.name))
            bytes -= bytesOfName(change.name);
    return bytes;
}

// The oldest answers make room. What the changes replace still counts at first; only where that makes the
// difference the values that will stay are counted one by one. False when all answers went and there is still
// no room for one.
bool Session::makeRoom(const std::vector<Change>& changes, std::int64_t added, const Limits& limits) {
    const auto limit = static_cast<std::int64_t>(limits.sessionBytes);
    if (bytesNow() + added <= limit)
        return true;
    const auto staying = [&] {
        return nameBytesAfter(changes) + static_cast<std::int64_t>(bytesReachedBy(valuesAfter(changes)));
    };
    if (!changes.empty() && staying() > limit)
        raise(ErrorType::LimitError,
              "the session holds more than " + sizeText(static_cast<std::uint64_t>(limits.sessionBytes)));
    while (bytesNow() + added > limit && !m_answers.empty())
        forgetOldestAnswer();
    return bytesNow() + added <= limit;
}

void Session::forgetOldestAnswer() {
    m_answers.pop_front();
    countMemory(-kBytesPerName);
}

std::int64_t Session::bytesNow() const {
    return m_bytes + memoryInUse();
}

std::vector<Value> Session::valuesAfter(const std::vector<Change>& changes) const {
    std::vector<Value> values;
    std::unordered_set<std::string_view> changed;
    for (const Change& change : changes) {
        changed.insert(change.name);
        values.push_back(change.value);
    }
    for (const auto& [name, value] : m_names)
        if (!changed.contains(name))
            values.push_back(value);
    return values;
}

// What needs memory comes first, so that where it ends nothing has changed, but that old answers may have
// made room: the answer, and new names, their values still Absent.
void Session::addEntries(const std::vector<Change>& changes, const Value* answer) {
    try {
        for (const Change& change : changes)
            if (!change.value.isAbsent())
                m_names.try_emplace(change.name);
        if (answer != nullptr)
            m_answers.push_back(*answer);
    } catch (const std::bad_alloc&) {
        std::erase_if(m_names, [](const auto& entry) { return entry.second.isAbsent(); });
        throw;
    }
    countMemory(answer != nullptr ? kBytesPerName : 0);
}

void Session::apply(Change&& change) noexcept {
    const auto found = m_names.find(change.name);
    if (found == m_names.end())
        return;
    const std::int64_t bytes = bytesOfName(change.name);
    if (change.value.isAbsent()) {
        m_names.erase(found);
        countMemory(-bytes);
    } else {
        countMemory(found->second.isAbsent() ? bytes : 0);
        found->second = std::move(change.value);
    }
}

void Session::collectCells() {
    std::vector<Value> roots = valuesAfter({});
    roots.insert(roots.end(), m_answers.begin(), m_answers.end());
    m_cells.collect(roots);
    m_knownCells = m_cells.count();
}

void Session::settle() {
    try {
        if (m_cells.count() > 2 * m_knownCells + kCellsLeftAlone)
            collectCells();
    } catch (const std::bad_alloc&) { // the next evaluation tries again
    }
    m_bytes += memoryInUse();
}

std::vector<Variable> Session::variables(std::size_t maximumCharacters) const {
    Limits limits;
    limits.work = kListingWork;
    limits.valueBytes = 1 << 16;
    Budget budget(limits, {});
    std::vector<Variable> list;
    list.reserve(m_names.size());
    for (const auto& [name, value] : m_names)
        list.push_back({name, typeName(value), shortRepr(value, maximumCharacters, budget)});
    std::sort(list.begin(), list.end(), [](const Variable& a, const Variable& b) { return a.name < b.name; });
    return list;
}

} // namespace keisan::eval
