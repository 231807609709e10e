// SPDX-License-Identifier: MIT
#include "client/display_guard.h"

#include <QCoreApplication>
#include <QString>

#include <cstdio>
#include <cstdlib>

namespace keisan::client {

namespace {

QtMessageHandler handlerBefore = nullptr; // a message handler gets no object, only this

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (!QCoreApplication::startingUp())
        return handlerBefore(type, context, text);
    if (type != QtFatalMsg) // what the platform plugins say on the way
        return;
    if (!text.contains(QStringLiteral("platform plugin")))
        return handlerBefore(type, context, text);
    std::fputs("keisan: no display to open the window on; without one use keisan --terminal\n", stderr);
    std::_Exit(EXIT_FAILURE);
}

} // namespace

DisplayGuard::DisplayGuard() {
    handlerBefore = qInstallMessageHandler(onMessage);
}

DisplayGuard::~DisplayGuard() {
    qInstallMessageHandler(handlerBefore);
}

} // namespace keisan::client
