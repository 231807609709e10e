// SPDX-License-Identifier: MIT
#include "client/window/duration_text.h"

#include <QLocale>

namespace keisan::client {

QString durationText(qint64 ns) {
    if (ns < 0)
        return {};
    const QLocale locale;
    const double ms = static_cast<double>(ns) / 1e6;
    if (ns < 1'000)
        return QStringLiteral("< 1 µs");
    if (ns < 99'500)
        return QStringLiteral("%1 µs").arg((ns + 500) / 1'000);
    if (ms < 9.95)
        return QStringLiteral("%1 ms").arg(locale.toString(ms, 'f', 1));
    if (ms < 999.5)
        return QStringLiteral("%1 ms").arg(locale.toString(ms, 'f', 0));
    if (ms < 59'950)
        return QStringLiteral("%1 s").arg(locale.toString(ms / 1e3, 'f', 1));
    const qint64 seconds = ns / 1'000'000'000;
    return QStringLiteral("%1:%2 min").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace keisan::client
