// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/client_window.h"
#include "tests/client/window/scripted_server.h"

#include <QLabel>
#include <QPushButton>
#include <QStatusBar>
#include <QtTest>

namespace keisan::client::test {

// One client window on the screen, and what a test does with it, by its keys and by the names of its widgets.
struct WindowFixture {
    explicit WindowFixture(quint16 port) : WindowFixture(optionsFor(port)) {}

    explicit WindowFixture(const ClientWindow::Options& options) : window(client, options) {
        window.show();
        window.activateWindow();
        QVERIFY2(QTest::qWaitForWindowActive(&window), "the window is not active");
    }

    static ClientWindow::Options optionsFor(quint16 port) {
        return {.address = ServerAddress{QStringLiteral("127.0.0.1"), port}};
    }

    template <class Object>
    Object& find(const char* name) {
        auto* object = window.findChild<Object*>(QString::fromLatin1(name));
        if (object == nullptr)
            qFatal("there is no %s", name);
        return *object;
    }

    ExpressionEdit& input() { return find<ExpressionEdit>("expressionEdit"); }
    QString stateWord() { return find<QLabel>("stateWord").text(); }
    QString message() const { return window.statusBar()->currentMessage(); }
    QString notice() {
        return find<QWidget>("noticeBar").isVisible() ? find<QLabel>("noticeText").text() : QString();
    }

    void type(const char* text) { QTest::keyClicks(&input(), QString::fromUtf8(text)); }
    void enter(const char* text) {
        type(text);
        QTest::keyClick(&input(), Qt::Key_Return);
    }
    void click(const char* button) { QTest::mouseClick(&find<QPushButton>(button), Qt::LeftButton); }

    bool connectNow() {
        constexpr int kGreetingMs = 300; // a server that is busy with another client does not answer it
        click("connectButton");
        const bool isConnected =
            QTest::qWaitFor([this] { return client.status().state == CalculatorClient::State::Connected; });
        const bool isGreeted = QTest::qWaitFor(
            [this] { return client.status().mode != CalculatorClient::Mode::Unknown; }, kGreetingMs);
        return isConnected && (isGreeted || client.status().mode == CalculatorClient::Mode::Unknown);
    }

    const HistoryItem& item(int row) const { return window.history().item(row); }
    QString shownAnswer(int row) const {
        const HistoryModel& history = window.history();
        return history.index(row).data(HistoryModel::LinesRole).value<HistoryLines>().answer;
    }
    bool waitForState(int row, ItemState state) const {
        return QTest::qWaitFor([&] { return window.history().rowCount() > row && item(row).state == state; });
    }

    CalculatorClient client{CalculatorClient::Speech::Structured};
    ClientWindow window;
};

// A server that listens, for those whose window needs its port.
struct ListeningServer {
    explicit ListeningServer(ScriptedServer::OnLine onLine) : server(std::move(onLine)) {
        QVERIFY(server.start());
    }

    ScriptedServer server;
};

// A window that is connected to a server of its own.
struct ConnectedFixture : ListeningServer, WindowFixture {
    explicit ConnectedFixture(ScriptedServer::OnLine onLine)
        : ListeningServer(std::move(onLine))
        , WindowFixture(server.serverPort()) {
        QVERIFY2(connectNow(), "the window does not connect");
    }
};

} // namespace keisan::client::test
