// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace keisan::bench {

// What another evaluator takes for a line.
struct Timing {
    double nanoseconds = 0;
    std::string reply;
};

// CPython's eval of the same lines, in a process of its own; empty when the program cannot be run.
std::vector<Timing> timePython(const std::string& python, const std::string& mix, int passes);

// Whether this program was built with muParser.
bool hasMuParser();
// muParser's evaluation of a line with its answer printed; nothing when it cannot do the line.
std::optional<Timing> timeMuParser(const std::string& line, int passes);

} // namespace keisan::bench
