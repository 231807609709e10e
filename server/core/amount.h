// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace keisan::server {

// What a number of the server's settings counts.
enum class Unit : quint8 { Count, Bytes, Bits, Milliseconds };

// The number that people write: "10000" or "10,000"; sizes also "64 MiB", "64M" (powers of 1024); times in
// seconds, "5", "0.5 s", or "500 ms". Nothing when it is no such number, or none that is whole in its unit.
std::optional<quint64> parseAmount(QStringView text, Unit unit);

// The number as parseAmount reads it, short: "10,000", "64 MiB", "5 s".
QString amountText(quint64 amount, Unit unit);

} // namespace keisan::server
