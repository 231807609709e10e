// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

#include <span>

namespace keisan::eval {

// The methods of str, by subject. All take and return text as values/text.h has it; positions are code
// points.
std::span<const Builtin> strCaseMethods();   // upper, title, isalpha...
std::span<const Builtin> strSearchMethods(); // find, count, startswith, replace...
std::span<const Builtin> strSplitMethods();  // split, partition, join...
std::span<const Builtin> strLayoutMethods(); // center, zfill, strip, expandtabs...
std::span<const Builtin> strFormatMethods(); // format, format_map
std::span<const Builtin> strTableMethods();  // translate
// str.maketrans
std::span<const Builtin> strStaticMethods();

} // namespace keisan::eval
