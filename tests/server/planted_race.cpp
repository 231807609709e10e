// SPDX-License-Identifier: MIT
// A race on purpose, in slots that two threads run at once: ThreadSanitizer has to report it, or the
// suppressions in tests/tsan.supp hide too much.

#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <cstdio>

namespace {

class Counter : public QObject {
public:
    explicit Counter(int& count) : m_count(count) {}

    void increase() {
        ++m_count; // without any order between the threads: this is the race
        ++m_calls;
    }

    int calls() const { return m_calls; }

private:
    int& m_count;
    std::atomic<int> m_calls = 0;
};

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    int count = 0;
    Counter first(count);
    Counter second(count);
    QThread threads[2];
    first.moveToThread(&threads[0]);
    second.moveToThread(&threads[1]);
    for (QThread& thread : threads)
        thread.start();
    for (int i = 0; i < 1000; ++i) {
        QMetaObject::invokeMethod(&first, &Counter::increase, Qt::QueuedConnection);
        QMetaObject::invokeMethod(&second, &Counter::increase, Qt::QueuedConnection);
    }
    while (first.calls() + second.calls() < 2000)
        QThread::yieldCurrentThread();
    for (QThread& thread : threads) {
        thread.quit();
        thread.wait();
    }
    std::printf("%d\n", count);
    return 0;
}
