// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace keisan::program {

// Ctrl+C (SIGINT) and SIGTERM as an event of the thread that made it. A second one ends the process at once,
// also when the event loop is stuck. No signal is lost, however many come in between. One object at a time;
// afterwards the signals have their usual effect again.
class SignalWatcher : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

    // SIGHUP, too, is an event from now on; several that come before it is told are one.
    void watchHangUps();

Q_SIGNALS:
    void endRequested(int exitCode); // 128 + the signal's number
    void hungUp();

private:
    void tell();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace keisan::program
