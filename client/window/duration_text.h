// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// "0.1 ms", "12 ms", "3.2 s", "1:02 min"; empty for a negative, that is an unknown, duration.
QString durationText(qint64 ns);

} // namespace keisan::client
