// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_options.h"

#include <QString>

#include <optional>

namespace keisan::server {

// Reads a file of lines such as `max-clients = 100` (INI, the names of the command line, `;` and `#` begin a
// line of comment) into the options. Returns what is wrong with it: "keisan.conf:3: max-client: unknown".
std::optional<QString> readConfigurationFile(const QString& path, ServerOptions& options);

} // namespace keisan::server
