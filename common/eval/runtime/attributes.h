// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/values/value.h"

#include <string_view>

namespace keisan::eval {

class Context;
struct Builtin;

// The method row of a value's type with this name; nullptr where there is none.
const Builtin* findMethod(const Value& value, std::string_view name);

// value.name: an attribute, a method with its value, a member of a module, a method of a type.
// AttributeError in Python's words; no name that begins with an underscore is ever found.
Value attributeOf(Context& context, const Value& value, std::string_view name);

// Why value.name cannot be set or deleted; AttributeError or TypeError in CPython's words. Nothing ever can.
[[noreturn]] void refuseAttributeChange(const Value& value, std::string_view name);

} // namespace keisan::eval
