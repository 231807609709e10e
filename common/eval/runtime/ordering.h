// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/ast.h"
#include "common/eval/values/value.h"

#include <optional>

namespace keisan::eval {

class Budget;

// left < right, <=, > or >=; nothing where Python defines no order between the two types. Elements of
// sequences without an order raise their own TypeError.
std::optional<bool> isOrdered(syntax::ComparisonOperator op, const Value& left, const Value& right,
                              Budget& budget);

} // namespace keisan::eval
