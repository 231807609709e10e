// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::server {

// From now on a write to a peer that has gone (SIGPIPE) or past the largest size of a file (SIGXFSZ) fails,
// and does not end the process.
void ignoreFailedWrites();

// Whatever happens, the process ends in order (code 0) or, if that takes longer, at once with the same code.
void endProcessWithin(int ms);

} // namespace keisan::server
