// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_options.h"

#include <QString>

#include <optional>
#include <span>

namespace keisan::server {

// One setting that is no limit, by the name it has on the command line and in the configuration file. What a
// name means there is the same.
struct OptionRow {
    QLatin1StringView name;      // "log-file"
    QLatin1StringView valueName; // "F", as the help shows it; empty: it is on or off
    const char* help = nullptr;  // one line in English, a source text of the context "CommandLine"

    // Sets what the value says ("on" or "off" for a switch), or returns why it cannot be.
    std::optional<QString> (*set)(ServerOptions& options, const QString& value) = nullptr;
};

// In the order in which people are to see them; the limits (limit_table.h) follow.
std::span<const OptionRow> optionRows();

// Sets the option or the limit of that name, or returns why it cannot be.
std::optional<QString> setOption(ServerOptions& options, const QString& name, const QString& value);

} // namespace keisan::server
