// SPDX-License-Identifier: MIT
#include "client/window/client_window.h"
#include "tests/bench/window/holding_server.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace keisan::client;

namespace {

// Tells when a widget was painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget& widget) { widget.installEventFilter(this); }
    bool eventFilter(QObject*, QEvent* event) override {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }
    void reset() { m_painted = false; }
    bool painted() const { return m_painted; }

private:
    bool m_painted = false;
};

constexpr int kTimeoutMs = 20'000;

bool spinUntil(const std::function<bool()>& isTrue) {
    QElapsedTimer clock;
    clock.start();
    while (!isTrue() && clock.elapsed() < kTimeoutMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 1);
    return isTrue();
}

void settle(int ms = 100) {
    QTest::qWait(ms);
}

// One row of the table: what was measured, what is promised, and what part of the promise it takes.
void printRow(const char* what, double measuredMs, double promisedMs) {
    std::printf("%-62s %9.2f ms   promised %5.0f ms   ratio %5.2f\n", what, measuredMs, promisedMs,
                measuredMs / promisedMs);
    std::fflush(stdout);
}

struct Times {
    double median = 0;
    double percentile95 = 0;
};

Times timesOf(QList<double> values) {
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values[values.size() * 95 / 100]};
}

// A window on the screen with its client, and what the bench does with it.
struct Desk {
    explicit Desk(const ClientWindow::Options& options) : window(client, options) {
        window.show();
        edit = window.findChild<ExpressionEdit*>();
        view = window.findChild<QListView*>(QStringLiteral("historyView"));
        spinUntil([this] { return window.isVisible() && window.windowHandle()->isExposed(); });
        settle();
    }

    bool waitForConnection() {
        return spinUntil([this] { return client.status().state == CalculatorClient::State::Connected; });
    }

    // Until what the key changes is painted.
    double keyToPaintMs(Qt::Key key, QWidget& painted, const QString& text = {}) {
        PaintWatch watch(painted);
        QElapsedTimer clock;
        clock.start();
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(edit, &press);
        spinUntil([&watch] { return watch.painted(); });
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    }

    Times typingTimes(int keys = 100) {
        QList<double> times;
        for (int i = 0; i < keys; ++i) {
            times << keyToPaintMs(Qt::Key_1, *edit->viewport(), QStringLiteral("1"));
            settle(10);
        }
        edit->clear();
        settle();
        return timesOf(times);
    }

    Times enterTimes(int count = 30) {
        QList<double> times;
        for (int i = 0; i < count; ++i) {
            edit->insertPlainText(QString::number(i));
            settle(30);
            times << keyToPaintMs(Qt::Key_Return, *view->viewport());
            settle(30); // the answer comes
        }
        return timesOf(times);
    }

    void submit(const char* expression) {
        edit->insertPlainText(QString::fromLatin1(expression));
        keyToPaintMs(Qt::Key_Return, *view->viewport());
    }

    ItemState lastState() const {
        const HistoryModel& history = window.history();
        return history.item(history.rowCount() - 1).state;
    }

    CalculatorClient client{CalculatorClient::Speech::Structured};
    ClientWindow window;
    ExpressionEdit* edit;
    QListView* view;
};

void benchTyping(const ServerAddress& server) {
    Desk desk({.address = server, .connectNow = true});
    desk.waitForConnection();
    const Times idle = desk.typingTimes();
    printRow("key to painted, idle, median of 100", idle.median, 16);
    printRow("key to painted, idle, 95th of 100", idle.percentile95, 32);
    desk.submit("sum(i * i for i in range(10 ** 9))");
    settle(300);
    const Times busy = desk.typingTimes(50);
    printRow("key to painted while an evaluation runs, median of 50", busy.median, 16);
    printRow("key to painted while an evaluation runs, 95th of 50", busy.percentile95, 32);
    if (desk.lastState() != ItemState::Sent)
        std::printf("the evaluation had ended before it was to be stopped\n");
    PaintWatch watch(*desk.view->viewport());
    QObject::connect(&desk.window.history(), &HistoryModel::itemEnded, &watch, [&watch] { watch.reset(); });
    QElapsedTimer clock;
    clock.start();
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(desk.edit, &escape);
    spinUntil([&] { return desk.lastState() != ItemState::Sent && watch.painted(); });
    printRow("Stop to \"Cancelled\" painted", static_cast<double>(clock.nsecsElapsed()) / 1e6, 200);
}

QString historyFile(const QTemporaryDir& folder, int entries) {
    const QString path = folder.filePath(QStringLiteral("history-%1.jsonl").arg(entries));
    QFile file(path);
    file.open(QIODevice::WriteOnly);
    for (int i = 0; i < entries; ++i) {
        const QByteArray number = QByteArray::number(i);
        file.write(R"({"id":")" + number + R"(","expression":")" + number +
                   R"( ** 7 + 1","answer":"12345678901234567890","elapsed_ns":100000,"time":1})" + '\n');
    }
    return path;
}

void benchHistory(const ServerAddress& server) {
    const QTemporaryDir folder;
    double few = 0;
    for (const int entries : {10, 5'000}) {
        Desk desk({.address = server, .connectNow = true, .historyPath = historyFile(folder, entries)});
        desk.waitForConnection();
        settle(500);
        const Times times = desk.enterTimes();
        if (entries == 10) {
            few = times.median;
            std::printf("%-62s %9.2f ms\n", "Enter to painted, 10 entries, median of 30", few);
        } else {
            std::printf("%-62s %9.2f ms\n", "Enter to painted, 5,000 entries, median of 30", times.median);
            printRow("  how much more than with 10", std::max(0.0, times.median - few), 16);
        }
    }
}

void benchLongAnswer() {
    constexpr qsizetype kDigits = 1'000'000;
    keisan::bench::HoldingServer server(kDigits);
    Desk desk(
        {.address = ServerAddress{QStringLiteral("127.0.0.1"), server.serverPort()}, .connectNow = true});
    desk.waitForConnection();
    settle();
    desk.submit("7 ** 1183293");
    spinUntil([&server] { return server.hasSent(); });
    settle(500);
    PaintWatch watch(*desk.view->viewport());
    QObject::connect(&desk.window.history(), &HistoryModel::itemEnded, &watch, [&watch] { watch.reset(); });
    QElapsedTimer clock;
    clock.start();
    server.release();
    spinUntil([&] { return desk.lastState() == ItemState::Answered && watch.painted(); });
    printRow("1,000,000 digits, last byte to painted item", static_cast<double>(clock.nsecsElapsed()) / 1e6,
             50);

    clock.start();
    desk.window.findChild<QAction*>(QStringLiteral("showWholeAction"))->trigger();
    auto* digits = desk.window.findChild<QPlainTextEdit*>(QStringLiteral("digitsView"));
    PaintWatch shown(*digits->viewport());
    spinUntil([&shown] { return shown.painted(); });
    printRow("1,000,000 digits, Show to painted", static_cast<double>(clock.nsecsElapsed()) / 1e6, 100);
    const Times typing = desk.typingTimes();
    printRow("key to painted after it, median of 100", typing.median, 16);
    printRow("key to painted after it, 95th of 100", typing.percentile95, 32);
}

} // namespace

// client_window_bench PORT: the client's window before a keisan-server at that port of this computer.
int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const int port = argc > 1 ? std::atoi(argv[1]) : 0;
    if (port <= 0) {
        std::fputs("usage: client_window_bench PORT\n", stderr);
        return 2;
    }
    const ServerAddress server{QStringLiteral("127.0.0.1"), static_cast<quint16>(port)};
    benchTyping(server);
    benchHistory(server);
    benchLongAnswer();
    return 0;
}
