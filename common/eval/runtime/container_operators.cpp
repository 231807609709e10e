// SPDX-License-Identifier: MIT
#include "common/eval/runtime/container_operators.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/library/percent_format.h"
#include "common/eval/runtime/set_algebra.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>

namespace keisan::eval {

namespace {

// Of a long text, copied at a go.
constexpr std::int64_t kBlockBytes = 1 << 18;

bool isSequence(const Value& value) {
    return SequenceObject::holds(value.kind()) || StrObject::holds(value.kind());
}

Value joinItems(const Value& left, const Value& right, Budget& budget) {
    const auto a = itemsOf(left);
    const auto b = itemsOf(right);
    budget.requireValueBytes(static_cast<double>((a.size() + b.size()) * sizeof(Value)));
    budget.spend((a.size() + b.size()) * 2);
    Values items;
    items.reserve(a.size() + b.size());
    items.insert(items.end(), a.begin(), a.end());
    items.insert(items.end(), b.begin(), b.end());
    return make<SequenceObject>(left.kind(), std::move(items));
}

Value joinTexts(const Value& left, const Value& right, Budget& budget) {
    const std::size_t size = textOf(left).size() + textOf(right).size();
    budget.requireValueBytes(static_cast<double>(size));
    budget.spend(size / 2);
    return Value::adopt(StrObject::create(textOf(left), textOf(right), left.kind()));
}

Value repeatItems(const Value& sequence, std::int64_t times, Budget& budget) {
    const auto items = itemsOf(sequence);
    const double total = static_cast<double>(items.size()) * static_cast<double>(times);
    budget.requireValueBytes(total * sizeof(Value));
    budget.spend(static_cast<std::uint64_t>(total) * 2);
    if (items.size() == 1)
        return make<SequenceObject>(sequence.kind(), Values(static_cast<std::size_t>(times), items[0]));
    Values result;
    result.reserve(items.size() * static_cast<std::size_t>(times));
    for (std::int64_t i = 0; i < times; ++i)
        result.insert(result.end(), items.begin(), items.end());
    return make<SequenceObject>(sequence.kind(), std::move(result));
}

Value repeatText(const Value& text, std::int64_t times, Budget& budget) {
    const double total = static_cast<double>(textOf(text).size()) * static_cast<double>(times);
    budget.requireTextBytes(total);
    const std::string_view once = textOf(text);
    std::string result;
    result.reserve(static_cast<std::size_t>(total));
    for (std::int64_t done = 0; done < times;) {
        // What there is already doubles it, up to a block.
        const std::int64_t more =
            std::min({std::max<std::int64_t>(done, 1), times - done,
                      std::max<std::int64_t>(kBlockBytes / static_cast<std::int64_t>(once.size() + 1), 1)});
        const std::size_t bytes = once.size() * static_cast<std::size_t>(more);
        budget.spend(bytes);
        result.append(done == 0 ? once : std::string_view(result).substr(0, bytes));
        done += more;
    }
    return textValue(text.kind(), result);
}

Value repeatSequence(const Value& sequence, const Value& count, Budget& budget) {
    const bool isEmpty =
        SequenceObject::holds(sequence.kind()) ? itemsOf(sequence).empty() : textOf(sequence).empty();
    if (!count.isInt())
        raise(ErrorType::TypeError,
              "can't multiply sequence by non-int of type '" + std::string(typeName(count)) + "'");
    if (!count.isSmallInt())
        raise(ErrorType::OverflowError, "cannot fit 'int' into an index-sized integer");
    const std::int64_t times = isEmpty || count.smallInt() < 0 ? 0 : count.smallInt();
    return SequenceObject::holds(sequence.kind()) ? repeatItems(sequence, times, budget)
                                                  : repeatText(sequence, times, budget);
}

bool areSets(const Value& left, const Value& right) {
    return SetObject::holds(left.kind()) && SetObject::holds(right.kind());
}

Value mergeDicts(const Value& left, const Value& right, Budget& budget) {
    HashTable table = left.as<DictObject>().table.copied(budget);
    for (const HashTable::Entry& entry : right.as<DictObject>().table.entries())
        table.insert(entry.key, entry.hash, entry.value, budget);
    return dictValue(std::move(table));
}

} // namespace

Value concatenate(const Value& left, const Value& right, Budget& budget, bool) {
    if (!isSequence(left))
        return {};
    if (left.kind() != right.kind())
        raise(ErrorType::TypeError, left.is(Kind::Bytes)
                                        ? "can't concat " + std::string(typeName(right)) + " to bytes"
                                        : "can only concatenate " + std::string(typeName(left)) + " (not \"" +
                                              std::string(typeName(right)) + "\") to " +
                                              std::string(typeName(left)));
    return SequenceObject::holds(left.kind()) ? joinItems(left, right, budget)
                                              : joinTexts(left, right, budget);
}

Value repeat(const Value& left, const Value& right, Budget& budget, bool) {
    if (isSequence(left))
        return repeatSequence(left, right, budget);
    return isSequence(right) ? repeatSequence(right, left, budget) : Value();
}

Value formatText(const Value& left, const Value& right, Budget& budget, bool) {
    return left.is(Kind::Str) ? strValue(formatPercent(textOf(left), right, budget)) : Value();
}

Value differenceOf(const Value& left, const Value& right, Budget& budget, bool augmented) {
    return areSets(left, right) ? setDifference(left, right, budget, augmented) : Value();
}

Value intersectionOf(const Value& left, const Value& right, Budget& budget, bool) {
    return areSets(left, right) ? setIntersection(left, right, budget) : Value();
}

Value symmetricDifferenceOf(const Value& left, const Value& right, Budget& budget, bool augmented) {
    return areSets(left, right) ? setSymmetricDifference(left, right, budget, augmented) : Value();
}

Value unionOf(const Value& left, const Value& right, Budget& budget, bool augmented) {
    if (left.is(Kind::Dict) && right.is(Kind::Dict))
        return mergeDicts(left, right, budget);
    return areSets(left, right) ? setUnion(left, right, budget, augmented) : Value();
}

} // namespace keisan::eval
