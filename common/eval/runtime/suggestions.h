// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace keisan::eval {

// ". Did you mean 'key'?" when one of the candidates is near enough to the name by CPython's measure
// (Python/suggestions.c), otherwise nothing.
std::string suggestionFor(std::string_view name, std::span<const std::string_view> candidates);

} // namespace keisan::eval
