// SPDX-License-Identifier: MIT
#include "client/session/connection_words.h"

#include <QCoreApplication>

namespace keisan::client {

namespace {

struct ConnectionWords {
    Q_DECLARE_TR_FUNCTIONS(keisan::client::words)
};

} // namespace

QString words(QAbstractSocket::SocketError error, const ServerAddress& address) {
    switch (error) {
    case QAbstractSocket::ConnectionRefusedError:
        return ConnectionWords::tr(
                   "connection refused: no server listens on %1 (start one with keisan-server)")
            .arg(address.text());
    case QAbstractSocket::RemoteHostClosedError:
        return ConnectionWords::tr("the server at %1 closed the connection").arg(address.text());
    case QAbstractSocket::HostNotFoundError:
        return ConnectionWords::tr("host not found: there is no computer named %1").arg(address.host);
    case QAbstractSocket::SocketAccessError:
        return ConnectionWords::tr("connecting to %1 is not permitted").arg(address.text());
    case QAbstractSocket::SocketResourceError:
        return ConnectionWords::tr("this computer has no sockets left; close a program and try again");
    case QAbstractSocket::SocketTimeoutError:
        return ConnectionWords::tr("%1 does not answer: is the address right, and is the server started?")
            .arg(address.text());
    case QAbstractSocket::NetworkError:
        return ConnectionWords::tr("the network connection to %1 broke").arg(address.text());
    case QAbstractSocket::AddressInUseError:
    case QAbstractSocket::SocketAddressNotAvailableError:
        return ConnectionWords::tr("no connection can be made from here to %1").arg(address.text());
    case QAbstractSocket::UnsupportedSocketOperationError:
        return ConnectionWords::tr("this computer cannot reach addresses like %1").arg(address.host);
    default: // datagrams, proxies and TLS, none of which the client uses
        return ConnectionWords::tr("the connection to %1 failed").arg(address.text());
    }
}

} // namespace keisan::client
