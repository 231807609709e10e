// SPDX-License-Identifier: MIT
#include "tests/bench/rival.h"

#ifdef KEISAN_HAVE_MUPARSER

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <muParser.h>

namespace keisan::bench {

namespace {

using Clock = std::chrono::steady_clock;

// muParser writes ** as ^, and pi and e as _pi and _e unless told. Python's ^ is another operator.
std::optional<std::string> inMuParsersWords(std::string line) {
    if (line.find('^') != std::string::npos || line.find("//") != std::string::npos)
        return std::nullopt;
    for (std::size_t at = 0; (at = line.find("**", at)) != std::string::npos;)
        line.replace(at, 2, "^");
    return line;
}

mu::Parser calculator() {
    mu::Parser parser;
    parser.DefineConst("pi", 3.141592653589793);
    parser.DefineConst("e", 2.718281828459045);
    parser.DefineConst("tau", 6.283185307179586);
    return parser;
}

std::string evaluated(mu::Parser& parser, const std::string& line) {
    parser.SetExpr(line);
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), parser.Eval()).ptr;
    return {text.data(), end};
}

} // namespace

bool hasMuParser() {
    return true;
}

std::optional<Timing> timeMuParser(const std::string& line, int passes) {
    const auto words = inMuParsersWords(line);
    if (!words)
        return std::nullopt;
    try {
        mu::Parser parser = calculator();
        const std::string other = "1";
        std::vector<double> times;
        std::string reply;
        for (int pass = 0; pass < passes; ++pass) {
            evaluated(parser, other);
            const auto start = Clock::now();
            reply = evaluated(parser, *words);
            times.push_back(std::chrono::duration<double, std::nano>(Clock::now() - start).count());
        }
        std::nth_element(times.begin(), times.begin() + passes / 2, times.end());
        return Timing{times[static_cast<std::size_t>(passes / 2)], reply};
    } catch (const mu::Parser::exception_type&) {
        return std::nullopt;
    }
}

} // namespace keisan::bench

#else

namespace keisan::bench {

bool hasMuParser() {
    return false;
}

std::optional<Timing> timeMuParser(const std::string&, int) {
    return std::nullopt;
}

} // namespace keisan::bench

#endif
