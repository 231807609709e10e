// SPDX-License-Identifier: MIT
#include "client/session/retry_pace.h"

#include <algorithm>
#include <array>

namespace keisan::client {

namespace {

using std::chrono::milliseconds;

constexpr std::array kBackOff{milliseconds(500),   milliseconds(1'000), milliseconds(2'000),
                              milliseconds(4'000), milliseconds(8'000), milliseconds(15'000)};

} // namespace

milliseconds RetryPace::afterFailure(bool stoodWell, Place place) {
    constexpr milliseconds kMostNear(1'000);
    m_failures = stoodWell ? 1 : m_failures + 1;
    const milliseconds delay = kBackOff[std::min(static_cast<std::size_t>(m_failures), kBackOff.size()) - 1];
    return place == Place::Near ? std::min(delay, kMostNear) : delay;
}

} // namespace keisan::client
