// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace keisan::eval {

class Budget;
class CellRegistry;

// A variable that an inner function shares with the one around it. The only kind of object that changes,
// hence the only one through which values can form a circle.
struct CellObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Cell; }
    explicit CellObject(CellRegistry& owner);
    ~CellObject();

    Value content; // Absent while nothing is bound

    // Its place in the registry's list; the registry's business alone.
    CellRegistry& registry;
    CellObject* previous = nullptr;
    CellObject* next = nullptr;
};

// Every living cell of one session. Counting references never ends a circle (a function held by a cell it
// took along); the registry finds cells that no value of the session reaches, and empties them.
class CellRegistry {
public:
    CellRegistry() = default;
    ~CellRegistry();
    CellRegistry(const CellRegistry&) = delete;
    CellRegistry& operator=(const CellRegistry&) = delete;

    std::size_t count() const { return m_count; }
    void add(CellObject& cell);
    void remove(CellObject& cell);

    // Empties the cells that the roots do not reach. Call it when no evaluation runs. Linear in what the
    // roots and those cells hold, and charged before any cell is emptied.
    void collect(std::span<const Value> roots, Budget& budget);

private:
    CellObject* m_first = nullptr;
    std::size_t m_count = 0;
};

// The bytes of everything that the roots reach, each object once. Linear in that, and charged.
std::size_t bytesReachedBy(std::span<const Value> roots, Budget& budget);

// Whether `value` is an iterator or holds one, in a container or a closure. Linear in what it holds, and
// charged.
bool holdsIterator(const Value& value, Budget& budget);

// Everything that would end with some references, found as destroy() would: an object whose last reference
// goes gives up those that it holds itself. Linear in that, and charged; nothing ends yet.
class Ending {
public:
    explicit Ending(Budget& budget) : m_budget(budget) {}

    void drop(const Value& reference);
    // Of what would end so far, at least.
    std::size_t bytes() const { return m_bytes; }

private:
    void add(const Value& reference);

    Budget& m_budget;
    std::unordered_map<const Object*, std::uint64_t> m_dropped; // references to what has more than one
    std::vector<const Object*> m_open;
    std::size_t m_bytes = 0;
};

} // namespace keisan::eval
