// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_address.h"

#include <QAbstractSocket>

namespace keisan::client {

// One sentence, without a full stop, for why there is no connection to this server. There is one for every
// error.
QString words(QAbstractSocket::SocketError error, const ServerAddress& address);

} // namespace keisan::client
