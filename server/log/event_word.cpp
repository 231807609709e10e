// SPDX-License-Identifier: MIT
#include "server/log/event_word.h"

namespace keisan::server {

QString eventWord(ServerEvent::Kind kind) {
    using Kind = ServerEvent::Kind;
    switch (kind) {
    case Kind::Listening: return QStringLiteral("listening");
    case Kind::Capacity: return QStringLiteral("room");
    case Kind::CannotListen: return QStringLiteral("cannot-listen");
    case Kind::Connected: return QStringLiteral("connected");
    case Kind::Evaluated: return QStringLiteral("evaluated");
    case Kind::Failed: return QStringLiteral("error");
    case Kind::Overflowed: return QStringLiteral("lines-lost");
    case Kind::ClosedByClient: return QStringLiteral("closed-by-client");
    case Kind::ClosedEof: return QStringLiteral("closed-eof");
    case Kind::Disconnected: return QStringLiteral("disconnected");
    case Kind::Lost: return QStringLiteral("lost");
    case Kind::Refused: return QStringLiteral("refused");
    case Kind::Held: return QStringLiteral("waiting");
    case Kind::Released: return QStringLiteral("serving");
    case Kind::ShuttingDown: return QStringLiteral("shutting-down");
    case Kind::Stopped: return QStringLiteral("stopped");
    }
    Q_UNREACHABLE();
}

} // namespace keisan::server
