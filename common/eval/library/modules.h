// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>
#include <string_view>

namespace keisan::eval {

// math's constants; also bare names.
struct NamedNumber {
    std::string_view name;
    Value value;
};
std::span<const NamedNumber> mathConstants();

extern const ModuleRow kMathModule;
extern const ModuleRow kCmathModule;

} // namespace keisan::eval
