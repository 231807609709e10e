// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::server {

// Descriptors that are kept for what the server itself opens: its log, its listening socket, its event loops.
// A client whose descriptor comes nearer to the limit than this is not served.
constexpr int kReservedDescriptors = 32;

// How many files this process may have open: its own (soft) limit, after that was raised to the highest that
// is allowed (the hard one).
int raisedDescriptorLimit();

// The lowest number that is free; as good as how many are in use.
int firstFreeDescriptor();

} // namespace keisan::server
