// SPDX-License-Identifier: MIT
#include "server/core/network_thread.h"

#include "server/core/evaluation_lanes.h"
#ifdef Q_OS_LINUX
#include "server/core/epoll_dispatcher.h"
#endif

namespace keisan::server {

NetworkThread::NetworkThread(QObject* parent) : QThread(parent) {
    setObjectName(QStringLiteral("network"));
    setStackSize(kEvaluationStackBytes);
#ifdef Q_OS_LINUX
    setEventDispatcher(new EpollDispatcher); // which the thread owns
#endif
}

} // namespace keisan::server
