// SPDX-License-Identifier: MIT
#include "server/core/descriptors.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

namespace keisan::server {

int raisedDescriptorLimit() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur < files.rlim_max) {
        const rlimit raised{files.rlim_max, files.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0) // Fails where "unlimited" is more than the system has.
            files = raised;
    }
    return static_cast<int>(std::min<rlim_t>(files.rlim_cur, std::numeric_limits<int>::max()));
}

int firstFreeDescriptor() {
    const int free = dup(STDERR_FILENO);
    if (free >= 0)
        close(free);
    return std::max(free, 0);
}

} // namespace keisan::server
