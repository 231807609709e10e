// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"
#include "common/eval/values/value.h"

#include <span>
#include <string_view>

namespace keisan::eval {

// What the language knows without a binding: the builtins and types, the modules math and cmath, and the bare
// names of math. A builtin wins over math's function of the same name (pow). Absent for any other name.
Value libraryName(std::string_view name);

// The methods and attributes of a value's type; nullptr for a type that has none (None, function,
// iterators...).
const TypeRow* typeRowOf(const Value& value);

// For completion and the user guide: every builtin function, type and module.
std::span<const Builtin> builtinFunctions();
std::span<const TypeRow* const> builtinTypes();
std::span<const ModuleRow* const> builtinModules();

} // namespace keisan::eval
