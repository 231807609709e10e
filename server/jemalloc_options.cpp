// SPDX-License-Identifier: MIT

// What jemalloc reads when the program starts, before anything else runs (its manual, section TUNING); the
// environment's MALLOC_CONF comes after it and wins. Huge pages: the answers that sessions keep fill memory
// page by page, and thousands of sessions are spread over it, which takes the processor a tenth of its time
// in small ones.
extern "C" const char* malloc_conf;
extern "C" const char* malloc_conf = "thp:always,metadata_thp:always";
