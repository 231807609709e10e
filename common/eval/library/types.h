// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/runtime/builtin.h"

namespace keisan::eval {

// The types of the language: what a call of each constructs, the methods and attributes of its values.
extern const TypeRow kIntType;
extern const TypeRow kBoolType;
extern const TypeRow kFloatType;
extern const TypeRow kComplexType;
extern const TypeRow kListType;
extern const TypeRow kTupleType;
extern const TypeRow kRangeType;
extern const TypeRow kDictType;
extern const TypeRow kDictKeysType;
extern const TypeRow kDictItemsType;
extern const TypeRow kDictValuesType;
extern const TypeRow kSetType;
extern const TypeRow kFrozenSetType;
// Iterators.
extern const TypeRow kMapType;
extern const TypeRow kZipType;
extern const TypeRow kFilterType;
extern const TypeRow kEnumerateType;
extern const TypeRow kReversedType;

} // namespace keisan::eval
