// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <cstdint>
#include <span>

namespace keisan::eval {

class Budget;

// The keys of a dict or set, in the order they came, found by hash. Equal keys keep the first key. The slots
// are filled as CPython fills those of a set (linear probes, then jumps), which is what orders a set. Hashing
// and comparing may throw (unhashable type, recursion, limits); the table is then as it was.
class HashTable {
public:
    struct Entry {
        std::int64_t hash;
        Value key;
        Value value; // Absent in a set
    };
    using Numbers = std::vector<std::uint32_t, CountedAllocator<std::uint32_t>>;

    HashTable() = default;
    HashTable(HashTable&&) = default;
    HashTable& operator=(HashTable&&) = default;
    HashTable copied(Budget& budget) const;

    std::size_t size() const { return m_entries.size() - m_dropped; }
    std::span<const Entry> entries() const { return m_entries; }

    // The entry of an equal key, or nullptr.
    const Entry* find(const Value& key, Budget& budget) const;
    const Entry* find(const Value& key, std::int64_t hash, Budget& budget) const;

    // Adds the key, or gives an equal one (which stays) the new value. True when it was added.
    bool insert(const Value& key, Value value, Budget& budget);
    bool insert(const Value& key, std::int64_t hash, Value value, Budget& budget);

    // The numbers of the entries in the order in which a set iterates: CPython's where every hash is one
    // CPython would compute (numbers, None, tuples of them), otherwise the order in which they came.
    Numbers setOrder(Budget& budget) const;
    bool hasPythonsHashes() const { return m_hasPythonsHashes; }

    // set.update(a set): CPython makes room for all first, and copies the slots if this table is empty.
    void merge(const HashTable& set, Budget& budget);
    // set.update(a dict): CPython makes room for all its keys first.
    void mergeKeys(const HashTable& dict, Budget& budget);
    // set.difference_update(others): what stays keeps its slots, unless too many become free.
    void discardAll(const HashTable& others, Budget& budget);
    // set.symmetric_difference_update(others), one after the other as a set iterates, or a dict.
    enum class Walk : bool { AsSet, AsDict };
    void toggleAll(const HashTable& others, Walk walk, Budget& budget);

private:
    static constexpr std::uint32_t kFree = UINT32_MAX;
    static constexpr std::uint32_t kGone = UINT32_MAX - 1; // a slot whose entry was taken away

    struct Place {
        std::size_t slot;
        bool isTaken;
        std::uint64_t rounds; // of slots that were looked at
    };
    template <class IsSame>
    Place placeFor(std::int64_t hash, IsSame isSame) const;
    void makeRoomFor(std::size_t count);
    void resize(std::size_t minimumUsed);
    void resizeAfterChange();
    bool discard(const Entry& entry, Budget& budget);
    void closeGaps(Budget& budget);

    HashTable(const HashTable&) = default;
    HashTable& operator=(const HashTable&) = default;

    std::vector<Entry, CountedAllocator<Entry>> m_entries;
    Numbers m_slots;        // entry numbers; a power of two of them, at least one free
    std::size_t m_fill = 0; // slots that are not free
    bool m_hasPythonsHashes = true;
    std::size_t m_dropped = 0; // entries that discard() took away and closeGaps() has not yet closed up
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
