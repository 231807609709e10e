// SPDX-License-Identifier: MIT
// eval_bench [--python PROGRAM] [--mix FILE] [--passes N]: how long the evaluator takes, from the string to
// the printed answer, for each line of a mix; beside CPython's eval and muParser where they are at hand, and
// beside plain GMP for big integers. Prints figures; judges nothing. Build it with the release preset.
#include "common/eval/evaluator.h"
#include "common/eval/session.h"
#include "tests/bench/allocation_count.h"
#include "tests/bench/rival.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <gmp.h>
#include <memory>
#include <string_view>

namespace keisan::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Line {
    std::string text;
    std::string reply;
    double nanoseconds = 0; // median
};

struct Options {
    std::string python;
    std::string mix = KEISAN_BENCH "/mix.txt";
    int passes = 101;
};

std::string replyOf(const eval::Outcome& outcome) {
    if (const auto* error = std::get_if<eval::Error>(&outcome.result))
        return "Error: " + error->message;
    return std::get<eval::Answer>(outcome.result).text;
}

double nanosecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<Line> readMix(const std::string& file) {
    std::ifstream in(file);
    std::vector<Line> lines;
    for (std::string text; std::getline(in, text);) {
        if (!text.empty() && !text.starts_with("# "))
            lines.push_back({text, {}, 0});
    }
    return lines;
}

// Every pass goes through all the lines in a new session, so that no line follows itself.
void timeLines(std::vector<Line>& lines, int passes) {
    std::vector<std::vector<double>> times(lines.size());
    for (int pass = 0; pass < passes; ++pass) {
        const auto session = std::make_unique<eval::Session>();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto start = Clock::now();
            const eval::Outcome outcome = eval::evaluate(lines[i].text, *session);
            times[i].push_back(nanosecondsSince(start));
            lines[i].reply = replyOf(outcome);
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].nanoseconds = medianOf(times[i]);
}

// The geometric mean of ratios, and the worst of them.
class Ratios {
public:
    void add(const Line& line, double rivalNanoseconds) {
        const double ratio = line.nanoseconds / rivalNanoseconds;
        m_logarithms += std::log(ratio);
        ++m_count;
        if (ratio > m_worst) {
            m_worst = ratio;
            m_worstLine = line.text;
        }
    }
    void print(const char* rival) const {
        std::printf("%-12s %3d lines   geometric mean of the ratios %.3f   worst %.3f: %s\n", rival, m_count,
                    std::exp(m_logarithms / std::max(m_count, 1)), m_worst, m_worstLine.c_str());
    }

private:
    double m_logarithms = 0;
    double m_worst = 0;
    int m_count = 0;
    std::string m_worstLine;
};

void besidePython(const std::vector<Line>& lines, const Options& options) {
    if (options.python.empty()) {
        std::puts("CPython      skipped: no --python given");
        return;
    }
    const std::vector<Timing> timings = timePython(options.python, options.mix, options.passes);
    if (timings.size() != lines.size()) {
        std::printf("CPython      skipped: %s does not answer the mix\n", options.python.c_str());
        return;
    }
    Ratios ratios;
    double logarithms = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        ratios.add(lines[i], timings[i].nanoseconds);
        logarithms += std::log(timings[i].nanoseconds);
        if (lines[i].reply != timings[i].reply)
            std::printf("differs: %s\n    Python: %s\n    Keisan: %s\n", lines[i].text.c_str(),
                        timings[i].reply.c_str(), lines[i].reply.c_str());
    }
    ratios.print("CPython");
    std::printf("             CPython's own geometric mean: %.0f ns a line\n",
                std::exp(logarithms / static_cast<double>(lines.size())));
}

// Only lines of which muParser has the same opinion.
void besideMuParser(const std::vector<Line>& lines, int passes) {
    if (!hasMuParser()) {
        std::puts("muParser     skipped: not found when this was built");
        return;
    }
    Ratios ratios;
    for (const Line& line : lines) {
        const auto timing = timeMuParser(line.text, passes);
        char* end = nullptr;
        const double ours = std::strtod(line.reply.c_str(), &end);
        if (!timing || *end != '\0' || line.reply.empty())
            continue;
        const double theirs = std::strtod(timing->reply.c_str(), nullptr);
        if (std::abs(ours - theirs) <= 1e-9 * std::abs(ours))
            ratios.add(line, timing->nanoseconds);
    }
    ratios.print("muParser");
}

void ownFigures(const std::vector<Line>& lines) {
    double logarithms = 0;
    for (const Line& line : lines)
        logarithms += std::log(line.nanoseconds);
    const auto slowest = std::max_element(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return a.nanoseconds < b.nanoseconds;
    });
    std::printf("Keisan       %3zu lines   geometric mean %.0f ns a line   slowest %.0f ns: %s\n",
                lines.size(), std::exp(logarithms / static_cast<double>(lines.size())), slowest->nanoseconds,
                slowest->text.c_str());
}

void memoryFigures(const std::vector<Line>& lines) {
    const auto session = std::make_unique<eval::Session>();
    std::size_t most = 0;
    std::size_t calls = 0;
    std::string worst;
    for (const Line& line : lines) {
        countAllocations();
        eval::evaluate(line.text, *session);
        const Allocations taken = allocationsCounted();
        calls += taken.calls;
        if (taken.peakBytes > most) {
            most = taken.peakBytes;
            worst = line.text;
        }
    }
    std::printf("memory       %.1f allocations a line; the most at once %zu bytes: %s\n",
                static_cast<double>(calls) / static_cast<double>(lines.size()), most, worst.c_str());
}

// Big integers, computed and printed, beside GMP doing the same.

struct BigInteger {
    const char* line;
    void (*compute)(mpz_t);
};

constexpr BigInteger kBigIntegers[] = {
    {"2**1000000", [](mpz_t n) { mpz_ui_pow_ui(n, 2, 1'000'000); }},
    {"3**2000000", [](mpz_t n) { mpz_ui_pow_ui(n, 3, 2'000'000); }},
    {"factorial(100000)", [](mpz_t n) { mpz_fac_ui(n, 100'000); }},
    {"2**10**7", [](mpz_t n) { mpz_ui_pow_ui(n, 2, 10'000'000); }},
};

std::string byGmp(const BigInteger& big) {
    mpz_t number;
    mpz_init(number);
    big.compute(number);
    char* const digits = mpz_get_str(nullptr, 10, number);
    std::string text(digits);
    void (*release)(void*, std::size_t) = nullptr;
    mp_get_memory_functions(nullptr, nullptr, &release);
    release(digits, text.size() + 1);
    mpz_clear(number);
    return text;
}

double timeOf(const std::function<void()>& run) {
    const auto start = Clock::now();
    run();
    return nanosecondsSince(start);
}

void bigIntegers() {
    constexpr int kTurns = 9;
    eval::Limits limits;
    limits.printedDigits = 10'000'000;
    limits.replyBytes = 10'000'000;
    for (const BigInteger& big : kBigIntegers) {
        std::string ours;
        std::string theirs;
        std::vector<double> ratios; // of one turn each: what slows the machine slows both
        double keisan = HUGE_VAL;
        double gmp = HUGE_VAL;
        for (int turn = 0; turn < kTurns; ++turn) {
            const double ourTime = timeOf([&] {
                const auto session = std::make_unique<eval::Session>();
                ours = replyOf(eval::evaluate(big.line, *session, limits));
            });
            const double theirTime = timeOf([&] { theirs = byGmp(big); });
            ratios.push_back(ourTime / theirTime);
            keisan = std::min(keisan, ourTime);
            gmp = std::min(gmp, theirTime);
        }
        std::sort(ratios.begin(), ratios.end());
        std::printf("%-18s %8.2f ms   GMP %8.2f ms   ratio %.3f (%.3f to %.3f)   %s\n", big.line,
                    keisan / 1e6, gmp / 1e6, ratios[kTurns / 2], ratios.front(), ratios.back(),
                    ours == theirs ? "same digits" : ours.substr(0, 100).c_str());
    }
}

Options optionsFrom(int argc, char** argv) {
    Options options;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        if (name == "--python")
            options.python = argv[i + 1];
        else if (name == "--mix")
            options.mix = argv[i + 1];
        else if (name == "--passes")
            options.passes = std::atoi(argv[i + 1]);
    }
    return options;
}

} // namespace
} // namespace keisan::bench

int main(int argc, char** argv) {
    using namespace keisan::bench;
    const Options options = optionsFrom(argc, argv);
    std::vector<Line> lines = readMix(options.mix);
    if (lines.empty()) {
        std::fprintf(stderr, "eval_bench: no lines in %s\n", options.mix.c_str());
        return 1;
    }
    timeLines(lines, options.passes);
    ownFigures(lines);
    besidePython(lines, options);
    besideMuParser(lines, options.passes);
    memoryFigures(lines);
    bigIntegers();
}
