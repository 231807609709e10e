// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <QString>

namespace keisan::server {

// The word of filters and of saved files, the same in every language: "evaluated", "error", "closed-eof".
QString eventWord(ServerEvent::Kind kind);

} // namespace keisan::server
