// SPDX-License-Identifier: MIT
#include "server/core/freed_memory.h"

#include <cstdlib> // says whether it is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace keisan::server {

void returnFreedMemory() {
#ifdef __GLIBC__
    // glibc raises the first of the two with what is freed, up to 32 MiB, and pieces below it are given back
    // only from the end of a heap. A piece of its own costs an evaluation two system calls and fresh pages:
    // most texts and numbers should be smaller.
    mallopt(M_MMAP_THRESHOLD, 512 * 1024);
    // Or the small ones of each batch of requests would come and go.
    mallopt(M_TRIM_THRESHOLD, 4 * 1024 * 1024);
#endif
}

void giveBackFreeMemory() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace keisan::server
