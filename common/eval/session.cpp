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

// One bit of 64.
std::uint64_t initialOf(std::string_view name) {
    return std::uint64_t{1} << (static_cast<unsigned char>(name.front()) % 64);
}

// Looking for circles walks through the whole session; so many new cells are worth it.
constexpr std::size_t kCellsLeftAlone = 64;

// What the values of a list of variables may cost, all together: a list is to be quick.
constexpr std::uint64_t kListingWork = 2'000'000;

// For each name: to list it and to show it on the wire; for each name or answer: to look at it.
constexpr std::uint64_t kWorkOfListedName = 5'000;
constexpr std::uint64_t kWorkOfListedByte = 5;
constexpr std::uint64_t kWorkOfName = 100;

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
    if ((m_initials & initialOf(name)) == 0)
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

std::uint64_t Session::commit(std::vector<Change>&& changes, const Value& answer, Budget& budget) {
    for (const Change& change : changes)
        if (holdsIterator(change.value, budget))
            raise(ErrorType::TypeError, "an iterator cannot be kept; use list(...)");
    const bool isNumbered = !answer.isAbsent() && !answer.isNone() && !holdsIterator(answer, budget);
    requireRoomForNames(changes, budget.limits());
    const std::int64_t added = bytesOfNewNames(changes) + (isNumbered ? kBytesPerName : 0);
    requireRoom(changes, added, budget);
    const std::size_t forOthers = answersForOthers(isNumbered);
    chargeWhatEnds(changes, added, forOthers, budget);
    if (!m_gate.pass())
        raise(ErrorType::Cancelled, "Cancelled");
    const bool isRoom = makeRoom(added, forOthers, budget.limits());
    requireMemory(static_cast<std::uint64_t>(added));
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

// What the changes replace still counts at first; only where that makes the difference the values that will
// stay are counted one by one.
void Session::requireRoom(const std::vector<Change>& changes, std::int64_t added, Budget& budget) const {
    const std::size_t limit = budget.limits().sessionBytes;
    if (changes.empty() || bytesMissing(added, budget.limits()) <= 0)
        return;
    budget.spend(m_names.size() * kWorkOfName);
    const std::size_t reached = bytesReachedBy(valuesAfter(changes), budget);
    if (nameBytesAfter(changes) + static_cast<std::int64_t>(reached) > static_cast<std::int64_t>(limit))
        raise(ErrorType::LimitError, "the session holds more than " + sizeText(std::uint64_t{limit}));
}

// Old answers must not keep the others from evaluating: where memory is short, who has half the little that
// it always may have gives back more than it takes, and so never needs more.
std::size_t Session::answersForOthers(bool isAnotherAdded) const {
    const bool isAsked =
        m_shared != nullptr && m_bytes > SharedMemory::kLittleBytes / 2 && m_shared->isShort();
    const std::size_t forgettable = m_answers.size() + (isAnotherAdded ? 1 : 0); // not the last
    return isAsked && forgettable > 1 ? std::min<std::size_t>(forgettable - 1, 2) : 0;
}

// At least that: the answers that make room, which may be more here than there, then what the changes
// replace.
void Session::chargeWhatEnds(const std::vector<Change>& changes, std::int64_t added, std::size_t forOthers,
                             Budget& budget) const {
    std::int64_t missing = bytesMissing(added, budget.limits());
    if (changes.empty() && missing <= 0 && forOthers == 0)
        return;
    Ending ending(budget);
    for (std::size_t i = 0; i < m_answers.size() && (missing > 0 || i < forOthers); ++i) {
        budget.spend(kWorkOfName);
        const std::size_t before = ending.bytes();
        ending.drop(m_answers[i]);
        missing -= kBytesPerName + static_cast<std::int64_t>(ending.bytes() - before);
    }
    for (const Change& change : changes)
        if (const auto found = m_names.find(change.name); found != m_names.end())
            ending.drop(found->second);
}

// The oldest answers make room. False when all of them went and there is still none.
bool Session::makeRoom(std::int64_t added, std::size_t forOthers, const Limits& limits) {
    const std::size_t left = m_answers.size() - forOthers;
    for (; !m_answers.empty() && (m_answers.size() > left || bytesMissing(added, limits) > 0);
         m_answers.pop_front())
        countMemory(-kBytesPerName);
    return bytesMissing(added, limits) <= 0;
}

std::int64_t Session::bytesMissing(std::int64_t added, const Limits& limits) const {
    return bytesNow() + added - static_cast<std::int64_t>(limits.sessionBytes);
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
            if (!change.value.isAbsent()) {
                m_initials |= initialOf(change.name);
                m_names.try_emplace(change.name);
            }
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

// Where the walk is too long for the time limit the next evaluations go on without, until there are twice as
// many cells.
void Session::collectCircles(Budget& budget) {
    if (m_cells.count() <= 2 * m_knownCells + kCellsLeftAlone)
        return;
    try {
        collectCells(budget);
    } catch (const Error& error) {
        if (error.type == ErrorType::LimitError)
            m_knownCells = m_cells.count();
        throw;
    }
    m_knownCells = m_cells.count();
}

void Session::collectCells(Budget& budget) {
    budget.spend((m_names.size() + m_answers.size()) * kWorkOfName);
    std::vector<Value> roots = valuesAfter({});
    roots.insert(roots.end(), m_answers.begin(), m_answers.end());
    m_cells.collect(roots, budget);
}

std::vector<Variable> Session::variables(Budget& budget, std::size_t maximumCharacters) const {
    Limits limits;
    limits.valueBytes = 1 << 16;
    std::uint64_t left = kListingWork;
    std::vector<Variable> list;
    for (const auto& [name, value] : m_names) {
        budget.spend(kWorkOfListedName + name.size() * kWorkOfListedByte);
        limits.work = std::min(left, budget.left());
        Budget ofValue(limits, {});
        list.push_back({name, typeName(value), shortRepr(value, maximumCharacters, ofValue)});
        left -= std::min(left, ofValue.spent());
        budget.spend(ofValue.spent());
    }
    std::sort(list.begin(), list.end(), [](const Variable& a, const Variable& b) { return a.name < b.name; });
    return list;
}

} // namespace keisan::eval
