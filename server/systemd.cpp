// SPDX-License-Identifier: MIT
#include "server/systemd.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace keisan::server {
namespace {

constexpr int kFirstPassedDescriptor = 3;

bool listensToTcp(int descriptor) {
    int accepts = 0;
    socklen_t size = sizeof accepts;
    sockaddr_storage address{};
    socklen_t addressSize = sizeof address;
    return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &accepts, &size) == 0 && accepts != 0 &&
           getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &addressSize) == 0 &&
           (address.ss_family == AF_INET || address.ss_family == AF_INET6);
}

} // namespace

PassedSocket passedSocket() {
    if (qgetenv("LISTEN_PID").toLongLong() != getpid())
        return {};
    const int count = qEnvironmentVariableIntValue("LISTEN_FDS");
    if (count < 1)
        return {};
    if (count > 1)
        return {-1, QStringLiteral("more than one socket was passed")};
    if (!listensToTcp(kFirstPassedDescriptor))
        return {-1, QStringLiteral("the socket that was passed is no TCP socket that listens")};
    return {kFirstPassedDescriptor, {}};
}

void notifyServiceManager(QByteArrayView state) {
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.isEmpty() || path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return;
    std::memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
    if (path.startsWith('@')) // an abstract socket: its name begins with a zero byte
        address.sun_path[0] = 0;
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return;
    const auto size = offsetof(sockaddr_un, sun_path) + static_cast<std::size_t>(path.size());
    sendto(descriptor, state.data(), static_cast<std::size_t>(state.size()), MSG_NOSIGNAL,
           reinterpret_cast<const sockaddr*>(&address), static_cast<socklen_t>(size));
    close(descriptor);
}

} // namespace keisan::server
