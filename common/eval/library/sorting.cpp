// SPDX-License-Identifier: MIT
#include "common/eval/library/sorting.h"

#include "common/eval/runtime/context.h"
#include "common/eval/runtime/operators.h"

#include <algorithm>
#include <cstdint>

namespace keisan::eval {
namespace {

using Order = std::vector<std::uint32_t, CountedAllocator<std::uint32_t>>;

// Sorts the numbers of the keys, so that a comparison that throws leaves nothing half moved.
class MergeSort {
public:
    MergeSort(Context& context, const Values& keys) : m_context(context), m_keys(keys), m_order(keys.size()) {
        for (std::size_t i = 0; i < m_order.size(); ++i)
            m_order[i] = static_cast<std::uint32_t>(i);
    }

    void reverse() { std::reverse(m_order.begin(), m_order.end()); }

    void sort() { sort(0, m_order.size()); }

    const Order& order() const { return m_order; }

private:
    static constexpr std::size_t kShort = 64; // below: one run, extended by binary insertion

    bool isLess(std::uint32_t left, std::uint32_t right) {
        m_context.spend(20);
        return compare(Comparison::Less, m_keys[left], m_keys[right], m_context.budget());
    }

    void sort(std::size_t begin, std::size_t end) {
        const std::size_t sorted = begin + runLength(begin, end);
        if (sorted == end)
            return;
        if (end - begin < kShort) {
            insertFrom(begin, sorted, end);
            return;
        }
        const std::size_t middle = begin + (end - begin) / 2;
        sort(begin, middle);
        sort(middle, end);
        merge(begin, middle, end);
    }

    // The ascending or descending run at the beginning, by the comparisons of CPython 3.13's count_run (where
    // an order is none, as with nan, they decide the result). A descending one is turned round; equal
    // elements in it are turned before, so that they keep their order.
    std::size_t runLength(std::size_t begin, std::size_t end) {
        std::size_t next = ascendingFrom(begin + 1, end);
        if (next >= end)
            return end - begin;
        if (next > begin + 1) {
            if (isLess(m_order[begin], m_order[next - 1]))
                return next - begin;
            std::reverse(at(begin), at(next));
        }
        next = descendingFrom(next + 1, end);
        std::reverse(at(begin), at(next));
        return ascendingFrom(next, end) - begin;
    }

    std::size_t ascendingFrom(std::size_t next, std::size_t end) {
        while (next < end && !isLess(m_order[next], m_order[next - 1]))
            ++next;
        return next;
    }

    std::size_t descendingFrom(std::size_t next, std::size_t end) {
        std::size_t firstEqual = next - 1;
        for (; next < end; ++next) {
            if (isLess(m_order[next], m_order[next - 1])) {
                std::reverse(at(firstEqual), at(next));
                firstEqual = next;
            } else if (isLess(m_order[next - 1], m_order[next])) {
                break;
            }
        }
        std::reverse(at(firstEqual), at(next));
        return next;
    }

    void insertFrom(std::size_t begin, std::size_t sorted, std::size_t end) {
        for (; sorted < end; ++sorted) {
            const std::uint32_t pivot = m_order[sorted];
            std::size_t low = begin;
            std::size_t high = sorted;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                if (isLess(pivot, m_order[middle]))
                    high = middle;
                else
                    low = middle + 1;
            }
            std::move_backward(at(low), at(sorted), at(sorted + 1));
            m_order[low] = pivot;
        }
    }

    void merge(std::size_t begin, std::size_t middle, std::size_t end) {
        const Order left(at(begin), at(middle));
        std::size_t l = 0;
        std::size_t r = middle;
        for (std::size_t out = begin; l < left.size(); ++out) {
            const bool takesRight = r < end && isLess(m_order[r], left[l]);
            m_order[out] = takesRight ? m_order[r++] : left[l++];
        }
    }

    Order::iterator at(std::size_t index) { return m_order.begin() + static_cast<std::ptrdiff_t>(index); }

    Context& m_context;
    const Values& m_keys;
    Order m_order;
};

void arrange(Values& values, const Order& order) {
    Values arranged;
    arranged.reserve(values.size());
    for (const std::uint32_t number : order)
        arranged.push_back(std::move(values[number]));
    values = std::move(arranged);
}

} // namespace

void sortValues(Context& context, Values& keys, Values& items, bool isReverse) {
    MergeSort sorter(context, keys);
    // Reversed before and after, so that equal elements keep their order.
    if (isReverse)
        sorter.reverse();
    sorter.sort();
    if (isReverse)
        sorter.reverse();
    arrange(items.empty() ? keys : items, sorter.order());
}

} // namespace keisan::eval
