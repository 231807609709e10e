// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace keisan::client {

// How long to wait before a lost connection is tried again: 0.5, 1, 2, 4, 8, 15 s, then every 15 s. A server
// on this computer is never waited for longer than a second while nobody listens there: asking costs nothing,
// and it is the user who starts it. Knows no clock.
class RetryPace {
public:
    enum class Place { Far, Near }; // Near: nobody listens at an address of this computer

    // Counts one more failure and says how long to wait now. A connection that stood well begins anew.
    std::chrono::milliseconds afterFailure(bool stoodWell, Place place = Place::Far);

    void reset() { m_failures = 0; }

    // In a row; the number of the try that comes.
    int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

} // namespace keisan::client
