// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace keisan::client {

// Ctrl+C and SIGTERM as an event of the main thread. A second one ends the process at once, also when the
// event loop is stuck behind a reader that reads nothing. One object at a time.
class InterruptSignal : public QObject {
    Q_OBJECT

public:
    explicit InterruptSignal(QObject* parent = nullptr);
    ~InterruptSignal() override;

Q_SIGNALS:
    void interrupted(int exitCode); // 128 + the signal's number

private:
    void readSignal();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace keisan::client
