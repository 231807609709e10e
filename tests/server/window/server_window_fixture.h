// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/server_window.h"

#include <QAction>
#include <QTableView>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace keisan::server::test {

using State = ServerThread::State;

// The whole window over a real server that listens on a free port of this computer.
struct Fixture {
    QTemporaryDir folder;
    ServerThread server;
    ServerWindow window;

    explicit Fixture(std::optional<ServerThread::Endpoint> endpoint =
                         ServerThread::Endpoint{QHostAddress(QHostAddress::LocalHost), 0})
        : window(server, {endpoint, settingsFile()}) {
        window.show();
        activate();
    }
    // Keys go to the active window only.
    void activate() {
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }
    QString settingsFile() const { return folder.filePath(QStringLiteral("settings.ini")); }

    template <class Widget>
    Widget* child(const char* name) {
        return window.findChild<Widget*>(QLatin1String(name));
    }
    QAction* action(const char* name) { return child<QAction>(name); }
    QTableView* log() { return child<QTableView>("log"); }
    QString cell(int row, int column) { return log()->model()->index(row, column).data().toString(); }
    bool isListening() const { return server.state() == State::Listening; }
    bool logHas(const QString& text) {
        for (int row = 0; row < log()->model()->rowCount(); ++row)
            for (int column = 0; column < log()->model()->columnCount(); ++column)
                if (cell(row, column) == text)
                    return true;
        return false;
    }
};

inline bool connectTo(QTcpSocket& socket, const ServerThread& server) {
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), server.endpoint().port);
    return socket.waitForConnected(5000);
}

} // namespace keisan::server::test
