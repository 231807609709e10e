// SPDX-License-Identifier: MIT
#include "server/core/refusals.h"

namespace keisan::server {
namespace {

constexpr int kTellEveryMs = 1000;

}

Refusals::Refusals() {
    m_timer.setInterval(kTellEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Refusals::tell);
}

void Refusals::add(const QByteArray& reason) {
    const auto [count, isNew] = m_counts.try_emplace(reason, 0);
    ++count->second;
    if (isNew)
        tellOf(reason, std::exchange(count->second, 0));
    if (!m_timer.isActive())
        m_timer.start();
}

void Refusals::tell() {
    std::erase_if(m_counts, [](const auto& counted) { return counted.second == 0; });
    for (auto& [reason, count] : m_counts)
        tellOf(reason, std::exchange(count, 0));
    if (m_counts.empty())
        m_timer.stop();
}

void Refusals::tellOf(const QByteArray& reason, quint64 count) {
    ServerEvent refused = eventNow(ServerEvent::Kind::Refused);
    refused.answer = reason;
    refused.count = count;
    Q_EMIT happened(refused);
}

} // namespace keisan::server
