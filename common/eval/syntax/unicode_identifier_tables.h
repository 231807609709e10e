// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/syntax/code_point_ranges.h"

// The tables behind unicode_identifiers.h, sorted. Only code points from U+0080 on.
namespace keisan::eval::syntax {

std::span<const CodePointRange> identifierStartRanges();
std::span<const CodePointRange> identifierContinueRanges();

} // namespace keisan::eval::syntax
