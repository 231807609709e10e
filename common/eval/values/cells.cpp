// SPDX-License-Identifier: MIT
#include "common/eval/values/cells.h"

#include "common/eval/values/function.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <unordered_set>
#include <vector>

namespace keisan::eval {

namespace {

// What an object takes, roughly: its own storage and the arrays it owns.
std::size_t bytesOf(const Object* object) {
    constexpr std::size_t kPlainObject = 64;
    constexpr std::size_t kTableEntry = sizeof(HashTable::Entry) + 16;
    switch (object->kind) {
    case Kind::Tuple:
    case Kind::List:
        return kPlainObject + static_cast<const SequenceObject*>(object)->items.capacity() * sizeof(Value);
    case Kind::Dict: return kPlainObject + static_cast<const DictObject*>(object)->table.size() * kTableEntry;
    case Kind::Set:
    case Kind::FrozenSet:
        return kPlainObject + static_cast<const SetObject*>(object)->table.size() * kTableEntry;
    case Kind::Str:
    case Kind::Bytes: return kPlainObject + static_cast<const StrObject*>(object)->text().size();
    case Kind::BigInt:
        return kPlainObject + mpz_size(static_cast<const BigIntObject*>(object)->number) * sizeof(mp_limb_t);
    case Kind::Function:
        return kPlainObject + static_cast<const FunctionObject*>(object)->tree->arena.bytes();
    default: return kPlainObject;
    }
}

// Everything that can be reached from some values, each object once, without recursion.
class Reach {
public:
    explicit Reach(bool countsBytes = false) : m_countsBytes(countsBytes) {}

    void add(const Value& value) {
        if (!value.isCounted())
            return;
        m_foundIterator = m_foundIterator || value.is(Kind::Iterator);
        const bool isWanted = m_countsBytes || canHoldValues(value.kind());
        if (!isWanted || !m_seen.insert(value.object()).second)
            return;
        if (m_countsBytes)
            m_bytes += bytesOf(value.object());
        if (canHoldValues(value.kind()))
            m_open.push_back(value.object());
    }
    void follow() {
        while (!m_open.empty()) {
            Object* const object = m_open.back();
            m_open.pop_back();
            addHeld(object);
        }
    }
    bool holds(const Object* object) const { return m_seen.count(object) != 0; }
    bool foundIterator() const { return m_foundIterator; }
    std::size_t bytes() const { return m_bytes; }

private:
    static bool canHoldValues(Kind kind) {
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

    void addHeld(Object* object) {
        switch (object->kind) {
        case Kind::Tuple:
        case Kind::List: return addAll(static_cast<SequenceObject*>(object)->items);
        case Kind::Dict: return addTable(static_cast<DictObject*>(object)->table);
        case Kind::Set:
        case Kind::FrozenSet: return addTable(static_cast<SetObject*>(object)->table);
        case Kind::DictView: return add(static_cast<DictViewObject*>(object)->dict);
        case Kind::Method: return add(static_cast<MethodObject*>(object)->self);
        case Kind::Cell: return add(static_cast<CellObject*>(object)->content);
        default: break;
        }
        addAll(static_cast<FunctionObject*>(object)->defaults);
        addAll(static_cast<FunctionObject*>(object)->captures);
    }
    void addAll(const Values& values) {
        for (const Value& value : values)
            add(value);
    }
    void addTable(const HashTable& table) {
        for (const HashTable::Entry& entry : table.entries()) {
            add(entry.key);
            add(entry.value);
        }
    }

    std::unordered_set<const Object*> m_seen;
    std::vector<Object*> m_open;
    const bool m_countsBytes;
    std::size_t m_bytes = 0;
    bool m_foundIterator = false;
};

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

void CellRegistry::collect(std::span<const Value> roots) {
    Reach reach;
    for (const Value& root : roots)
        reach.add(root);
    reach.follow();
    std::vector<Value> garbage; // held until all are empty, so that the list stays as it is
    for (CellObject* cell = m_first; cell != nullptr; cell = cell->next)
        if (!reach.holds(cell))
            garbage.push_back(Value::share(cell));
    for (const Value& cell : garbage)
        cell.as<CellObject>().content = Value();
}

void CellRegistry::emptyAll() {
    collect({});
}

std::size_t bytesReachedBy(std::span<const Value> roots) {
    Reach reach(true);
    for (const Value& root : roots)
        reach.add(root);
    reach.follow();
    return reach.bytes();
}

bool holdsIterator(const Value& value) {
    if (value.kind() < Kind::Tuple) // numbers and texts
        return false;
    Reach reach;
    reach.add(value);
    reach.follow();
    return reach.foundIterator();
}

} // namespace keisan::eval
