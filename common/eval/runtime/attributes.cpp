// SPDX-License-Identifier: MIT
#include "common/eval/runtime/attributes.h"

#include "common/eval/error.h"
#include "common/eval/library/library.h"
#include "common/eval/runtime/builtin.h"
#include "common/eval/values/function.h"

#include <algorithm>
#include <span>
#include <string>

namespace keisan::eval {

namespace {

template <class Row>
const Row* findRow(std::span<const Row> rows, std::string_view name) {
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

// The first row of this name in a type or the types it is derived from.
template <class Row>
const Row* findInType(const TypeRow* type, std::span<const Row> TypeRow::*rows, std::string_view name) {
    for (; type != nullptr; type = type->base)
        if (const Row* const row = findRow(type->*rows, name))
            return row;
    return nullptr;
}

Value ofModule(Context& context, const ModuleRow& module, std::string_view name) {
    if (const Builtin* const function = findRow(module.functions, name))
        return Value::builtin(*function);
    if (const AttributeRow* const constant = findRow(module.constants, name))
        return constant->get(context, Value());
    return {};
}

Value ofType(const TypeRow& type, std::string_view name) {
    if (const Builtin* const function = findInType(&type, &TypeRow::staticMethods, name))
        return make<MethodObject>(*function, Value::type(type));
    if (const AttributeRow* const attribute = findInType(&type, &TypeRow::attributes, name))
        return Value::attribute(*attribute);
    if (const Builtin* const method = findInType(&type, &TypeRow::methods, name))
        return make<MethodObject>(*method, Value());
    return {};
}

Value ofValue(Context& context, const Value& value, std::string_view name) {
    const TypeRow* const type = typeRowOf(value);
    if (const AttributeRow* const attribute = findInType(type, &TypeRow::attributes, name))
        return attribute->get(context, value);
    if (const Builtin* const method = findInType(type, &TypeRow::methods, name))
        return make<MethodObject>(*method, value);
    if (const Builtin* const function = findInType(type, &TypeRow::staticMethods, name))
        return make<MethodObject>(*function, Value::type(*type));
    return {};
}

Value find(Context& context, const Value& value, std::string_view name) {
    if (name.starts_with('_'))
        return {};
    if (value.is(Kind::Module))
        return ofModule(context, value.module(), name);
    if (value.is(Kind::Type))
        return ofType(value.type(), name);
    return ofValue(context, value, name);
}

std::string ownerText(const Value& value) {
    if (value.is(Kind::Module))
        return "module '" + std::string(value.module().name) + "'";
    if (value.is(Kind::Type))
        return "type object '" + std::string(value.type().name) + "'";
    return "'" + std::string(typeName(value)) + "' object";
}

} // namespace

const Builtin* findMethod(const Value& value, std::string_view name) {
    if (value.is(Kind::Module) || value.is(Kind::Type) || name.starts_with('_'))
        return nullptr;
    return findInType(typeRowOf(value), &TypeRow::methods, name);
}

Value attributeOf(Context& context, const Value& value, std::string_view name) {
    Value found = find(context, value, name);
    if (found.isAbsent())
        raise(ErrorType::AttributeError, ownerText(value) + " has no attribute '" + std::string(name) + "'");
    return found;
}

void refuseAttributeChange(const Value& value, std::string_view name) {
    const std::string quoted = "'" + std::string(name) + "'";
    if (value.is(Kind::Type))
        raise(ErrorType::TypeError, "cannot set " + quoted + " attribute of immutable type '" +
                                        std::string(value.type().name) + "'");
    const TypeRow* type = value.is(Kind::Module) || name.starts_with('_') ? nullptr : typeRowOf(value);
    for (; type != nullptr; type = type->base) {
        if (const AttributeRow* const row = findRow(type->attributes, name))
            raise(ErrorType::AttributeError, row->isMember
                                                 ? "readonly attribute"
                                                 : "attribute " + quoted + " of '" + std::string(type->name) +
                                                       "' objects is not writable");
        if (findRow(type->methods, name) != nullptr || findRow(type->staticMethods, name) != nullptr)
            raise(ErrorType::AttributeError, ownerText(value) + " attribute " + quoted + " is read-only");
    }
    raise(ErrorType::AttributeError,
          ownerText(value) + " has no attribute " + quoted + " and no __dict__ for setting new attributes");
}

} // namespace keisan::eval
