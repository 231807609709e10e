// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstdint>
#include <span>

namespace keisan::eval {

class Budget;

// The keys of a dict or set, in the order they came, found by hash. Equal keys keep the first key. The slots
// are filled as CPython fills those of a set (linear probes, then jumps), which is what orders a printed set.
// Hashing and comparing may throw (unhashable type, recursion, limits); the table is then as it was.
class HashTable {
public:
    struct Entry {
        std::int64_t hash;
        Value key;
        Value value; // Absent in a set
    };

    std::size_t size() const { return m_entries.size(); }
    std::span<const Entry> entries() const { return m_entries; }

    // The entry of an equal key, or nullptr.
    const Entry* find(const Value& key, Budget& budget) const;
    // Adds the key, or gives an equal one (which stays) the new value. True when it was added.
    bool insert(const Value& key, Value value, Budget& budget);
    // As find() and insert(), with the hash at hand.
    const Entry* find(const Value& key, std::int64_t hash, Budget& budget) const;
    bool insert(const Value& key, std::int64_t hash, Value value, Budget& budget);

    // The keys as a set iterates: CPython's order where every hash is one CPython would compute (numbers,
    // None, tuples of them), otherwise the order in which they came.
    std::vector<std::uint32_t, CountedAllocator<std::uint32_t>> setOrder() const;

    // For a set that grows out of another table (a copy, |): as many slots as CPython gives it.
    void reserveAsSet(std::size_t used);

private:
    static constexpr std::uint32_t kFree = UINT32_MAX;

    std::uint32_t& slotFor(const Value& key, std::int64_t hash, Budget& budget, bool& found);
    void resize(std::size_t minimumUsed);

    std::vector<Entry, CountedAllocator<Entry>> m_entries;
    std::vector<std::uint32_t, CountedAllocator<std::uint32_t>>
        m_slots; // entry numbers; a power of two of them
};

struct DictObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Dict; }
    explicit DictObject(HashTable&& entries) : Object(Kind::Dict), table(std::move(entries)) {}

    const HashTable table;
};

struct SetObject : Object {
    static constexpr bool holds(Kind kind) { return kind == Kind::Set || kind == Kind::FrozenSet; }
    SetObject(Kind objectKind, HashTable&& entries) : Object(objectKind), table(std::move(entries)) {}

    const HashTable table;
};

// dict.keys(), .values() and .items().
struct DictViewObject : Object {
    enum class Part : std::uint8_t { KeyPart, ValuePart, ItemPart };

    static constexpr bool holds(Kind kind) { return kind == Kind::DictView; }
    DictViewObject(Value of, Part what) : Object(Kind::DictView), dict(std::move(of)), part(what) {}

    const Value dict;
    const Part part;
};

inline Value dictValue(HashTable&& table) {
    return make<DictObject>(std::move(table));
}
inline Value setValue(HashTable&& table) {
    return make<SetObject>(Kind::Set, std::move(table));
}
inline Value frozenSetValue(HashTable&& table) {
    return make<SetObject>(Kind::FrozenSet, std::move(table));
}

} // namespace keisan::eval
