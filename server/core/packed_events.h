// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <cstddef>
#include <vector>

namespace keisan::server {

// Events on their way from one thread to another, oldest first, their texts one behind the other in one piece
// of memory. Once there is room, adding one allocates nothing; the thread that unpacks them gets texts of its
// own. A busy server's memory thus stays its own and warm, however many events the log of a window keeps.
class PackedEvents {
public:
    bool empty() const { return m_events.empty(); }
    std::size_t size() const { return m_events.size(); }

    // Named as in the library, so that it can be the queue of a Mailbox.
    // NOLINTNEXTLINE(readability-identifier-naming)
    void push_back(const ServerEvent& event);
    std::vector<ServerEvent> unpacked() const;

    void clear(); // keeps the room, up to kKeptBytes of texts

    static constexpr std::size_t kKeptBytes = std::size_t{1} << 20;

private:
    // A ServerEvent whose texts are elsewhere.
    struct Packed {
        ServerEvent::Kind kind;
        quint16 port;
        qint64 timeMs;
        quint64 client;
        QHostAddress address;
        qsizetype expressionBytes;
        qsizetype answerBytes;
        qint64 elapsedNs;
        quint64 count;
    };

    void append(const QByteArray& text);

    std::vector<Packed> m_events;
    std::vector<char> m_texts; // of each event: its expression, then its answer
};

} // namespace keisan::server
