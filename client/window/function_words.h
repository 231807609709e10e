// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// The server's English help line of a function, in the language of the window.
QString functionHelp(const QString& help);

} // namespace keisan::client
