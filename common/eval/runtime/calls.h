// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"
#include "common/eval/values/value.h"

#include <span>
#include <string>

namespace keisan::eval {

class Budget;
class Context;
struct FunctionObject;

// Absent: the `self` of what is called on no value.
extern const Value kNoSelf;

// Calls a row of a table: checks the arguments against its arity, in CPython's words, then runs it. `self` is
// the value a method is called on, otherwise Absent.
Value callBuiltin(Context& context, const Builtin& row, const Value& self, std::span<const Value> positional,
                  std::span<const Keyword> keywords);

// Puts the arguments of a call into the slots of a lambda's parameters (by slot, values, not cells);
// TypeError in CPython's words.
void bindArguments(Context& context, const FunctionObject& function, std::span<const Value> positional,
                   std::span<const Keyword> keywords, std::span<Value> slots);

// A function as error messages name it: "max()", "math.sqrt()", "<lambda>()"; the repr of what is no
// function.
std::string functionText(const Value& function, Budget& budget);

} // namespace keisan::eval
