// SPDX-License-Identifier: MIT
// What the instrumented evaluator runs: train LINES evaluates each line of that file, in many sessions of the
// length that clients' sessions have, and leaves behind how often each way through the code was taken.
#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace {

constexpr int kSessions = 200;

std::vector<std::string> linesOf(const char* path) {
    std::vector<std::string> lines;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line.front() != '#')
            lines.push_back(line);
    return lines;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> lines = linesOf(argc == 2 ? argv[1] : "");
    if (lines.empty()) {
        std::fprintf(stderr, "train: the file of lines is missing or empty\n");
        return 1;
    }
    for (int i = 0; i < kSessions; ++i) {
        keisan::eval::Session session;
        for (const std::string& line : lines)
            keisan::eval::evaluate(line, session);
    }
    return 0;
}
