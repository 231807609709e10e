// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// What kind of error this is, for those who do not read Python's English: by the name of its type. Empty for
// an unknown type, and in English, where Python's own message says it.
QString errorExplanation(const QString& type);

} // namespace keisan::client
