// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstddef>
#include <span>

namespace keisan::eval {

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
    ~CellRegistry() { emptyAll(); }
    CellRegistry(const CellRegistry&) = delete;
    CellRegistry& operator=(const CellRegistry&) = delete;

    std::size_t count() const { return m_count; }
    void add(CellObject& cell);
    void remove(CellObject& cell);

    // Empties the cells that the roots do not reach. Call it when no evaluation runs. Linear in what the
    // roots hold.
    void collect(std::span<const Value> roots);
    void emptyAll();

private:
    CellObject* m_first = nullptr;
    std::size_t m_count = 0;
};

// The bytes of everything that the roots reach, each object once.
std::size_t bytesReachedBy(std::span<const Value> roots);

// Whether `value` is an iterator or holds one, in a container or a closure.
bool holdsIterator(const Value& value);

} // namespace keisan::eval
