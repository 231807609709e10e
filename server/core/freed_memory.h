// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::server {

// From now on the system gets memory back when it is freed in large pieces: what some sessions had is not
// kept for ever because others might want it. For the whole process, before it has threads. Does nothing
// where the allocator is not glibc's.
void returnFreedMemory();

// Gives back what is free by now, also the small pieces between those in use: glibc keeps them for the thread
// that had them, and what one had no other can use. Takes a millisecond for some ten MiB, in which threads
// that allocate may have to wait.
void giveBackFreeMemory();

} // namespace keisan::server
