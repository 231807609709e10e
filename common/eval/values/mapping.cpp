// SPDX-License-Identifier: MIT
#include "common/eval/values/mapping.h"

#include "common/eval/budget.h"
#include "common/eval/values/equality.h"

#include <algorithm>

namespace keisan::eval {

namespace {

// CPython's setobject.c.
constexpr std::size_t kFirstSlots = 8;
constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;
constexpr std::size_t kFastGrowthUpTo = 50'000;

constexpr std::uint64_t kWorkOfInsertion = 40;

} // namespace

// The slot where a key with this hash is, or where it would go.
template <class IsSame>
HashTable::Place HashTable::placeFor(std::int64_t hash, IsSame isSame) const {
    const std::size_t mask = m_slots.size() - 1;
    auto perturb = static_cast<std::uint64_t>(hash);
    std::size_t start = perturb & mask;
    for (;;) {
        const std::size_t probes = start + kLinearProbes <= mask ? kLinearProbes : 0;
        for (std::size_t slot = start; slot <= start + probes; ++slot) {
            const std::uint32_t number = m_slots[slot];
            if (number == kFree)
                return {slot, false};
            if (number != kGone && m_entries[number].hash == hash && isSame(m_entries[number].key))
                return {slot, true};
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
    if (place.isTaken) {
        m_entries[m_slots[place.slot]].value = std::move(value);
        return false;
    }
    budget.requireValueBytes(static_cast<double>((m_entries.size() + 1) * sizeof(Entry)));
    m_entries.push_back({hash, key, std::move(value)});
    m_slots[place.slot] = static_cast<std::uint32_t>(m_entries.size() - 1);
    ++m_fill;
    if (m_fill * 5 >= (m_slots.size() - 1) * 3)
        resize(size() > kFastGrowthUpTo ? size() * 2 : size() * 4);
    return true;
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
    m_fill = m_entries.size();
}

HashTable::Numbers HashTable::setOrder() const {
    const bool determined = std::all_of(m_entries.begin(), m_entries.end(),
                                        [](const Entry& entry) { return hasPythonsHash(entry.key); });
    Numbers order;
    order.reserve(size());
    if (determined) {
        std::copy_if(m_slots.begin(), m_slots.end(), std::back_inserter(order),
                     [](std::uint32_t number) { return number < kGone; });
    } else {
        for (std::uint32_t number = 0; number < size(); ++number)
            order.push_back(number);
    }
    return order;
}

void HashTable::merge(const HashTable& other, Budget& budget) {
    if (other.size() == 0)
        return;
    budget.spend(other.size() * kWorkOfInsertion);
    if (m_slots.empty())
        m_slots.assign(kFirstSlots, kFree);
    if ((m_fill + other.size()) * 5 >= (m_slots.size() - 1) * 3)
        resize((size() + other.size()) * 2);
    if (m_fill == 0 && m_slots.size() == other.m_slots.size() && other.m_fill == other.size()) {
        *this = other;
        return;
    }
    for (const std::uint32_t number : other.setOrder())
        insert(other.m_entries[number].key, other.m_entries[number].hash, Value(), budget);
}

HashTable HashTable::without(const HashTable& gone, Budget& budget) const {
    HashTable result;
    result.merge(*this, budget);
    const auto isGone = [&](const Entry& entry) {
        return gone.find(entry.key, entry.hash, budget) != nullptr;
    };
    Numbers renumbered;
    std::vector<Entry, CountedAllocator<Entry>> kept;
    for (const Entry& entry : result.m_entries) {
        const bool drop = isGone(entry);
        renumbered.push_back(drop ? kGone : static_cast<std::uint32_t>(kept.size()));
        if (!drop)
            kept.push_back(entry);
    }
    for (std::uint32_t& number : result.m_slots)
        if (number < kGone)
            number = renumbered[number];
    result.m_entries = std::move(kept);
    return result;
}

} // namespace keisan::eval
