// SPDX-License-Identifier: MIT
#include "tests/bench/load/load.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace keisan::bench {
namespace {

constexpr int kMaxEvents = 256;
constexpr int kTurnMs = 1;            // of a load with a rate: it asks at least so often
constexpr int kMaxSilenceMs = 30'000; // a server that says nothing for so long is broken

} // namespace

Load::Load(const Exchange& exchange, const Pressure& pressure, std::uint16_t port)
    : m_exchange(exchange)
    , m_pressure(pressure)
    , m_port(port)
    , m_epoll(epoll_create1(EPOLL_CLOEXEC))
    , m_now(Clock::now()) {
    m_microseconds.reserve(8'000'000);
}

Load::~Load() {
    close(m_epoll);
}

void Load::connectAll() {
    m_isAsking = false;
    startClients();
    while (m_connected < m_pressure.clients || m_inFlight > 0) {
        turn(kMaxSilenceMs);
        startClients();
    }
}

void Load::startClients() {
    while (m_clients.size() < m_pressure.clients && m_clients.size() - m_connected < m_pressure.connecting) {
        // Far apart, so that a reply to the wrong client is a wrong reply.
        const std::size_t first = m_clients.size() * 7919;
        m_clients.push_back(std::make_unique<Client>(m_exchange, first, m_port));
        Client& client = *m_clients.back();
        epoll_event event{EPOLLIN | EPOLLOUT | EPOLLET, {.ptr = &client}};
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor(), &event);
    }
}

void Load::run(std::chrono::duration<double> time) {
    m_now = Clock::now();
    const auto end = m_now + time;
    if (!std::exchange(m_isAsking, true)) {
        m_rateSince = m_now;
        m_asked = 0;
        for (const auto& client : m_clients)
            askFor(*client, m_pressure.inFlight);
    }
    while (m_now < end) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - m_now);
        turn(m_pressure.rate > 0 ? kTurnMs : static_cast<int>(left.count()));
    }
}

void Load::finish() {
    m_isAsking = false;
    m_wantToAsk.clear();
    while (m_inFlight > 0)
        turn(kMaxSilenceMs);
}

void Load::turn(int timeoutMs) {
    std::array<epoll_event, kMaxEvents> ready;
    const int count = epoll_wait(m_epoll, ready.data(), kMaxEvents, timeoutMs);
    m_now = Clock::now();
    if (count == 0 && timeoutMs == kMaxSilenceMs)
        fail("the server says nothing");
    for (int i = 0; i < count; ++i)
        look(*static_cast<Client*>(ready[static_cast<std::size_t>(i)].data.ptr),
             ready[static_cast<std::size_t>(i)].events);
    askAllowed();
}

void Load::look(Client& client, std::uint32_t events) {
    if (!client.isConnected()) {
        client.finishConnecting();
        ++m_connected;
        client.ask(client.started());
        ++m_inFlight;
    }
    if ((events & EPOLLOUT) != 0)
        client.send();
    if ((events & ~std::uint32_t{EPOLLOUT}) == 0)
        return;
    const std::size_t replies = client.receive(m_now, m_microseconds);
    m_inFlight -= replies;
    if (m_isAsking)
        askFor(client, replies);
}

void Load::askFor(Client& client, std::size_t requests) {
    if (m_pressure.rate > 0) {
        m_wantToAsk.insert(m_wantToAsk.end(), requests, &client);
        return;
    }
    for (std::size_t i = 0; i < requests; ++i)
        client.ask(m_now);
    client.send();
    m_inFlight += requests;
}

void Load::askAllowed() {
    const double allowed = std::chrono::duration<double>(m_now - m_rateSince).count() * m_pressure.rate;
    for (; m_asked < allowed && !m_wantToAsk.empty(); ++m_asked) {
        Client& client = *m_wantToAsk.front();
        m_wantToAsk.pop_front();
        client.ask(m_now);
        client.send();
        ++m_inFlight;
    }
}

} // namespace keisan::bench
