// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::server {

// How the figures of a client are written in its row, in the language of the window.

QString idleText(qint64 ms);      // 12 s, 3 min
QString bytesText(quint64 bytes); // 40 B, 9 kB, 1.2 MB
QString costText(quint64 cost);   // 12,345, then 1.23 million as "1.23 M"

} // namespace keisan::server
