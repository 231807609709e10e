// SPDX-License-Identifier: MIT
#include "tests/bench/load/client.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace keisan::bench {
namespace {

constexpr std::size_t kReadBytes = 64 * 1024;

int startConnecting(std::uint16_t port) {
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        fail("socket", errno);
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int done = connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    if (done != 0 && errno != EINPROGRESS)
        fail("connect", errno);
    return descriptor;
}

} // namespace

void fail(const std::string& text) {
    std::fprintf(stderr, "load_generator: %s\n", text.c_str());
    std::exit(1);
}

void fail(const std::string& call, int error) {
    fail(call + ": " + std::strerror(error));
}

Client::Client(const Exchange& exchange, std::size_t first, std::uint16_t port)
    : m_exchange(exchange)
    , m_nextRequest(first % exchange.requests.size())
    , m_nextReply(m_nextRequest)
    , m_started(Clock::now())
    , m_descriptor(startConnecting(port)) {}

Client::~Client() {
    close(m_descriptor);
}

void Client::finishConnecting() {
    int error = 0;
    socklen_t size = sizeof error;
    getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    if (error != 0)
        fail("connect", error);
    m_isConnected = true;
}

void Client::ask(Clock::time_point now) {
    m_unsent += m_exchange.requests[m_nextRequest];
    m_nextRequest = (m_nextRequest + 1) % m_exchange.requests.size();
    m_sentAt.push_back(now);
}

void Client::send() {
    if (m_unsent.empty())
        return;
    const ssize_t sent = ::send(m_descriptor, m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN)
        fail("send", errno);
    m_unsent.erase(0, sent < 0 ? 0 : static_cast<std::size_t>(sent));
}

std::size_t Client::receive(Clock::time_point now, std::vector<float>& microseconds) {
    static std::array<char, kReadBytes> buffer;
    std::size_t replies = 0;
    for (bool isMore = true; isMore;) {
        const ssize_t got = recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (got < 0 && errno == EAGAIN)
            break;
        if (got <= 0)
            fail("the server closed the connection");
        replies += takeIn({buffer.data(), static_cast<std::size_t>(got)}, now, microseconds);
        isMore = static_cast<std::size_t>(got) == buffer.size();
    }
    return replies;
}

std::size_t Client::takeIn(std::string_view bytes, Clock::time_point now, std::vector<float>& microseconds) {
    std::size_t replies = 0;
    const char* begin = bytes.data();
    const char* const end = begin + bytes.size();
    while (const void* found = std::memchr(begin, '\n', static_cast<std::size_t>(end - begin))) {
        const char* const next = static_cast<const char*>(found) + 1;
        if (m_received.empty()) {
            check(begin, static_cast<std::size_t>(next - begin));
        } else {
            m_received.append(begin, next);
            check(m_received.data(), m_received.size());
            m_received.clear();
        }
        microseconds.push_back(std::chrono::duration<float, std::micro>(now - m_sentAt.front()).count());
        m_sentAt.pop_front();
        begin = next;
        ++replies;
    }
    m_received.append(begin, end);
    return replies;
}

void Client::check(const char* reply, std::size_t bytes) {
    if (m_sentAt.empty())
        fail("a reply that nobody asked for: " + std::string(reply, bytes));
    const std::string& wanted = m_exchange.replies[m_nextReply];
    if (!wanted.empty() && (bytes != wanted.size() || std::memcmp(reply, wanted.data(), bytes) != 0))
        fail("wrong reply to " + m_exchange.requests[m_nextReply] + std::string(reply, bytes) +
             "instead of " + wanted);
    m_nextReply = (m_nextReply + 1) % m_exchange.requests.size();
}

} // namespace keisan::bench
