// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <cstddef>
#include <deque>
#include <optional>
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
        bool isStructured = false; // how it was sent
        qint64 cancelledAtNs = 0;  // when the server was asked to cancel it; 0: it was not
    };

    RequestId add(const QByteArray& line);

    std::size_t count() const { return m_requests.size(); }
    std::size_t sentCount() const { return m_sentCount; }
    qint64 unsentBytes() const { return m_unsentBytes; }
    bool hasUnsent() const { return m_sentCount < m_requests.size(); }

    // Of those that were sent; nullptr: no such one.
    Request* findSent(RequestId id);

    // The one whose answer comes next. Asserts that one was sent.
    const Request& oldest() const;

    // The first one that was not sent. Asserts that there is one.
    Request& nextUnsent();

    // Marks that one as sent and gives it with its line. Asserts that there is one.
    Request sendNext(qint64 nowNs);

    // Takes out: one that was sent (nothing: no such one); one that was not sent (false: no such one); the
    // sent ones; all.
    std::optional<Request> takeSent(RequestId id);
    bool removeUnsent(RequestId id);
    std::vector<RequestId> takeSent();
    std::vector<RequestId> takeAll();

private:
    std::deque<Request>::iterator firstUnsent() {
        return m_requests.begin() + static_cast<std::ptrdiff_t>(m_sentCount);
    }
    std::vector<RequestId> takeFirst(std::size_t count);

    std::deque<Request> m_requests;
    std::size_t m_sentCount = 0;
    qint64 m_unsentBytes = 0;
    RequestId m_lastId = 0;
};

} // namespace keisan::client
