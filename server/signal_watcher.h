// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace keisan::server {

// Turns SIGINT and SIGTERM into a signal of Qt in the main thread; the second one ends the process at once.
// SIGHUP, where wanted, asks for the log file to be opened anew. SIGPIPE and SIGXFSZ are ignored from here
// on. One a process.
class SignalWatcher : public QObject {
    Q_OBJECT

public:
    enum class HangUp { EndsProcess, ReopensLog };

    explicit SignalWatcher(HangUp hangUp, QObject* parent = nullptr);

    // Whatever happens, the process ends in order (code 0) or, if that takes longer, at once with the same
    // code.
    static void endProcessWithin(int ms);

Q_SIGNALS:
    void endRequested();
    void reopenRequested();

private:
    void take();

    QSocketNotifier m_notifier;
};

} // namespace keisan::server
