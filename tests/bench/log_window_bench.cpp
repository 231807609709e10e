// SPDX-License-Identifier: MIT
// What the server's log costs the one who looks at it: 100,000 events in 10 s, in batches as the window gets
// them, and filtering them. Prints one line a figure: name, value, what ux.md promises. Judges nothing.
#include "server/window/log_filter_row.h"
#include "server/window/log_pane.h"
#include "server/window/log_view.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMainWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace keisan::server;

namespace {

constexpr int kBatches = 100;
constexpr int kBatchMs = 100;
constexpr int kEventsABatch = 1'000;
constexpr int kHeartbeatMs = 5;

double residentMiB() {
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const double pages = statm.readAll().split(' ').value(1).toDouble();
    return pages * double(sysconf(_SC_PAGESIZE)) / 1024 / 1024;
}

std::vector<ServerEvent> batch(int number) {
    std::vector<ServerEvent> events;
    for (int i = 0; i < kEventsABatch; ++i) {
        ServerEvent event =
            eventNow(i % 10 == 0 ? ServerEvent::Kind::Failed : ServerEvent::Kind::Evaluated,
                     QHostAddress(QHostAddress::LocalHost), 40'000, static_cast<quint64>(1 + i % 200));
        event.expression = QByteArray::number(number * kEventsABatch + i) + " ** 2 + 17";
        event.answer = i % 10 == 0 ? QByteArray("division by zero") : QByteArray::number(number * i);
        event.elapsedNs = 100'000;
        events.push_back(event);
    }
    return events;
}

struct Window : QMainWindow {
    LogModel log;
    WindowActions actions{*this};
    LogPane* pane = new LogPane(log, actions);

    Window() {
        setCentralWidget(pane);
        resize(1280, 800);
        show();
    }
};

// The longest time in which the window would not have answered.
class Heartbeat : public QTimer {
public:
    Heartbeat() {
        setTimerType(Qt::PreciseTimer);
        callOnTimeout(this,
                      [this] { longestMs = std::max(longestMs, m_sinceLast.restart() - kHeartbeatMs); });
        m_sinceLast.start();
        start(kHeartbeatMs);
    }
    qint64 longestMs = 0;

private:
    QElapsedTimer m_sinceLast;
};

void flood(Window& window) {
    const double before = residentMiB();
    QTimer feed;
    Heartbeat heartbeat;
    int sent = 0;
    QObject::connect(&feed, &QTimer::timeout, &window, [&] {
        window.log.append(batch(sent));
        if (++sent < kBatches)
            return;
        feed.stop();
        QTimer::singleShot(kBatchMs, qApp, &QCoreApplication::quit);
    });
    feed.start(kBatchMs);
    QCoreApplication::exec();
    std::printf("events                     %9d\n", window.log.rowCount());
    std::printf("longest without an answer  %9lld ms   at most 50\n",
                static_cast<long long>(heartbeat.longestMs));
    std::printf("more memory                %9.1f MiB  at most 57 (60 MB)\n", residentMiB() - before);
    std::printf("follows                    %9s\n", window.pane->view().follows() ? "yes" : "no");
}

void filter(Window& window, const char* text) {
    QElapsedTimer clock;
    clock.start();
    window.pane->filterRow().setText(QString::fromLatin1(text));
    QCoreApplication::processEvents();
    std::printf("filter %-18s  %9lld ms   at most 250   %d lines\n", text,
                static_cast<long long>(clock.elapsed()), window.pane->shown().rowCount());
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    Window window;
    QCoreApplication::processEvents();
    flood(window);
    for (const char* text : {"zero", "17", "client:7", "event:error", "took>100", "nothing at all", ""})
        filter(window, text);
    return 0;
}
