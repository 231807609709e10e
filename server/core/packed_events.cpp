// SPDX-License-Identifier: MIT
#include "server/core/packed_events.h"

namespace keisan::server {

void PackedEvents::push_back(const ServerEvent& event) {
    m_events.push_back({event.kind, true, event.port, event.timeMs, event.client, event.expression.size(),
                        event.answer.size(), event.elapsedNs, event.cost, event.type, event.count});
    m_addresses.push_back(event.address);
    append(event.expression);
    append(event.answer);
}

void PackedEvents::push_back(const AnsweredRequest& request) {
    m_events.push_back({request.kind(), false, 0, request.timeMs, request.client, request.expression.size(),
                        request.answer.size(), request.elapsedNs, request.cost, request.type, 0});
    append(request.expression);
    append(request.answer);
}

void PackedEvents::append(QByteArrayView text) {
    m_texts.insert(m_texts.end(), text.begin(), text.end());
}

std::vector<ServerEvent> PackedEvents::unpacked() const {
    std::vector<ServerEvent> events;
    events.reserve(m_events.size());
    const char* text = m_texts.data();
    const auto next = [&text](qsizetype bytes) {
        const char* begin = std::exchange(text, text + bytes);
        return QByteArray(begin, bytes);
    };
    auto address = m_addresses.begin();
    for (const Packed& packed : m_events) {
        events.push_back({.kind = packed.kind,
                          .timeMs = packed.timeMs,
                          .client = packed.client,
                          .address = packed.hasAddress ? *address++ : QHostAddress(),
                          .port = packed.port,
                          .expression = next(packed.expressionBytes),
                          .answer = next(packed.answerBytes),
                          .elapsedNs = packed.elapsedNs,
                          .cost = packed.cost,
                          .type = packed.type,
                          .count = packed.count});
    }
    return events;
}

void PackedEvents::clear() {
    m_events.clear();
    m_addresses.clear();
    m_texts.clear();
    if (m_texts.capacity() > kKeptBytes)
        *this = {};
}

} // namespace keisan::server
