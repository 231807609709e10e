// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpSocket>

namespace keisan::client {

// Closes at once with a reset instead of an end of file. To a plain server that is the difference between "I
// want nothing any more" and "I have said all, go on answering". Unsent and unread bytes are thrown away.
void resetConnection(QTcpSocket& socket);

} // namespace keisan::client
