// SPDX-License-Identifier: MIT
#include "common/eval/syntax/unicode_identifiers.h"

#include "common/eval/syntax/unicode_identifier_tables.h"

namespace keisan::eval::syntax {

bool isIdentifierStart(char32_t c) {
    return rangeOf(identifierStartRanges(), c) != nullptr;
}

bool isIdentifierContinue(char32_t c) {
    return rangeOf(identifierContinueRanges(), c) != nullptr;
}

} // namespace keisan::eval::syntax
