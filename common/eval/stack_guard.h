// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval {

// True when the running thread has less than kStackReserveBytes of its stack left: time to end a recursion
// with an Error. Costs a comparison; any thread.
bool stackIsShort() noexcept;

} // namespace keisan::eval
