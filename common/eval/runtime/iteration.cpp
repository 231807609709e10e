// SPDX-License-Identifier: MIT
#include "common/eval/runtime/iteration.h"

#include "common/eval/runtime/integer_arithmetic.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <algorithm>
#include <string>

namespace keisan::eval {

namespace {

class SequenceIterator final : public IteratorObject {
public:
    SequenceIterator(Value sequence, bool isReversed)
        : m_sequence(std::move(sequence))
        , m_isReversed(isReversed) {}

    Value next(Context&) override {
        const auto items = itemsOf(m_sequence);
        if (m_done == items.size())
            return {};
        const std::size_t index = m_isReversed ? items.size() - 1 - m_done : m_done;
        ++m_done;
        return items[index];
    }
    LengthHint lengthHint(HintAllowance&) const override {
        return {static_cast<double>(itemsOf(m_sequence).size() - m_done), true};
    }
    std::string_view typeName() const override {
        if (m_sequence.is(Kind::List))
            return m_isReversed ? "list_reverseiterator" : "list_iterator";
        return m_isReversed ? "reversed" : "tuple_iterator";
    }

private:
    const Value m_sequence;
    const bool m_isReversed;
    std::size_t m_done = 0;
};

class TextIterator final : public IteratorObject {
public:
    explicit TextIterator(Value text) : m_text(std::move(text)), m_rest(textOf(m_text)) {}

    Value next(Context&) override {
        if (m_rest.empty())
            return {};
        const std::size_t bytes = firstCodePoint(m_rest).bytes;
        Value character = strValue(m_rest.substr(0, bytes));
        m_rest.remove_prefix(bytes);
        return character;
    }
    std::string_view typeName() const override { return "str_iterator"; }

private:
    const Value m_text;
    std::string_view m_rest;
};

class ReversedTextIterator final : public IteratorObject {
public:
    explicit ReversedTextIterator(Value text) : m_text(std::move(text)), m_rest(textOf(m_text)) {}

    Value next(Context&) override {
        if (m_rest.empty())
            return {};
        std::size_t start = m_rest.size() - 1;
        while ((static_cast<unsigned char>(m_rest[start]) & 0xc0) == 0x80)
            --start;
        Value character = strValue(m_rest.substr(start));
        m_rest = m_rest.substr(0, start);
        return character;
    }
    std::string_view typeName() const override { return "reversed"; }

private:
    const Value m_text;
    std::string_view m_rest;
};

class BytesIterator final : public IteratorObject {
public:
    BytesIterator(Value bytes, bool isReversed)
        : m_bytes(std::move(bytes))
        , m_rest(textOf(m_bytes))
        , m_isReversed(isReversed) {}

    Value next(Context&) override {
        if (m_rest.empty())
            return {};
        const char byte = m_isReversed ? m_rest.back() : m_rest.front();
        m_rest = m_rest.substr(m_isReversed ? 0 : 1, m_rest.size() - 1);
        return Value::integer(static_cast<unsigned char>(byte));
    }
    LengthHint lengthHint(HintAllowance&) const override {
        return {static_cast<double>(m_rest.size()), true};
    }
    std::string_view typeName() const override { return m_isReversed ? "reversed" : "bytes_iterator"; }

private:
    const Value m_bytes;
    std::string_view m_rest;
    const bool m_isReversed;
};

// A range whose numbers all fit 64 bits.
class SmallRangeIterator final : public IteratorObject {
public:
    SmallRangeIterator(std::int64_t start, std::int64_t step, std::int64_t count)
        : m_next(start)
        , m_step(step)
        , m_left(count) {}

    Value next(Context&) override {
        if (m_left == 0)
            return {};
        --m_left;
        const std::int64_t number = m_next;
        if (m_left != 0)
            m_next += m_step;
        return Value::integer(number);
    }
    LengthHint lengthHint(HintAllowance&) const override { return {static_cast<double>(m_left), true}; }
    std::string_view typeName() const override { return "range_iterator"; }

private:
    std::int64_t m_next;
    const std::int64_t m_step;
    std::int64_t m_left;
};

class BigRangeIterator final : public IteratorObject {
public:
    BigRangeIterator(const Value& start, const Value& step, const Value& count)
        : m_next(IntegerView(start))
        , m_step(IntegerView(step))
        , m_left(IntegerView(count)) {}

    Value next(Context& context) override {
        if (mpz_sgn(static_cast<mpz_srcptr>(m_left)) == 0)
            return {};
        // The count goes down, the number is copied, and the next one made.
        chargeLinear(mpz_size(m_left) + 2 * std::max(mpz_size(m_next), mpz_size(m_step)), context.budget());
        mpz_sub_ui(m_left, m_left, 1);
        Value number = intValue(Integer(static_cast<mpz_srcptr>(m_next)));
        mpz_add(m_next, m_next, m_step);
        return number;
    }
    LengthHint lengthHint(HintAllowance&) const override { return {mpz_get_d(m_left), true}; }
    std::string_view typeName() const override { return "longrange_iterator"; }

private:
    Integer m_next;
    Integer m_step;
    Integer m_left;
};

class TableIterator final : public IteratorObject {
public:
    using Part = DictViewObject::Part;

    // Over a dict or a set; `order` is empty for a dict.
    TableIterator(Value owner, const HashTable& table, HashTable::Numbers order, Part part, bool isReversed)
        : m_owner(std::move(owner))
        , m_table(table)
        , m_order(std::move(order))
        , m_part(part)
        , m_isReversed(isReversed) {}

    Value next(Context&) override {
        if (m_done == m_table.size())
            return {};
        const std::size_t turn = m_isReversed ? m_table.size() - 1 - m_done : m_done;
        const HashTable::Entry& entry = m_table.entries()[m_order.empty() ? turn : m_order[turn]];
        ++m_done;
        switch (m_part) {
        case Part::KeyPart: return entry.key;
        case Part::ValuePart: return entry.value;
        case Part::ItemPart: return tupleValue({entry.key, entry.value});
        }
        return {};
    }
    LengthHint lengthHint(HintAllowance&) const override {
        return {static_cast<double>(m_table.size() - m_done), true};
    }
    std::string_view typeName() const override {
        if (SetObject::holds(m_owner.kind()))
            return "set_iterator";
        switch (m_part) {
        case Part::KeyPart: return m_isReversed ? "dict_reversekeyiterator" : "dict_keyiterator";
        case Part::ValuePart: return m_isReversed ? "dict_reversevalueiterator" : "dict_valueiterator";
        case Part::ItemPart: return m_isReversed ? "dict_reverseitemiterator" : "dict_itemiterator";
        }
        return "dict_keyiterator";
    }

private:
    const Value m_owner;
    const HashTable& m_table;
    const HashTable::Numbers m_order;
    const Part m_part;
    const bool m_isReversed;
    std::size_t m_done = 0;
};

Value overRange(Context& context, const RangeObject& range, bool isReversed) {
    const IntegerView stride(range.step);
    Integer last{static_cast<mpz_srcptr>(IntegerView(range.length))};
    const bool areSmall = range.start.isSmallInt() && range.step.isSmallInt() && range.length.isSmallInt();
    if (!areSmall) {
        chargeProduct(mpz_size(last), mpz_size(stride), context.budget());
        chargeLinear(2 * mpz_size(IntegerView(range.start)), context.budget());
    }
    mpz_sub_ui(last, last, 1);
    mpz_mul(last, last, stride);
    mpz_add(last, last, IntegerView(range.start));
    Integer back;
    mpz_neg(back, stride);
    const Value end = intValue(std::move(last));
    const Value start = isReversed ? end : range.start;
    const Value step = isReversed ? intValue(std::move(back)) : range.step;
    const bool isSmall =
        range.start.isSmallInt() && end.isSmallInt() && step.isSmallInt() && range.length.isSmallInt();
    if (isSmall)
        return Value::adopt(
            new SmallRangeIterator(start.smallInt(), step.smallInt(), range.length.smallInt()));
    return Value::adopt(new BigRangeIterator(start, step, range.length));
}

Value overDict(const Value& dict, DictViewObject::Part part, bool isReversed) {
    return Value::adopt(new TableIterator(dict, dict.as<DictObject>().table, {}, part, isReversed));
}

Value overSet(Context& context, const Value& set) {
    const HashTable& table = set.as<SetObject>().table;
    return Value::adopt(new TableIterator(set, table, table.setOrder(context.budget()),
                                          DictViewObject::Part::KeyPart, false));
}

} // namespace

bool isIterable(const Value& value) {
    switch (value.kind()) {
    case Kind::Str:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::List:
    case Kind::Range:
    case Kind::Dict:
    case Kind::DictView:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Iterator: return true;
    default: return false;
    }
}

Value iterate(Context& context, const Value& iterable) {
    context.spend(kWorkOfStep * 2);
    switch (iterable.kind()) {
    case Kind::Tuple:
    case Kind::List: return Value::adopt(new SequenceIterator(iterable, false));
    case Kind::Str: return Value::adopt(new TextIterator(iterable));
    case Kind::Bytes: return Value::adopt(new BytesIterator(iterable, false));
    case Kind::Range: return overRange(context, iterable.as<RangeObject>(), false);
    case Kind::Dict: return overDict(iterable, DictViewObject::Part::KeyPart, false);
    case Kind::DictView: {
        const auto& view = iterable.as<DictViewObject>();
        return overDict(view.dict, view.part, false);
    }
    case Kind::Set:
    case Kind::FrozenSet: return overSet(context, iterable);
    case Kind::Iterator: return iterable;
    default: break;
    }
    raise(ErrorType::TypeError, "'" + std::string(typeName(iterable)) + "' object is not iterable");
}

Value iterateReversed(Context& context, const Value& sequence) {
    context.spend(kWorkOfStep * 2);
    switch (sequence.kind()) {
    case Kind::Tuple:
    case Kind::List: return Value::adopt(new SequenceIterator(sequence, true));
    case Kind::Str: return Value::adopt(new ReversedTextIterator(sequence));
    case Kind::Bytes: return Value::adopt(new BytesIterator(sequence, true));
    case Kind::Range: return overRange(context, sequence.as<RangeObject>(), true);
    case Kind::Dict: return overDict(sequence, DictViewObject::Part::KeyPart, true);
    case Kind::DictView: {
        const auto& view = sequence.as<DictViewObject>();
        return overDict(view.dict, view.part, true);
    }
    default: break;
    }
    raise(ErrorType::TypeError, "'" + std::string(typeName(sequence)) + "' object is not reversible");
}

LengthHint lengthHint(const Value& iterable) {
    HintAllowance allowance;
    return lengthHint(iterable, allowance);
}

LengthHint lengthHint(const Value& iterable, HintAllowance& allowance) {
    const auto certain = [](std::size_t count) { return LengthHint{static_cast<double>(count), true}; };
    switch (iterable.kind()) {
    case Kind::Tuple:
    case Kind::List: return certain(itemsOf(iterable).size());
    case Kind::Str:
    case Kind::Bytes: return certain(iterable.as<StrObject>().length());
    case Kind::Range: return {toDouble(iterable.as<RangeObject>().length), true};
    case Kind::Dict: return certain(iterable.as<DictObject>().table.size());
    case Kind::DictView: return certain(iterable.as<DictViewObject>().dict.as<DictObject>().table.size());
    case Kind::Set:
    case Kind::FrozenSet: return certain(iterable.as<SetObject>().table.size());
    case Kind::Iterator:
        return allowance.take() ? iterable.as<IteratorObject>().lengthHint(allowance) : LengthHint();
    default: return {};
    }
}

namespace {

// Items after which the rest is believed to come as well.
constexpr std::size_t kBelievedAfter = 1000;

} // namespace

RoomForItems::RoomForItems(Context& context, const LengthHint& hint, std::size_t present,
                           std::size_t bytesPerItem)
    : m_context(context)
    , m_bytes((static_cast<double>(present) + hint.count) * static_cast<double>(bytesPerItem))
    , m_lookAt(hint.isKnown() ? present + kBelievedAfter : SIZE_MAX) {
    if (hint.isKnown() && hint.isCertain)
        require();
}

void RoomForItems::require() const {
    m_context.budget().requireValueBytes(m_bytes);
}

void pushBounded(Context& context, Values& values, Value value) {
    if (values.size() == values.capacity())
        context.budget().requireValueBytes(static_cast<double>((values.size() + 1) * sizeof(Value)));
    values.push_back(std::move(value));
}

void appendAll(Context& context, Values& values, const Value& iterable) {
    const RoomForItems room(context, lengthHint(iterable), values.size(), sizeof(Value));
    forEach(context, iterable, [&](const Value& value) {
        room.look(values.size());
        pushBounded(context, values, value);
        return true;
    });
}

Values collect(Context& context, const Value& iterable) {
    Values values;
    if (SequenceObject::holds(iterable.kind())) {
        context.spend(itemsOf(iterable).size() * 2);
        return iterable.as<SequenceObject>().items;
    }
    appendAll(context, values, iterable);
    return values;
}

} // namespace keisan::eval
