// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::server {

// From now on the system gets memory back when it is freed in large pieces: what some sessions had is not
// kept for ever because others might want it. For the whole process, before it has threads. Does nothing
// where the allocator is not glibc's.
void returnFreedMemory();

} // namespace keisan::server
