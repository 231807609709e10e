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

    // Named as in the library, so that these can be the queue of a Mailbox.
    // NOLINTBEGIN(readability-identifier-naming)
    void push_back(const ServerEvent& event);
    void push_back(const AnsweredRequest& request);
    // NOLINTEND(readability-identifier-naming)

    // Events of requests that were pushed as such have no address.
    std::vector<ServerEvent> unpacked() const;

    void clear(); // keeps the room, up to kKeptBytes of texts

    static constexpr std::size_t kKeptBytes = std::size_t{1} << 20;

private:
    // A ServerEvent whose texts and address are elsewhere.
    struct Packed {
        ServerEvent::Kind kind;
        bool hasAddress;
        quint16 port;
        qint64 timeMs;
        quint64 client;
        qsizetype expressionBytes;
        qsizetype answerBytes;
        qint64 elapsedNs;
        quint64 cost;
        std::string_view type;
        quint64 count;
    };

    void append(QByteArrayView text);

    std::vector<Packed> m_events;
    std::vector<QHostAddress> m_addresses; // of those that have one
    std::vector<char> m_texts;             // of each event: its expression, then its answer
};

} // namespace keisan::server
