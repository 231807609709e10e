// SPDX-License-Identifier: MIT
#include "common/eval/values/print.h"

#include "common/eval/budget.h"
#include "common/eval/error.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/function.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <span>

namespace keisan::eval {

namespace {

// Writes values into one text, which it bounds.
class Printer {
public:
    Printer(std::string& text, Budget& budget, bool isReply)
        : m_text(text)
        , m_budget(budget)
        , m_isReply(isReply) {}

    void repr(const Value& value);
    void bound(std::size_t size) const;

private:
    void object(const Value& value);
    void items(std::span<const Value> values);
    void tuple(const Value& tuple);
    void range(const RangeObject& range);
    void slice(const SliceObject& slice);
    void dict(const HashTable& table);
    void set(const Value& set);
    void view(const DictViewObject& view);
    void named(std::string_view before, std::string_view name, std::string_view after);
    void method(const MethodObject& method);
    void attribute(const AttributeRow& row);

    std::string& m_text;
    Budget& m_budget;
    bool m_isReply;
};

// LimitError where a text may not have so many bytes.
void Printer::bound(std::size_t size) const {
    if (m_isReply && size > m_budget.limits().replyBytes)
        raise(ErrorType::LimitError, "result too long");
    const auto bytes = static_cast<double>(size);
    if (m_isReply) // which is bounded already, and by less
        m_budget.requireValueBytes(bytes);
    else
        m_budget.requireTextBytes(bytes);
}

void Printer::repr(const Value& value) {
    m_budget.spend(20);
    switch (value.kind()) {
    case Kind::Absent: m_text += "<absent>"; break;
    case Kind::None: m_text += "None"; break;
    case Kind::Ellipsis: m_text += "Ellipsis"; break;
    case Kind::Bool: m_text += value.smallInt() != 0 ? "True" : "False"; break;
    case Kind::Int:
    case Kind::BigInt: appendInt(m_text, value, m_budget); break;
    case Kind::Float: appendFloat(m_text, value.real()); break;
    case Kind::Complex: {
        const Complex number = value.as<ComplexObject>().number;
        appendComplex(m_text, number.real, number.imaginary);
        break;
    }
    case Kind::Bytes:
        m_budget.spend(textOf(value).size() * 2);
        appendBytes(m_text, textOf(value));
        break;
    case Kind::Str: appendQuoted(m_text, textOf(value), m_budget); break;
    default: object(value); break;
    }
    bound(m_text.size());
}

void Printer::object(const Value& value) {
    const NestedValue level(m_budget, " while getting the repr of an object");
    switch (value.kind()) {
    case Kind::Tuple: return tuple(value);
    case Kind::List:
        m_text += '[';
        items(itemsOf(value));
        m_text += ']';
        return;
    case Kind::Range: return range(value.as<RangeObject>());
    case Kind::Slice: return slice(value.as<SliceObject>());
    case Kind::Dict: return dict(value.as<DictObject>().table);
    case Kind::Set:
    case Kind::FrozenSet: return set(value);
    case Kind::DictView: return view(value.as<DictViewObject>());
    case Kind::Builtin: return named("<built-in function ", value.builtin().name, ">");
    case Kind::Type: return named("<class '", value.type().name, "'>");
    case Kind::Module: return named("<module '", value.module().name, "' (built-in)>");
    case Kind::Attribute: return attribute(value.attribute());
    case Kind::Function:
        return named("<function ", qualifiedName(*value.as<FunctionObject>().code.scope), ">");
    case Kind::Method: return method(value.as<MethodObject>());
    case Kind::Iterator: return named("<", value.as<IteratorObject>().description(), ">");
    default: return named("<", typeName(value), ">");
    }
}

void Printer::named(std::string_view before, std::string_view name, std::string_view after) {
    m_text += before;
    m_text += name;
    m_text += after;
}

void Printer::method(const MethodObject& method) {
    if (method.self.isAbsent()) {
        named("<method '", method.row.name, "' of '");
        return named("", method.row.owner, "' objects>");
    }
    named("<built-in method ", method.row.name, " of ");
    named("", typeName(method.self), " object>");
}

void Printer::attribute(const AttributeRow& row) {
    named(row.isMember ? "<member '" : "<attribute '", row.name, "' of '");
    named("", row.owner, "' objects>");
}

void Printer::items(std::span<const Value> values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i != 0)
            m_text += ", ";
        repr(values[i]);
    }
}

void Printer::tuple(const Value& tuple) {
    m_text += '(';
    items(itemsOf(tuple));
    m_text += itemsOf(tuple).size() == 1 ? ",)" : ")";
}

void Printer::range(const RangeObject& range) {
    m_text += "range(";
    repr(range.start);
    m_text += ", ";
    repr(range.stop);
    if (!range.step.isSameAs(Value::integer(1))) {
        m_text += ", ";
        repr(range.step);
    }
    m_text += ')';
}

// Only a KeyError shows one: {}[1:2].
void Printer::slice(const SliceObject& slice) {
    const Value parts[] = {slice.start, slice.stop, slice.step};
    m_text += "slice(";
    items(parts);
    m_text += ')';
}

void Printer::dict(const HashTable& table) {
    m_text += '{';
    bool isFirst = true;
    for (const HashTable::Entry& entry : table.entries()) {
        if (!isFirst)
            m_text += ", ";
        isFirst = false;
        repr(entry.key);
        m_text += ": ";
        repr(entry.value);
    }
    m_text += '}';
}

void Printer::set(const Value& set) {
    const HashTable& table = set.as<SetObject>().table;
    const bool isFrozen = set.is(Kind::FrozenSet);
    if (table.size() == 0) {
        m_text += isFrozen ? "frozenset()" : "set()";
        return;
    }
    m_text += isFrozen ? "frozenset({" : "{";
    bool isFirst = true;
    for (const std::uint32_t number : table.setOrder(m_budget)) {
        if (!isFirst)
            m_text += ", ";
        isFirst = false;
        repr(table.entries()[number].key);
    }
    m_text += isFrozen ? "})" : "}";
}

void Printer::view(const DictViewObject& view) {
    m_text += view.part == DictViewObject::Part::KeyPart     ? "dict_keys(["
              : view.part == DictViewObject::Part::ValuePart ? "dict_values(["
                                                             : "dict_items([";
    bool isFirst = true;
    for (const HashTable::Entry& entry : view.dict.as<DictObject>().table.entries()) {
        if (!isFirst)
            m_text += ", ";
        isFirst = false;
        if (view.part == DictViewObject::Part::ItemPart)
            repr(tupleValue({entry.key, entry.value}));
        else
            repr(view.part == DictViewObject::Part::KeyPart ? entry.key : entry.value);
    }
    m_text += "])";
}

} // namespace

void appendRepr(std::string& text, const Value& value, Budget& budget) {
    Printer(text, budget, false).repr(value);
}

std::string reprOf(const Value& value, Budget& budget) {
    std::string text;
    appendRepr(text, value, budget);
    return text;
}

std::string strOf(const Value& value, Budget& budget) {
    if (!value.is(Kind::Str))
        return reprOf(value, budget);
    budget.spend(textOf(value).size() / 2);
    return std::string(textOf(value));
}

std::string replyOf(const Value& value, Budget& budget) {
    std::string text;
    Printer printer(text, budget, true);
    if (value.is(Kind::Str)) {
        printer.bound(textOf(value).size());
        text = textOf(value);
    } else {
        printer.repr(value);
    }
    return text;
}

} // namespace keisan::eval
