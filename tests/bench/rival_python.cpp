// SPDX-License-Identifier: MIT
#include "tests/bench/rival.h"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace keisan::bench {

std::vector<Timing> timePython(const std::string& python, const std::string& mix, int passes) {
    const std::string command =
        "'" + python + "' '" KEISAN_BENCH "/python_eval.py' '" + mix + "' " + std::to_string(passes);
    std::vector<Timing> result;
    FILE* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr)
        return result;
    std::array<char, 1 << 16> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
        std::string text(line.data());
        const std::size_t tab = text.find('\t');
        if (tab != std::string::npos)
            result.push_back({std::atof(text.c_str()), text.substr(tab + 1, text.size() - tab - 2)});
    }
    if (pclose(pipe) != 0)
        result.clear();
    return result;
}

} // namespace keisan::bench
