// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/server_window.h"

#include <QAction>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace keisan::server::test {

using State = ServerThread::State;

// For what takes its time on a slow machine that has much else to do. Nothing waits so long when all is well.
constexpr int kPatienceMs = 30'000;

// The whole window over a real server that listens on a free port of this computer.
struct Fixture {
    QTemporaryDir folder;
    ServerThread server;
    ServerWindow window;

    explicit Fixture(std::optional<ServerThread::Endpoint> endpoint =
                         ServerThread::Endpoint{QHostAddress(QHostAddress::LocalHost), 0})
        : window(patient(server), {endpoint, settingsFile()}) {
        window.show();
        activate();
    }
    // What is to run until it is stopped must not meet its time limit, however slow the machine is.
    static ServerThread& patient(ServerThread& server) {
        ServerLimits limits;
        limits.evaluation.time = std::chrono::minutes(10);
        server.setLimits(limits);
        return server;
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

// Presses the key, or the button, in the question that comes up next, and keeps what it asked.
template <class Press>
void answerNextQuestion(QObject& context, QString& question, Press press) {
    auto* look = new QTimer(&context);
    QObject::connect(look, &QTimer::timeout, &context, [look, &question, press] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box == nullptr || !box->isVisible())
            return;
        look->deleteLater();
        question = box->text();
        press(*box);
    });
    look->start(20);
}
inline void pressReturn(QMessageBox& box) {
    QTest::keyClick(&box, Qt::Key_Return);
}
inline void pressYes(QMessageBox& box) {
    QTest::mouseClick(box.button(QMessageBox::Yes), Qt::LeftButton);
}

} // namespace keisan::server::test
