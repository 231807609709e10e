// SPDX-License-Identifier: MIT
#pragma once

#ifdef __linux__
#include "server/core/epoll_dispatcher.h"
#endif

#include <QCoreApplication>
#include <QTest>

namespace keisan::server {

// The main() of a test that runs on both event dispatchers: with the first argument --epoll on that of the
// network thread, else on Qt's own.
template <class Test>
int runOnDispatcher(int argc, char** argv) {
#ifdef __linux__
    if (argc > 1 && qstrcmp(argv[1], "--epoll") == 0) {
        QCoreApplication::setEventDispatcher(new EpollDispatcher);
        argv[1] = argv[0];
        ++argv;
        --argc;
    }
#endif
    QCoreApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace keisan::server
