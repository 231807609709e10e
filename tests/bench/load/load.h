// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/load/client.h"

#include <deque>
#include <memory>
#include <vector>

namespace keisan::bench {

// How a load presses.
struct Pressure {
    std::size_t clients = 1;
    std::size_t inFlight = 1;    // requests of one client that it waits for at a time
    std::size_t connecting = 32; // connects at a time
    double rate = 0;             // requests a second, all clients together; 0: as fast as the replies come
};

// Many clients of one server in one thread, in a closed loop: a client asks again when it is answered.
class Load {
public:
    Load(const Exchange& exchange, const Pressure& pressure, std::uint16_t port);
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    // Connects them all; each asks once and the time of its first reply counts from its connect().
    void connectAll();

    // Asks and is answered for so long, then waits for what is in flight.
    void run(std::chrono::duration<double> time);
    void finish();

    // Replies since the last forgetReplies(), and how long each took.
    std::vector<float>& microseconds() { return m_microseconds; }
    void forgetReplies() { m_microseconds.clear(); }

private:
    void startClients();
    void turn(int timeoutMs);
    void look(Client& client, std::uint32_t events);
    void askFor(Client& client, std::size_t requests);
    void askAllowed();

    const Exchange& m_exchange;
    const Pressure m_pressure;
    const std::uint16_t m_port;
    const int m_epoll;
    std::vector<std::unique_ptr<Client>> m_clients;
    std::size_t m_connected = 0;
    std::size_t m_inFlight = 0;
    bool m_isAsking = false;
    Clock::time_point m_now;
    Clock::time_point m_rateSince;
    double m_asked = 0;                // since then
    std::deque<Client*> m_wantToAsk;   // where there is a rate: as often as each may ask
    std::vector<float> m_microseconds; // of each reply
};

} // namespace keisan::bench
