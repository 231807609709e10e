// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval {

// The names and numbered answers of one connection. Used by one evaluation at a time, from any thread.
class Session {};

} // namespace keisan::eval
