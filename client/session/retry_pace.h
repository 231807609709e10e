// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace keisan::client {

// How long to wait before a lost connection is tried again: 0.5, 1, 2, 4, 8, 15 s, then every 15 s. Knows no
// clock.
class RetryPace {
public:
    // Counts one more failure and says how long to wait now. A connection that stood well begins anew.
    std::chrono::milliseconds afterFailure(bool stoodWell);

    void reset() { m_failures = 0; }

    // In a row; the number of the try that comes.
    int failures() const { return m_failures; }

private:
    int m_failures = 0;
};

} // namespace keisan::client
