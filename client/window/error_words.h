// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// What kind of error this is, for those who do not read Python's English: by the name of its type. Empty for
// an unknown type, and in English, where Python's own message says it.
QString errorExplanation(const QString& type);

// Python's message without the name of the source, which str() of a SyntaxError adds and the prompt does not:
// there is but one line.
QString withoutSource(QString message);

} // namespace keisan::client
