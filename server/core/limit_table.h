// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/amount.h"
#include "server/core/server_limits.h"

#include <QString>

#include <span>

namespace keisan::server {

// One limit as people meet it: the single source for the command line, the configuration file, `hello` and
// the window. Its default is what a ServerLimits has that nobody changed.
struct LimitRow {
    QLatin1StringView name;      // "max-clients": the option --max-clients, and the key of the file
    QLatin1StringView helloName; // "clients": its member of hello's limits
    Unit unit = Unit::Count;
    quint64 minimum = 0; // both may be chosen
    quint64 maximum = 0;
    const char* help = nullptr; // one line in English, a source text of the context "LimitTable"
    quint64 (*get)(const ServerLimits&) = nullptr;
    void (*set)(ServerLimits&, quint64) = nullptr; // wants a number within the bounds
};

// In the order in which people are to see them.
std::span<const LimitRow> limitRows();

quint64 defaultOf(const LimitRow& row);

// The help line in the language of the user.
QString helpOf(const LimitRow& row);

// Sets what the text says, or returns why it cannot be: "not a number from 1 to 1,000,000: x".
std::optional<QString> setLimit(ServerLimits& limits, const LimitRow& row, QStringView text);

} // namespace keisan::server
