// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_event.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace keisan::server {

// Events on their way from one thread to another, oldest first, their texts one behind the other in one piece
// of memory. Once there is room, adding one allocates nothing; the thread that unpacks them gets texts of its
// own. A busy server's memory thus stays its own and warm, however many events the log of a window keeps.
// Where the requests fill kMaxBytes, those that follow are only counted, one Overflowed a client; everything
// else is always kept.
class PackedEvents {
public:
    // About 40,000 short requests: a window that takes 10,000 a second may look away for 4 s. Not more,
    // because at the end a log must get all of them in much less than a second.
    static constexpr std::size_t kMaxBytes = std::size_t{4} << 20;

    // A log writes as many in a few milliseconds.
    static constexpr std::size_t kSliceEvents = 1'000;
    static constexpr std::size_t kSliceBytes = std::size_t{256} << 10; // of texts

    static constexpr std::size_t kKeptBytes = std::size_t{1} << 20;

    // Of one text of a request: who listens may be slower than those who ask. A longer one is cut between two
    // characters, and "…" follows.
    static constexpr qsizetype kMaxTextBytes = 64 * 1024;

    // Of those that have not been taken.
    bool empty() const { return m_taken.events == m_events.size(); }
    std::size_t size() const { return m_events.size() - m_taken.events; }

    // Named as in the library, so that these can be the queue of a Mailbox.
    // NOLINTBEGIN(readability-identifier-naming)
    void push_back(const ServerEvent& event);
    void push_back(const AnsweredRequest& request);
    // NOLINTEND(readability-identifier-naming)

    // The oldest: kSliceEvents, or fewer once they reach kSliceBytes. Events of requests that were pushed as
    // such have no address. Nothing may be pushed from now on until clear().
    std::vector<ServerEvent> takeSlice();

    void clear(); // keeps the room, up to kKeptBytes of texts

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
        quint64 failed;
    };

    // How many have been taken.
    struct Taken {
        std::size_t events = 0;
        std::size_t addresses = 0;
        std::size_t texts = 0; // bytes
    };

    std::size_t bytes() const;
    bool hasRoomFor(const AnsweredRequest& request) const;
    void count(const AnsweredRequest& request);
    void append(QByteArrayView text);
    qsizetype appendBeginning(QByteArrayView text);
    ServerEvent take();
    QByteArray takeText(qsizetype bytes);

    std::vector<Packed> m_events;
    std::vector<QHostAddress> m_addresses;                 // of those that have one
    std::vector<char> m_texts;                             // of each event: its expression, then its answer
    std::unordered_map<quint64, std::size_t> m_overflowed; // of each client: the place of its Overflowed
    Taken m_taken;
};

} // namespace keisan::server
