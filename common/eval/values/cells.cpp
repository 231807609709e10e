// SPDX-License-Identifier: MIT
#include "common/eval/values/cells.h"

#include "common/eval/budget.h"
#include "common/eval/values/function.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <unordered_set>

namespace keisan::eval {

namespace {

// Of a walk through values: to look at one, and to remember an object or to end it.
constexpr std::uint64_t kWorkOfValue = 1;
constexpr std::uint64_t kWorkOfObject = 100;
constexpr std::size_t kBytesFreedAtOnce = 16; // in one unit of work

// What an object owns besides its own storage; the tree of a function is not its alone.
std::size_t bytesOwnedBy(const Object* object) {
    switch (object->kind) {
    case Kind::Tuple:
    case Kind::List: return static_cast<const SequenceObject*>(object)->items.capacity() * sizeof(Value);
    case Kind::Dict: return static_cast<const DictObject*>(object)->table.size() * sizeof(HashTable::Entry);
    case Kind::Set:
    case Kind::FrozenSet:
        return static_cast<const SetObject*>(object)->table.size() * sizeof(HashTable::Entry);
    case Kind::Str:
    case Kind::Bytes: return static_cast<const StrObject*>(object)->text().size();
    case Kind::BigInt: return mpz_size(static_cast<const BigIntObject*>(object)->number) * sizeof(mp_limb_t);
    default: return 0;
    }
}

// What an object takes, roughly.
std::size_t bytesOf(const Object* object) {
    constexpr std::size_t kPlainObject = 64;
    constexpr std::size_t kTableEntry = sizeof(HashTable::Entry) + 16;
    switch (object->kind) {
    case Kind::Dict: return kPlainObject + static_cast<const DictObject*>(object)->table.size() * kTableEntry;
    case Kind::Set:
    case Kind::FrozenSet:
        return kPlainObject + static_cast<const SetObject*>(object)->table.size() * kTableEntry;
    case Kind::Function:
        return kPlainObject + static_cast<const FunctionObject*>(object)->tree->arena.bytes();
    default: return kPlainObject + bytesOwnedBy(object);
    }
}

bool canHoldValues(Kind kind) {
    switch (kind) {
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::DictView:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Function:
    case Kind::Method:
    case Kind::Cell: return true;
    default: return false;
    }
}

template <class Visit>
void visitEach(const Values& values, Budget& budget, Visit visit) {
    budget.spend(values.size() * kWorkOfValue);
    std::for_each(values.begin(), values.end(), visit);
}

template <class Visit>
void visitEach(const HashTable& table, Budget& budget, Visit visit) {
    budget.spend(table.entries().size() * 2 * kWorkOfValue);
    for (const HashTable::Entry& entry : table.entries()) {
        visit(entry.key);
        visit(entry.value);
    }
}

// The values that an object holds itself; charged before they are visited.
template <class Visit>
void visitHeld(const Object* object, Budget& budget, Visit visit) {
    switch (object->kind) {
    case Kind::Tuple:
    case Kind::List: return visitEach(static_cast<const SequenceObject*>(object)->items, budget, visit);
    case Kind::Dict: return visitEach(static_cast<const DictObject*>(object)->table, budget, visit);
    case Kind::Set:
    case Kind::FrozenSet: return visitEach(static_cast<const SetObject*>(object)->table, budget, visit);
    case Kind::DictView: return visit(static_cast<const DictViewObject*>(object)->dict);
    case Kind::Method: return visit(static_cast<const MethodObject*>(object)->self);
    case Kind::Cell: return visit(static_cast<const CellObject*>(object)->content);
    case Kind::Function:
        visitEach(static_cast<const FunctionObject*>(object)->defaults, budget, visit);
        return visitEach(static_cast<const FunctionObject*>(object)->captures, budget, visit);
    default: return;
    }
}

// Everything that can be reached from some values, each object once, without recursion.
class Reach {
public:
    explicit Reach(Budget& budget, bool countsBytes = false) : m_budget(budget), m_countsBytes(countsBytes) {}

    void add(const Value& value) {
        if (!value.isCounted())
            return;
        m_foundIterator = m_foundIterator || value.is(Kind::Iterator);
        const bool isWanted = m_countsBytes || canHoldValues(value.kind());
        if (!isWanted)
            return;
        m_budget.spend(kWorkOfObject);
        if (!m_seen.insert(value.object()).second)
            return;
        if (m_countsBytes)
            m_bytes += bytesOf(value.object());
        if (canHoldValues(value.kind()))
            m_open.push_back(value.object());
    }
    void follow() {
        while (!m_open.empty()) {
            const Object* const object = m_open.back();
            m_open.pop_back();
            visitHeld(object, m_budget, [this](const Value& value) { add(value); });
        }
    }
    bool holds(const Object* object) const { return m_seen.count(object) != 0; }
    bool foundIterator() const { return m_foundIterator; }
    std::size_t bytes() const { return m_bytes; }

private:
    Budget& m_budget;
    std::unordered_set<const Object*> m_seen;
    std::vector<const Object*> m_open;
    const bool m_countsBytes;
    std::size_t m_bytes = 0;
    bool m_foundIterator = false;
};

// A container of numbers and texts, as most are: nothing has to be noted to look through it.
bool isFlat(const Value& container, Budget& budget) {
    if (!canHoldValues(container.kind()))
        return false;
    bool isFlat = true;
    visitHeld(container.object(), budget,
              [&isFlat](const Value& value) { isFlat = isFlat && value.kind() < Kind::Tuple; });
    return isFlat;
}

} // namespace

CellObject::CellObject(CellRegistry& owner) : Object(Kind::Cell), registry(owner) {
    registry.add(*this);
}

CellObject::~CellObject() {
    registry.remove(*this);
}

void CellRegistry::add(CellObject& cell) {
    cell.next = m_first;
    if (m_first != nullptr)
        m_first->previous = &cell;
    m_first = &cell;
    ++m_count;
}

void CellRegistry::remove(CellObject& cell) {
    (cell.previous != nullptr ? cell.previous->next : m_first) = cell.next;
    if (cell.next != nullptr)
        cell.next->previous = cell.previous;
    --m_count;
}

void CellRegistry::collect(std::span<const Value> roots, Budget& budget) {
    Reach reach(budget);
    for (const Value& root : roots)
        reach.add(root);
    reach.follow();
    budget.spend(m_count * kWorkOfObject);
    std::vector<Value> garbage; // held until all are empty, so that the list stays as it is
    for (CellObject* cell = m_first; cell != nullptr; cell = cell->next)
        if (!reach.holds(cell))
            garbage.push_back(Value::share(cell));
    Ending ending(budget);
    for (const Value& cell : garbage)
        ending.drop(cell.as<CellObject>().content);
    for (const Value& cell : garbage)
        cell.as<CellObject>().content = Value();
}

// What is left are circles that nobody can reach. A cell that is held stays in the list, whatever ends with
// its content.
CellRegistry::~CellRegistry() {
    const auto held = [](CellObject* cell) { return cell != nullptr ? Value::share(cell) : Value(); };
    for (Value cell = held(m_first); !cell.isAbsent(); cell = held(cell.as<CellObject>().next))
        cell.as<CellObject>().content = Value();
}

std::size_t bytesReachedBy(std::span<const Value> roots, Budget& budget) {
    Reach reach(budget, true);
    for (const Value& root : roots)
        reach.add(root);
    reach.follow();
    return reach.bytes();
}

bool holdsIterator(const Value& value, Budget& budget) {
    if (value.kind() < Kind::Tuple || isFlat(value, budget))
        return false;
    Reach reach(budget);
    reach.add(value);
    reach.follow();
    return reach.foundIterator();
}

void Ending::drop(const Value& reference) {
    add(reference);
    while (!m_open.empty()) {
        const Object* const object = m_open.back();
        m_open.pop_back();
        const std::size_t bytes = bytesOwnedBy(object);
        m_bytes += bytes;
        m_budget.spend(bytes / kBytesFreedAtOnce);
        visitHeld(object, m_budget, [this](const Value& value) { add(value); });
    }
}

void Ending::add(const Value& reference) {
    if (!reference.isCounted())
        return;
    m_budget.spend(kWorkOfObject);
    const Object* const object = reference.object();
    if (object->references == 1 || ++m_dropped[object] == object->references)
        m_open.push_back(object);
}

} // namespace keisan::eval
