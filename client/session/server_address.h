// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/codec.h"

#include <QString>

#include <optional>

namespace keisan::client {

// Where a server listens.
struct ServerAddress {
    QString host = QStringLiteral("127.0.0.1"); // a name or a numeric address, IPv6 without brackets
    quint16 port = protocol::kDefaultPort;

    bool operator==(const ServerAddress&) const = default;

    // As people write it: "127.0.0.1:10000", "[::1]:10000".
    QString text() const;

    // A loopback address, or the name of one.
    bool isOfThisComputer() const;

    // Understands `host`, `host:port`, `[v6]`, `[v6]:port` and a bare IPv6 address; without a port it is
    // the default one. Nothing for an empty host, a port outside 1..65535, or text with white space inside.
    static std::optional<ServerAddress> fromText(const QString& text);
};

} // namespace keisan::client
