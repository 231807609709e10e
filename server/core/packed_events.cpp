// SPDX-License-Identifier: MIT
#include "server/core/packed_events.h"

#include <algorithm>

namespace keisan::server {
namespace {

constexpr QByteArrayView kCutMark("\u2026");

// What a text of so many bytes takes at most.
qsizetype keptBytes(qsizetype textBytes) {
    return textBytes <= PackedEvents::kMaxTextBytes ? textBytes
                                                    : PackedEvents::kMaxTextBytes + kCutMark.size();
}

QByteArrayView beginningOf(QByteArrayView text, qsizetype end) {
    const auto isInCharacter = [&] { return (static_cast<uchar>(text[end]) & 0xc0) == 0x80; };
    for (int i = 0; i < 3 && isInCharacter(); ++i)
        --end;
    return text.first(end);
}

} // namespace

void PackedEvents::push_back(const ServerEvent& event) {
    if (event.kind == ServerEvent::Kind::Listening)
        m_overflowed.clear(); // the numbers of clients begin anew
    m_events.push_back({event.kind, true, event.port, event.timeMs, event.client, event.expression.size(),
                        event.answer.size(), event.elapsedNs, event.cost, event.type, event.count,
                        event.failed});
    m_addresses.push_back(event.address);
    append(event.expression);
    append(event.answer);
}

void PackedEvents::push_back(const AnsweredRequest& request) {
    if (!hasRoomFor(request))
        return count(request);
    const qsizetype expressionBytes = appendBeginning(request.expression);
    const qsizetype answerBytes = appendBeginning(request.answer);
    m_events.push_back({request.kind(), false, 0, request.timeMs, request.client, expressionBytes,
                        answerBytes, request.elapsedNs, request.cost, request.type, 0, 0});
}

std::size_t PackedEvents::bytes() const {
    return m_events.size() * sizeof(Packed) + m_addresses.size() * sizeof(QHostAddress) + m_texts.size();
}

// After the first that found no room none is kept: what is missing is missing in one place.
bool PackedEvents::hasRoomFor(const AnsweredRequest& request) const {
    const qsizetype textBytes = keptBytes(request.expression.size()) + keptBytes(request.answer.size());
    return m_overflowed.empty() &&
           bytes() + sizeof(Packed) + static_cast<std::size_t>(textBytes) <= kMaxBytes;
}

void PackedEvents::count(const AnsweredRequest& request) {
    const auto [place, isFirst] = m_overflowed.try_emplace(request.client, m_events.size());
    if (isFirst)
        m_events.push_back(
            {ServerEvent::Kind::Overflowed, false, 0, request.timeMs, request.client, 0, 0, 0, 0, {}, 0, 0});
    Packed& counted = m_events[place->second];
    counted.elapsedNs += request.elapsedNs;
    counted.cost += request.cost;
    counted.count += 1;
    counted.failed += request.failed ? 1 : 0;
}

void PackedEvents::append(QByteArrayView text) {
    m_texts.insert(m_texts.end(), text.begin(), text.end());
}

// The bytes that it takes.
qsizetype PackedEvents::appendBeginning(QByteArrayView text) {
    if (text.size() <= kMaxTextBytes) {
        append(text);
        return text.size();
    }
    const QByteArrayView beginning = beginningOf(text, kMaxTextBytes);
    append(beginning);
    append(kCutMark);
    return beginning.size() + kCutMark.size();
}

std::vector<ServerEvent> PackedEvents::takeSlice() {
    std::vector<ServerEvent> events;
    events.reserve(std::min(size(), kSliceEvents));
    const std::size_t textsEnd = m_taken.texts + kSliceBytes;
    while (!empty() && events.size() < kSliceEvents && m_taken.texts < textsEnd)
        events.push_back(take());
    return events;
}

ServerEvent PackedEvents::take() {
    const Packed& packed = m_events[m_taken.events++];
    return {.kind = packed.kind,
            .timeMs = packed.timeMs,
            .client = packed.client,
            .address = packed.hasAddress ? m_addresses[m_taken.addresses++] : QHostAddress(),
            .port = packed.port,
            .expression = takeText(packed.expressionBytes),
            .answer = takeText(packed.answerBytes),
            .elapsedNs = packed.elapsedNs,
            .cost = packed.cost,
            .type = packed.type,
            .count = packed.count,
            .failed = packed.failed};
}

QByteArray PackedEvents::takeText(qsizetype bytes) {
    const char* text = m_texts.data() + m_taken.texts;
    m_taken.texts += static_cast<std::size_t>(bytes);
    return QByteArray(text, bytes);
}

void PackedEvents::clear() {
    m_events.clear();
    m_addresses.clear();
    m_texts.clear();
    m_overflowed.clear();
    m_taken = {};
    if (m_texts.capacity() > kKeptBytes)
        *this = {};
}

} // namespace keisan::server
