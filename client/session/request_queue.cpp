// SPDX-License-Identifier: MIT
#include "client/session/request_queue.h"

#include <algorithm>
#include <utility>

namespace keisan::client {

RequestId RequestQueue::add(const QByteArray& line) {
    m_requests.push_back({++m_lastId, line, 0});
    m_unsentBytes += line.size();
    return m_lastId;
}

RequestQueue::Request* RequestQueue::findSent(RequestId id) {
    const auto found = std::find_if(m_requests.begin(), firstUnsent(),
                                    [id](const Request& request) { return request.id == id; });
    return found == firstUnsent() ? nullptr : &*found;
}

const RequestQueue::Request& RequestQueue::oldest() const {
    Q_ASSERT(m_sentCount > 0);
    return m_requests.front();
}

RequestQueue::Request& RequestQueue::nextUnsent() {
    Q_ASSERT(hasUnsent());
    return m_requests[m_sentCount];
}

RequestQueue::Request RequestQueue::sendNext(qint64 nowNs) {
    Request& request = nextUnsent();
    ++m_sentCount;
    m_unsentBytes -= request.line.size();
    request.sentAtNs = nowNs;
    Request sent = request;
    request.line.clear();
    return sent;
}

// Answers come in order: the search ends at the first, save with a server of other habits.
std::optional<RequestQueue::Request> RequestQueue::takeSent(RequestId id) {
    const auto found = std::find_if(m_requests.begin(), firstUnsent(),
                                    [id](const Request& request) { return request.id == id; });
    if (found == firstUnsent())
        return std::nullopt;
    Request request = std::move(*found);
    m_requests.erase(found);
    --m_sentCount;
    return request;
}

bool RequestQueue::removeUnsent(RequestId id) {
    const auto found = std::find_if(firstUnsent(), m_requests.end(),
                                    [id](const Request& request) { return request.id == id; });
    if (found == m_requests.end())
        return false;
    m_unsentBytes -= found->line.size();
    m_requests.erase(found);
    return true;
}

std::vector<RequestId> RequestQueue::takeSent() {
    return takeFirst(m_sentCount);
}

std::vector<RequestId> RequestQueue::takeAll() {
    return takeFirst(m_requests.size());
}

std::vector<RequestId> RequestQueue::takeFirst(std::size_t count) {
    std::vector<RequestId> ids;
    ids.reserve(count);
    for (; ids.size() < count; m_requests.pop_front()) {
        ids.push_back(m_requests.front().id);
        m_unsentBytes -= m_requests.front().line.size();
    }
    m_sentCount = 0;
    return ids;
}

} // namespace keisan::client
