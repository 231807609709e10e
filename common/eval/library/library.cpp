// SPDX-License-Identifier: MIT
#include "common/eval/library/library.h"

#include "common/eval/library/builtin_tables.h"
#include "common/eval/library/modules.h"
#include "common/eval/library/str_type.h"
#include "common/eval/library/types.h"
#include "common/eval/values/mapping.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace keisan::eval {
namespace {

constexpr std::array kModules = {&kMathModule, &kCmathModule};

// The types that have a name, in the order of the user guide.
std::span<const TypeRow* const> namedTypes() {
    static const std::array types = {&kIntType,    &kFloatType, &kComplexType,   &kBoolType,
                                     &strType(),   &kListType,  &kTupleType,     &kRangeType,
                                     &kDictType,   &kSetType,   &kFrozenSetType, &kMapType,
                                     &kFilterType, &kZipType,   &kEnumerateType, &kReversedType};
    return types;
}

std::vector<Builtin> allBuiltins() {
    std::vector<Builtin> all;
    for (const auto rows : {valueBuiltins(), iterableBuiltins()})
        all.insert(all.end(), rows.begin(), rows.end());
    return all;
}

using NameTable = std::unordered_map<std::string_view, Value>;

// Values without a count of references only: the table is shared by all threads. The first to come keeps the
// name.
NameTable everyName() {
    NameTable names;
    for (const Builtin& function : builtinFunctions())
        names.emplace(function.name, Value::builtin(function));
    for (const TypeRow* type : namedTypes())
        names.emplace(type->name, Value::type(*type));
    for (const ModuleRow* module : kModules)
        names.emplace(module->name, Value::module(*module));
    for (const Builtin& function : kMathModule.functions)
        names.emplace(function.name, Value::builtin(function));
    for (const NamedNumber& constant : mathConstants())
        names.emplace(constant.name, constant.value);
    return names;
}

const TypeRow* viewType(const Value& view) {
    switch (view.as<DictViewObject>().part) {
    case DictViewObject::Part::KeyPart: return &kDictKeysType;
    case DictViewObject::Part::ItemPart: return &kDictItemsType;
    case DictViewObject::Part::ValuePart: break;
    }
    return &kDictValuesType;
}

} // namespace

Value libraryName(std::string_view name) {
    static const NameTable names = everyName();
    const auto found = names.find(name);
    return found == names.end() ? Value() : found->second;
}

const TypeRow* typeRowOf(const Value& value) {
    switch (value.kind()) {
    case Kind::Bool: return &kBoolType;
    case Kind::Int:
    case Kind::BigInt: return &kIntType;
    case Kind::Float: return &kFloatType;
    case Kind::Complex: return &kComplexType;
    case Kind::Str: return &strType();
    case Kind::List: return &kListType;
    case Kind::Tuple: return &kTupleType;
    case Kind::Range: return &kRangeType;
    case Kind::Dict: return &kDictType;
    case Kind::DictView: return viewType(value);
    case Kind::Set: return &kSetType;
    case Kind::FrozenSet: return &kFrozenSetType;
    default: return nullptr;
    }
}

std::span<const Builtin> builtinFunctions() {
    static const std::vector<Builtin> functions = allBuiltins();
    return functions;
}

std::span<const TypeRow* const> builtinTypes() {
    return namedTypes();
}

std::span<const ModuleRow* const> builtinModules() {
    return kModules;
}

} // namespace keisan::eval
