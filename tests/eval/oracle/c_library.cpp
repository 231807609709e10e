// SPDX-License-Identifier: MIT
#include "tests/eval/oracle/c_library.h"

#include "tests/eval/oracle/corpus.h"

#include <cmath>
#include <cstdlib>
#include <map>
#include <stdexcept>

namespace keisan::eval::oracle {

namespace {

using Function = double (*)(double);

const std::map<std::string_view, Function> kFunctions{
    {"sin", std::sin},
    {"cos", std::cos},
    {"tan", std::tan},
    {"asin", std::asin},
    {"acos", std::acos},
    {"atan", std::atan},
    {"sinh", std::sinh},
    {"cosh", std::cosh},
    {"tanh", std::tanh},
    {"asinh", std::asinh},
    {"acosh", std::acosh},
    {"atanh", std::atanh},
    {"exp", std::exp},
    {"exp2", std::exp2},
    {"expm1", std::expm1},
    {"log", std::log},
    {"log2", std::log2},
    {"log10", std::log10},
    {"log1p", std::log1p},
    {"cbrt", std::cbrt},
    {"erf", std::erf},
    {"erfc", std::erfc},
    {"pow", [](double x) { return std::pow(x, 3.7); }},
    {"atan2", [](double x) { return std::atan2(x, 0.3); }},
};

// A sample: "function argument TAB result", the numbers in hexadecimal.
bool agrees(const Case& sample) {
    const std::size_t space = sample.line.find(' ');
    const auto function = kFunctions.find(sample.line.substr(0, space));
    if (function == kFunctions.end())
        throw std::runtime_error("libm.txt: unknown function in line " + std::to_string(sample.lineNumber));
    const double argument = std::strtod(std::string(sample.line.substr(space)).c_str(), nullptr);
    return function->second(argument) == std::strtod(std::string(sample.reply).c_str(), nullptr);
}

bool compareSamples() {
    const Corpus samples(std::filesystem::path(KEISAN_EVAL_TESTS) / "oracle/corpus/libm.txt");
    for (const Case& sample : samples.cases()) {
        if (!agrees(sample))
            return false;
    }
    return true;
}

} // namespace

bool isReferenceCLibrary() {
    static const bool same = compareSamples();
    return same;
}

} // namespace keisan::eval::oracle
