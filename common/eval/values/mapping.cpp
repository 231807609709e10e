// SPDX-License-Identifier: MIT
#include "common/eval/values/mapping.h"

#include "common/eval/budget.h"
#include "common/eval/values/equality.h"

#include <algorithm>
#include <utility>

namespace keisan::eval {

namespace {

// CPython's setobject.c.
constexpr std::size_t kFirstSlots = 8;
constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;
constexpr std::size_t kFastGrowthUpTo = 50'000;

constexpr std::uint64_t kWorkOfInsertion = 40;
constexpr std::uint64_t kWorkOfRound = 60; // past the first
constexpr std::uint64_t kWorkOfCopying = 4;

} // namespace

// The slot where a key with this hash is, or where it would go: the last one on the way whose entry was taken
// away, or else the first free one.
template <class IsSame>
HashTable::Place HashTable::placeFor(std::int64_t hash, IsSame isSame) const {
    const std::size_t mask = m_slots.size() - 1;
    auto perturb = static_cast<std::uint64_t>(hash);
    std::size_t start = perturb & mask;
    std::size_t gone = SIZE_MAX;
    for (std::uint64_t rounds = 0;; ++rounds) {
        const std::size_t probes = start + kLinearProbes <= mask ? kLinearProbes : 0;
        for (std::size_t slot = start; slot <= start + probes; ++slot) {
            const std::uint32_t number = m_slots[slot];
            if (number == kFree)
                return {gone == SIZE_MAX ? slot : gone, false, rounds};
            if (number == kGone)
                gone = slot;
            else if (m_entries[number].hash == hash && isSame(m_entries[number].key))
                return {slot, true, rounds};
        }
        perturb >>= kPerturbShift;
        start = (start * 5 + 1 + perturb) & mask;
    }
}

const HashTable::Entry* HashTable::find(const Value& key, Budget& budget) const {
    return find(key, hashOf(key, budget), budget);
}

const HashTable::Entry* HashTable::find(const Value& key, std::int64_t hash, Budget& budget) const {
    if (m_entries.empty())
        return nullptr;
    const Place place = placeFor(hash, [&](const Value& other) {
        budget.spend(kWorkOfInsertion);
        return sameOrEqual(other, key, budget);
    });
    budget.spend(place.rounds * kWorkOfRound);
    return place.isTaken ? &m_entries[m_slots[place.slot]] : nullptr;
}

bool HashTable::insert(const Value& key, Value value, Budget& budget) {
    return insert(key, hashOf(key, budget), std::move(value), budget);
}

bool HashTable::insert(const Value& key, std::int64_t hash, Value value, Budget& budget) {
    budget.spend(kWorkOfInsertion);
    if (m_slots.empty())
        m_slots.assign(kFirstSlots, kFree);
    const Place place = placeFor(hash, [&](const Value& other) {
        budget.spend(kWorkOfInsertion);
        return sameOrEqual(other, key, budget);
    });
    budget.spend(place.rounds * kWorkOfRound);
    if (place.isTaken) {
        m_entries[m_slots[place.slot]].value = std::move(value);
        return false;
    }
    budget.requireValueBytes(static_cast<double>((m_entries.size() + 1) * sizeof(Entry)));
    m_hasPythonsHashes = m_hasPythonsHashes && hasPythonsHash(key, budget);
    m_entries.push_back({hash, key, std::move(value)});
    const bool wasFree =
        std::exchange(m_slots[place.slot], static_cast<std::uint32_t>(m_entries.size() - 1)) == kFree;
    if (!wasFree)
        return true;
    ++m_fill;
    if (m_fill * 5 >= (m_slots.size() - 1) * 3)
        resizeAfterChange();
    return true;
}

void HashTable::resizeAfterChange() {
    resize(size() > kFastGrowthUpTo ? size() * 2 : size() * 4);
}

void HashTable::resize(std::size_t minimumUsed) {
    std::size_t count = kFirstSlots;
    while (count <= minimumUsed)
        count *= 2;
    Numbers old(count, kFree);
    old.swap(m_slots);
    for (const std::uint32_t number : old)
        if (number < kGone)
            m_slots[placeFor(m_entries[number].hash, [](const Value&) { return false; }).slot] = number;
    m_fill = size();
}

void HashTable::makeRoomFor(std::size_t count) {
    if (m_slots.empty())
        m_slots.assign(kFirstSlots, kFree);
    if ((m_fill + count) * 5 >= (m_slots.size() - 1) * 3)
        resize((size() + count) * 2);
}

HashTable HashTable::copied(Budget& budget) const {
    budget.spend(m_entries.size() * kWorkOfCopying);
    return *this;
}

HashTable::Numbers HashTable::setOrder(Budget& budget) const {
    budget.spend(m_slots.size());
    Numbers order;
    order.reserve(size());
    if (m_hasPythonsHashes) {
        std::copy_if(m_slots.begin(), m_slots.end(), std::back_inserter(order),
                     [](std::uint32_t number) { return number < kGone; });
    } else {
        for (std::uint32_t number = 0; number < size(); ++number)
            order.push_back(number);
    }
    return order;
}

void HashTable::merge(const HashTable& set, Budget& budget) {
    if (set.size() == 0)
        return;
    budget.spend(set.size() * kWorkOfInsertion);
    makeRoomFor(set.size());
    if (m_fill == 0 && m_slots.size() == set.m_slots.size() && set.m_fill == set.size()) {
        *this = set;
        return;
    }
    for (const std::uint32_t number : set.setOrder(budget))
        insert(set.m_entries[number].key, set.m_entries[number].hash, Value(), budget);
}

void HashTable::mergeKeys(const HashTable& dict, Budget& budget) {
    makeRoomFor(dict.size());
    for (const Entry& entry : dict.m_entries)
        insert(entry.key, entry.hash, Value(), budget);
}

bool HashTable::discard(const Entry& entry, Budget& budget) {
    budget.spend(kWorkOfInsertion);
    if (m_entries.empty())
        return false;
    const Place place =
        placeFor(entry.hash, [&](const Value& other) { return sameOrEqual(other, entry.key, budget); });
    budget.spend(place.rounds * kWorkOfRound);
    if (!place.isTaken)
        return false;
    m_entries[m_slots[place.slot]].key = Value();
    m_slots[place.slot] = kGone;
    ++m_dropped;
    return true;
}

void HashTable::closeGaps(Budget& budget) {
    if (m_dropped == 0)
        return;
    budget.spend(m_entries.size() * kWorkOfCopying);
    Numbers renumbered(m_entries.size(), kGone);
    std::uint32_t kept = 0;
    for (std::uint32_t number = 0; number < m_entries.size(); ++number) {
        if (m_entries[number].key.isAbsent())
            continue;
        renumbered[number] = kept;
        if (kept != number)
            m_entries[kept] = std::move(m_entries[number]);
        ++kept;
    }
    m_entries.resize(kept);
    m_dropped = 0;
    for (std::uint32_t& number : m_slots)
        if (number < kGone)
            number = renumbered[number];
    m_hasPythonsHashes = std::all_of(m_entries.begin(), m_entries.end(), [&budget](const Entry& entry) {
        return hasPythonsHash(entry.key, budget);
    });
}

void HashTable::discardAll(const HashTable& others, Budget& budget) {
    for (const Entry& entry : others.m_entries)
        discard(entry, budget);
    const bool hasManyGone = !m_slots.empty() && m_fill - size() > (m_slots.size() - 1) / 4;
    if (hasManyGone)
        resizeAfterChange();
    closeGaps(budget);
}

void HashTable::toggleAll(const HashTable& others, Walk walk, Budget& budget) {
    const auto toggle = [&](const Entry& entry) {
        if (!discard(entry, budget))
            insert(entry.key, entry.hash, Value(), budget);
    };
    if (walk == Walk::AsDict) {
        std::for_each(others.m_entries.begin(), others.m_entries.end(), toggle);
    } else {
        for (const std::uint32_t number : others.setOrder(budget))
            toggle(others.m_entries[number]);
    }
    closeGaps(budget);
}

} // namespace keisan::eval
