// SPDX-License-Identifier: MIT
#include "client/session/server_address.h"

#include <QHostAddress>

#include <algorithm>

namespace keisan::client {

namespace {

// Where the host ends: after the bracket, at the only colon, or, for a bare IPv6 address, at the very end.
qsizetype hostEnd(const QString& text) {
    if (text.startsWith(u'['))
        return text.indexOf(u']') + 1;
    const qsizetype colon = text.indexOf(u':');
    return colon < 0 || text.indexOf(u':', colon + 1) >= 0 ? text.size() : colon;
}

std::optional<quint16> portFromText(const QString& text) {
    const bool digitsOnly =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = text.toUInt();
    if (!digitsOnly || port < 1 || port > 65535)
        return std::nullopt;
    return static_cast<quint16>(port);
}

} // namespace

QString ServerAddress::text() const {
    const QString shownHost = host.contains(u':') ? u'[' + host + u']' : host;
    return shownHost + u':' + QString::number(port);
}

bool ServerAddress::isOfThisComputer() const {
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

std::optional<ServerAddress> ServerAddress::fromText(const QString& text) {
    const QString trimmed = text.trimmed();
    const qsizetype end = hostEnd(trimmed);
    ServerAddress address;
    address.host = trimmed.startsWith(u'[') ? trimmed.mid(1, end - 2) : trimmed.left(end);
    const bool hostIsSound =
        !address.host.isEmpty() && std::none_of(address.host.begin(), address.host.end(), [](QChar c) {
            return c.isSpace() || c == u'[' || c == u']' || c == u'/';
        });
    if (!hostIsSound)
        return std::nullopt;
    if (end == trimmed.size())
        return address;
    const auto port = portFromText(trimmed.mid(end + 1));
    if (!port || trimmed[end] != u':')
        return std::nullopt;
    address.port = *port;
    return address;
}

} // namespace keisan::client
