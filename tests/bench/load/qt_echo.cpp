// SPDX-License-Identifier: MIT
// qt_echo: an echo of lines as Qt's own examples would write it. Prints where it listens.
#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/resource.h>

#include <cstdio>

namespace {

void allowManyDescriptors() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

void echoLines(QTcpSocket* socket) {
    while (socket->canReadLine())
        socket->write(socket->readLine());
}

void takeClients(QTcpServer* server) {
    while (QTcpSocket* socket = server->nextPendingConnection()) {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { echoLines(socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

} // namespace

int main(int argc, char** argv) {
    allowManyDescriptors();
    const QCoreApplication application(argc, argv);
    QTcpServer server;
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&server] { takeClients(&server); });
    server.listen(QHostAddress::LocalHost);
    std::printf("Listening on 127.0.0.1:%d\n", server.serverPort());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
