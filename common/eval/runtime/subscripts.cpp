// SPDX-License-Identifier: MIT
#include "common/eval/runtime/subscripts.h"

#include "common/eval/error.h"
#include "common/eval/runtime/context.h"
#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/values/equality.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/print.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>

namespace keisan::eval {

namespace {

constexpr std::int64_t kMaxIndex = INT64_MAX;

// A slice's bound: ints out of range are taken to the nearest end, as CPython does.
std::int64_t boundOf(const Value& bound, std::int64_t whenNone) {
    if (bound.isNone())
        return whenNone;
    if (!bound.isInt())
        raise(ErrorType::TypeError, "slice indices must be integers or None or have an __index__ method");
    if (bound.isSmallInt())
        return std::max(bound.smallInt(), -kMaxIndex);
    return signOf(bound) < 0 ? -kMaxIndex : kMaxIndex;
}

std::int64_t clamped(std::int64_t bound, std::int64_t length, bool isBackward) {
    if (bound < 0)
        return std::max(bound + length, std::int64_t{isBackward ? -1 : 0});
    return std::min(bound, isBackward ? length - 1 : length);
}

// The place of an index in a sequence of `length`, or -1.
std::int64_t placeOf(const Value& index, std::size_t length) {
    if (!index.isSmallInt())
        raise(ErrorType::IndexError, "cannot fit 'int' into an index-sized integer");
    const auto size = static_cast<std::int64_t>(length);
    const std::int64_t number = index.smallInt();
    const std::int64_t place = number < 0 ? number + size : number;
    return place < size ? std::max<std::int64_t>(place, -1) : -1;
}

std::string_view sequenceName(const Value& container) {
    return container.is(Kind::Str)     ? "string"
           : container.is(Kind::Range) ? "range object"
                                       : typeName(container);
}

[[noreturn]] void raiseOutOfRange(const Value& container) {
    if (container.is(Kind::Bytes))
        raise(ErrorType::IndexError, "index out of range");
    raise(ErrorType::IndexError, std::string(sequenceName(container)) + " index out of range");
}

[[noreturn]] void raiseBadIndex(const Value& container, const Value& index) {
    if (container.is(Kind::Str))
        raise(ErrorType::TypeError,
              "string indices must be integers, not '" + std::string(typeName(index)) + "'");
    const std::string_view kind = container.is(Kind::Bytes) ? "byte" : typeName(container);
    raise(ErrorType::TypeError,
          std::string(kind) + " indices must be integers or slices, not " + std::string(typeName(index)));
}

Value sliceOfItems(Context& context, const Value& sequence, const SliceObject& slice) {
    const auto items = itemsOf(sequence);
    const SliceIndices indices = indicesOf(slice, static_cast<std::int64_t>(items.size()));
    context.spend(static_cast<std::uint64_t>(indices.count) * 2);
    Values part;
    part.reserve(static_cast<std::size_t>(indices.count));
    for (std::int64_t i = 0; i < indices.count; ++i)
        part.push_back(items[static_cast<std::size_t>(indices.start + i * indices.step)]);
    return make<SequenceObject>(sequence.kind(), std::move(part));
}

// The code point at a byte offset.
std::string_view pointAt(std::string_view text, std::size_t offset) {
    return text.substr(offset, firstCodePoint(text.substr(offset)).bytes);
}

constexpr std::uint64_t kWorkOfCharacter = 5;

// The byte offset of the code point so many code points away, which is there.
std::size_t moved(Context& context, std::string_view text, std::size_t offset, std::int64_t step) {
    const auto isInside = [&] { return (static_cast<unsigned char>(text[offset]) & 0xc0) == 0x80; };
    for (; step > 0; --step) {
        context.spend(kWorkOfCharacter);
        offset += firstCodePoint(text.substr(offset)).bytes;
    }
    for (; step < 0; ++step) {
        context.spend(kWorkOfCharacter);
        do
            --offset;
        while (isInside());
    }
    return offset;
}

Value sliceOfText(Context& context, const Value& container, const SliceObject& slice) {
    const auto& object = container.as<StrObject>();
    const std::string_view text = object.text();
    const SliceIndices indices = indicesOf(slice, static_cast<std::int64_t>(object.length()));
    context.spend(20);
    if (indices.count == 0)
        return textValue(container.kind(), {});
    if (!object.isAscii())
        context.spend(text.size());
    if (indices.step == 1) {
        const std::size_t first = object.isAscii()
                                      ? static_cast<std::size_t>(indices.start)
                                      : byteOffset(text, static_cast<std::size_t>(indices.start));
        const auto count = static_cast<std::size_t>(indices.count);
        return textValue(
            container.kind(),
            text.substr(first, object.isAscii() ? count : byteOffset(text.substr(first), count)));
    }
    std::string part;
    std::size_t offset = object.isAscii() ? static_cast<std::size_t>(indices.start)
                                          : byteOffset(text, static_cast<std::size_t>(indices.start));
    for (std::int64_t left = indices.count; left > 0; --left) {
        context.spend(kWorkOfCharacter);
        part += object.isAscii() ? text.substr(offset, 1) : pointAt(text, offset);
        if (left > 1)
            offset = object.isAscii() ? offset + static_cast<std::size_t>(indices.step)
                                      : moved(context, text, offset, indices.step);
    }
    return textValue(container.kind(), part);
}

Value timesPlus(const Value& factor, const Value& times, const Value& start, Budget& budget) {
    return addInts(multiplyInts(factor, times, budget), start, budget);
}

// A slice of a range works on ints of any size: the bounds as in slice.indices().
Value rangeBound(const Value& bound, const Value& length, bool isBackward, const Value& whenNone,
                 Budget& budget) {
    if (bound.isNone())
        return whenNone;
    if (!bound.isInt())
        raise(ErrorType::TypeError, "slice indices must be integers or None or have an __index__ method");
    Value lowest = Value::integer(isBackward ? -1 : 0);
    const Value highest = isBackward ? addInts(length, Value::integer(-1), budget) : length;
    const Value place = signOf(bound) < 0 ? addInts(bound, length, budget) : bound;
    if (mpz_cmp(IntegerView(place), IntegerView(lowest)) < 0)
        return lowest;
    return mpz_cmp(IntegerView(place), IntegerView(highest)) > 0 ? highest : place;
}

Value sliceOfRange(const RangeObject& range, const SliceObject& slice, Budget& budget) {
    const Value step = slice.step.isNone() ? Value::integer(1) : slice.step;
    if (!step.isInt())
        raise(ErrorType::TypeError, "slice indices must be integers or None or have an __index__ method");
    if (signOf(step) == 0)
        raise(ErrorType::ValueError, "slice step cannot be zero");
    const bool isBackward = signOf(step) < 0;
    const Value last = addInts(range.length, Value::integer(-1), budget);
    const Value first =
        rangeBound(slice.start, range.length, isBackward, isBackward ? last : Value::integer(0), budget);
    const Value end = rangeBound(slice.stop, range.length, isBackward,
                                 isBackward ? Value::integer(-1) : range.length, budget);
    return rangeValue(timesPlus(first, range.step, range.start, budget),
                      timesPlus(end, range.step, range.start, budget), multiplyInts(step, range.step, budget),
                      budget);
}

Value itemOfRange(const RangeObject& range, const Value& index, Budget& budget) {
    const Value place = signOf(index) < 0 ? addInts(index, range.length, budget) : index;
    if (signOf(place) < 0 || mpz_cmp(IntegerView(place), IntegerView(range.length)) >= 0)
        raise(ErrorType::IndexError, "range object index out of range");
    return timesPlus(place, range.step, range.start, budget);
}

Value itemOfText(Context& context, const Value& container, const Value& index) {
    const auto& object = container.as<StrObject>();
    const std::int64_t place = placeOf(index, object.length());
    if (place < 0)
        raiseOutOfRange(container);
    const auto number = static_cast<std::size_t>(place);
    if (container.is(Kind::Bytes))
        return Value::integer(static_cast<unsigned char>(object.text()[number]));
    if (!object.isAscii())
        context.spend(object.text().size() / 2);
    return strValue(pointAt(object.text(), object.isAscii() ? number : byteOffset(object.text(), number)));
}

Value itemOf(Context& context, const Value& container, const Value& index) {
    switch (container.kind()) {
    case Kind::Str:
    case Kind::Bytes: return itemOfText(context, container, index);
    case Kind::Range: return itemOfRange(container.as<RangeObject>(), index, context.budget());
    default: break;
    }
    const std::int64_t place = placeOf(index, itemsOf(container).size());
    if (place < 0)
        raiseOutOfRange(container);
    return itemsOf(container)[static_cast<std::size_t>(place)];
}

Value sliceOf(Context& context, const Value& container, const SliceObject& slice) {
    switch (container.kind()) {
    case Kind::Str:
    case Kind::Bytes: return sliceOfText(context, container, slice);
    case Kind::Range: return sliceOfRange(container.as<RangeObject>(), slice, context.budget());
    default: return sliceOfItems(context, container, slice);
    }
}

Value itemOfDict(Context& context, const Value& dict, const Value& key) {
    const HashTable::Entry* const entry = dict.as<DictObject>().table.find(key, context.budget());
    if (entry == nullptr)
        raise(ErrorType::KeyError, reprOf(key, context.budget()));
    return entry->value;
}

} // namespace

SliceIndices indicesOf(const SliceObject& slice, std::int64_t length) {
    const std::int64_t step = boundOf(slice.step, 1);
    if (step == 0)
        raise(ErrorType::ValueError, "slice step cannot be zero");
    const bool isBackward = step < 0;
    const std::int64_t start = slice.start.isNone() ? (isBackward ? length - 1 : 0)
                                                    : clamped(boundOf(slice.start, 0), length, isBackward);
    const std::int64_t stop = slice.stop.isNone() ? (isBackward ? -1 : length)
                                                  : clamped(boundOf(slice.stop, 0), length, isBackward);
    const std::int64_t distance = isBackward ? start - stop : stop - start;
    const std::int64_t stride = isBackward ? -step : step;
    return {start, step, distance <= 0 ? 0 : (distance - 1) / stride + 1};
}

Value subscript(Context& context, const Value& container, const Value& index) {
    switch (container.kind()) {
    case Kind::Dict: return itemOfDict(context, container, index);
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Range: break;
    case Kind::Type:
        raise(ErrorType::TypeError, "type '" + std::string(container.type().name) + "' is not subscriptable");
    default:
        raise(ErrorType::TypeError, "'" + std::string(typeName(container)) + "' object is not subscriptable");
    }
    if (index.is(Kind::Slice))
        return sliceOf(context, container, index.as<SliceObject>());
    if (!index.isInt())
        raiseBadIndex(container, index);
    return itemOf(context, container, index);
}

} // namespace keisan::eval
