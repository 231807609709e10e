// SPDX-License-Identifier: MIT
#include "client/session/connection_words.h"

#include <QCoreApplication>

namespace keisan::client {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("keisan::client::words", text);
}

} // namespace

QString words(QAbstractSocket::SocketError error, const ServerAddress& address) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return tr("connection refused: no server listens on %1 (start one with keisan-server)")
            .arg(address.text());
    case QAbstractSocket::RemoteHostClosedError:
        return tr("the server at %1 closed the connection").arg(address.text());
    case QAbstractSocket::HostNotFoundError:
        return tr("host not found: there is no computer named %1").arg(address.host);
    case QAbstractSocket::SocketAccessError:
        return tr("connecting to %1 is not permitted").arg(address.text());
    case QAbstractSocket::SocketResourceError:
        return tr("this computer has no sockets left; close a program and try again");
    case QAbstractSocket::SocketTimeoutError:
        return tr("%1 does not answer: is the address right, and is the server started?").arg(address.text());
    case QAbstractSocket::NetworkError: return tr("the network connection to %1 broke").arg(address.text());
    case QAbstractSocket::AddressInUseError:
    case QAbstractSocket::SocketAddressNotAvailableError:
        return tr("no connection can be made from here to %1").arg(address.text());
    case QAbstractSocket::UnsupportedSocketOperationError:
        return tr("this computer cannot reach addresses like %1").arg(address.host);
    default: // datagrams, proxies and TLS, none of which the client uses
        return tr("the connection to %1 failed").arg(address.text());
    }
}

} // namespace keisan::client
