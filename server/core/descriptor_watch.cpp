// SPDX-License-Identifier: MIT
#include "server/core/descriptor_watch.h"

#ifdef Q_OS_LINUX
#include "server/core/epoll_dispatcher.h"
#endif

#include <utility>

namespace keisan::server {
namespace {

EpollDispatcher* asEpollDispatcher([[maybe_unused]] QAbstractEventDispatcher& dispatcher) {
#ifdef Q_OS_LINUX
    return qobject_cast<EpollDispatcher*>(&dispatcher);
#else
    return nullptr;
#endif
}

} // namespace

DescriptorWatch::DescriptorWatch(int descriptor, QAbstractEventDispatcher& dispatcher, Ready ready)
    : m_descriptor(descriptor)
    , m_ready(std::move(ready))
    , m_dispatcher(asEpollDispatcher(dispatcher)) {
    if (!m_dispatcher)
        m_notifiers = std::make_unique<std::array<std::unique_ptr<QSocketNotifier>, 3>>();
}

DescriptorWatch::~DescriptorWatch() {
    want(Nothing);
}

void DescriptorWatch::want(unsigned readiness) {
    if (std::exchange(m_wanted, readiness) == readiness)
        return;
#ifdef Q_OS_LINUX
    if (m_dispatcher)
        return m_dispatcher->setWatch(m_descriptor, readiness == Nothing ? nullptr : this);
#endif
    notifyOf(QSocketNotifier::Read, Readable);
    notifyOf(QSocketNotifier::Write, Writable);
    notifyOf(QSocketNotifier::Exception, Exceptional);
}

void DescriptorWatch::notifyOf(QSocketNotifier::Type type, unsigned readiness) {
    std::unique_ptr<QSocketNotifier>& notifier = (*m_notifiers)[type];
    const bool isWanted = (m_wanted & readiness) != 0;
    if (!notifier && isWanted) {
        notifier = std::make_unique<QSocketNotifier>(m_descriptor, type);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                         [this, readiness] { tell(readiness); });
    }
    if (notifier)
        notifier->setEnabled(isWanted);
}

} // namespace keisan::server
