// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// A word of advice on an expression that may not mean what it looks like: 2 ^ 3, 3(4), 1,5, sin(90). Empty
// without one. Never changes anything.
QString inputHint(const QString& expression);

} // namespace keisan::client
