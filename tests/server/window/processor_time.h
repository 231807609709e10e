// SPDX-License-Identifier: MIT
#pragma once

#include <ctime>

namespace keisan::server::test {

// The processor time the test has used since this was made: what a busy machine does besides does not count.
class ProcessorTime {
public:
    double ms() const { return double(std::clock() - m_start) * 1000 / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

} // namespace keisan::server::test
