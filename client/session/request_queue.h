// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstddef>
#include <deque>
#include <vector>

namespace keisan::client {

// One expression handed to the client: 1, 2, 3 ... for the life of the client; 0 is none.
using RequestId = quint64;

// The requests that have no answer yet, in their order: first those that were sent, then those that were not.
// Knows no socket and no clock; times are the caller's.
class RequestQueue {
public:
    struct Request {
        RequestId id = 0;
        QByteArray line; // without LF; empty once it was sent
        qint64 sentAtNs = 0;
    };

    RequestId add(const QByteArray& line);

    std::size_t count() const { return m_requests.size(); }
    std::size_t sentCount() const { return m_sentCount; }
    qint64 unsentBytes() const { return m_unsentBytes; }
    bool hasUnsent() const { return m_sentCount < m_requests.size(); }
    bool isSent(RequestId id) const;

    // The one whose answer comes next. Asserts that one was sent.
    const Request& oldest() const;

    // Marks the first unsent one as sent and gives it with its line. Asserts that there is one.
    Request sendNext(qint64 nowNs);

    // Takes out: the one whose answer came; one that was not sent (false: no such one); the sent ones; all.
    Request takeOldest();
    bool removeUnsent(RequestId id);
    std::vector<RequestId> takeSent();
    std::vector<RequestId> takeAll();

private:
    std::vector<RequestId> takeFirst(std::size_t count);

    std::deque<Request> m_requests;
    std::size_t m_sentCount = 0;
    qint64 m_unsentBytes = 0;
    RequestId m_lastId = 0;
};

} // namespace keisan::client
