// SPDX-License-Identifier: MIT
#include "common/eval/values/value.h"

#include "common/eval/runtime/builtin.h"
#include "common/eval/runtime/iteration.h"
#include "common/eval/values/complex.h"
#include "common/eval/values/function.h"
#include "common/eval/values/integer.h"
#include "common/eval/values/mapping.h"
#include "common/eval/values/range.h"
#include "common/eval/values/sequence.h"
#include "common/eval/values/text.h"

#include <bit>

namespace keisan::eval {

namespace {

// Identities below this are those of constants.
constexpr std::uint64_t kFirstFreshNan = 1024;

double nanWith(std::uint64_t identity) {
    constexpr std::uint64_t kQuietNan = 0x7ff8'0000'0000'0000;
    constexpr std::uint64_t kPayload = 0x0007'ffff'ffff'ffff;
    return std::bit_cast<double>(kQuietNan | (identity & kPayload));
}

void deleteObject(Object* object) noexcept {
    switch (object->kind) {
    case Kind::BigInt: delete static_cast<BigIntObject*>(object); return;
    case Kind::Complex: delete static_cast<ComplexObject*>(object); return;
    case Kind::Str:
    case Kind::Bytes: StrObject::end(static_cast<StrObject*>(object)); return;
    case Kind::Tuple:
    case Kind::List: delete static_cast<SequenceObject*>(object); return;
    case Kind::Range: delete static_cast<RangeObject*>(object); return;
    case Kind::Slice: delete static_cast<SliceObject*>(object); return;
    case Kind::Dict: delete static_cast<DictObject*>(object); return;
    case Kind::DictView: delete static_cast<DictViewObject*>(object); return;
    case Kind::Set:
    case Kind::FrozenSet: delete static_cast<SetObject*>(object); return;
    case Kind::Function: delete static_cast<FunctionObject*>(object); return;
    case Kind::Method: delete static_cast<MethodObject*>(object); return;
    case Kind::Iterator: delete static_cast<IteratorObject*>(object); return;
    case Kind::Cell: delete static_cast<CellObject*>(object); return;
    default: assert(false); return;
    }
}

// The dead that wait while one of them is taken apart.
struct Dead {
    Object* first = nullptr;
    bool draining = false;
};
thread_local Dead t_dead;

std::string_view sequenceTypeName(Kind kind) {
    switch (kind) {
    case Kind::Tuple: return "tuple";
    case Kind::List: return "list";
    case Kind::Range: return "range";
    case Kind::Slice: return "slice";
    case Kind::Dict: return "dict";
    case Kind::Set: return "set";
    case Kind::FrozenSet: return "frozenset";
    case Kind::Str: return "str";
    case Kind::Bytes: return "bytes";
    default: return "object";
    }
}

std::string_view viewTypeName(DictViewObject::Part part) {
    switch (part) {
    case DictViewObject::Part::KeyPart: return "dict_keys";
    case DictViewObject::Part::ValuePart: return "dict_values";
    case DictViewObject::Part::ItemPart: return "dict_items";
    }
    return "dict_keys";
}

} // namespace

void destroy(Object* object) noexcept {
    object->nextDead = t_dead.first;
    t_dead.first = object;
    if (t_dead.draining)
        return;
    t_dead.draining = true;
    while (Object* const next = t_dead.first) {
        t_dead.first = next->nextDead;
        deleteObject(next);
    }
    t_dead.draining = false;
}

Value Value::nan(std::uint32_t identity) {
    assert(identity < kFirstFreshNan);
    Value value(Kind::Float, 0);
    value.m_real = nanWith(identity);
    return value;
}

double Value::freshNan() {
    thread_local std::uint64_t t_next = kFirstFreshNan;
    return nanWith(t_next++);
}

std::string_view typeName(const Value& value) {
    switch (value.kind()) {
    case Kind::Absent: return "object";
    case Kind::None: return "NoneType";
    case Kind::Ellipsis: return "ellipsis";
    case Kind::Bool: return "bool";
    case Kind::Int:
    case Kind::BigInt: return "int";
    case Kind::Float: return "float";
    case Kind::Complex: return "complex";
    case Kind::Builtin: return "builtin_function_or_method";
    case Kind::Type: return "type";
    case Kind::Module: return "module";
    case Kind::Attribute: return value.attribute().isMember ? "member_descriptor" : "getset_descriptor";
    case Kind::Function: return "function";
    case Kind::Method: return value.as<MethodObject>().typeName();
    case Kind::Iterator: return value.as<IteratorObject>().typeName();
    case Kind::DictView: return viewTypeName(value.as<DictViewObject>().part);
    default: return sequenceTypeName(value.kind());
    }
}

} // namespace keisan::eval
