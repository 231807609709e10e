// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/load/exchange.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace keisan::bench {

using Clock = std::chrono::steady_clock;

// One connection of a load: sends the lines of an exchange in turn and checks every reply. A wrong reply or a
// lost connection ends the program, since nothing measured with it would be worth anything.
class Client {
public:
    // Starts connecting to 127.0.0.1. The exchange outlives the client, which begins with its line `first`.
    Client(const Exchange& exchange, std::size_t first, std::uint16_t port);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    int descriptor() const { return m_descriptor; }
    Clock::time_point started() const { return m_started; }
    std::size_t inFlight() const { return m_sentAt.size(); }
    bool hasUnsent() const { return !m_unsent.empty(); }

    bool isConnected() const { return m_isConnected; }
    // Call it when the descriptor is first writable.
    void finishConnecting();

    // Queues the next line; send() sends what is queued, as much as the kernel takes.
    void ask(Clock::time_point now);
    void send();

    // Takes all that has come and adds to `microseconds` how long each reply took from ask(). Returns their
    // number.
    std::size_t receive(Clock::time_point now, std::vector<float>& microseconds);

private:
    std::size_t takeIn(std::string_view bytes, Clock::time_point now, std::vector<float>& microseconds);
    void check(const char* reply, std::size_t bytes);

    const Exchange& m_exchange;
    std::size_t m_nextRequest;
    std::size_t m_nextReply;
    Clock::time_point m_started;
    int m_descriptor;
    bool m_isConnected = false;
    std::string m_unsent;
    std::string m_received; // the beginning of a reply
    std::deque<Clock::time_point> m_sentAt;
};

// Prints the text, or the call and what its errno means, and ends the program.
[[noreturn]] void fail(const std::string& text);
[[noreturn]] void fail(const std::string& call, int error);

} // namespace keisan::bench
