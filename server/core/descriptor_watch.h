// SPDX-License-Identifier: MIT
#pragma once

#include <QSocketNotifier>

#include <array>
#include <functional>
#include <memory>

class QAbstractEventDispatcher;

namespace keisan::server {

class EpollDispatcher;

// Tells what happens on one descriptor, which it does not own. Where the thread's event dispatcher is an
// EpollDispatcher it is told directly; elsewhere QSocketNotifiers stand behind it, which cost more time for
// each event and more memory for each descriptor. Lives in the thread that made it.
class DescriptorWatch {
public:
    // Bits. An error and a hang-up count as everything that is wanted.
    enum Readiness : unsigned { Nothing = 0, Readable = 1, Writable = 2, Exceptional = 4 };
    using Ready = std::function<void(unsigned readiness)>;

    // `dispatcher` is that of the thread.
    DescriptorWatch(int descriptor, QAbstractEventDispatcher& dispatcher, Ready ready);
    ~DescriptorWatch();
    Q_DISABLE_COPY_MOVE(DescriptorWatch)

    // What is to be told from now on, again and again for as long as it holds. Nothing at first.
    void want(unsigned readiness);
    unsigned wanted() const { return m_wanted; }

    // For the dispatcher. Whoever is told may want something else, but not destroy the watch.
    void tell(unsigned readiness) const { m_ready(readiness); }

private:
    void notifyOf(QSocketNotifier::Type type, unsigned readiness);

    const int m_descriptor;
    const Ready m_ready;
    EpollDispatcher* const m_dispatcher; // null where notifiers are used
    unsigned m_wanted = Nothing;
    std::unique_ptr<std::array<std::unique_ptr<QSocketNotifier>, 3>> m_notifiers; // by QSocketNotifier::Type
};

} // namespace keisan::server
