// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

namespace keisan::eval {

// "64 MiB", "3.2 GiB", "812 bytes": one decimal unless it is whole, in powers of 1024.
std::string sizeText(std::uint64_t bytes);
std::string sizeText(double bytes);

// "387,420,489"
std::string groupedText(std::uint64_t number);

} // namespace keisan::eval
