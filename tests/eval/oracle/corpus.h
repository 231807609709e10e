// SPDX-License-Identifier: MIT
#pragma once

#include "common/eval/evaluator.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace keisan::eval::oracle {

// One case of a corpus: a line, and what CPython 3.13 answers.
struct Case {
    std::size_t lineNumber = 0; // in the file, from 1
    std::string_view line;
    std::string_view reply;
    std::string_view place;    // third column; empty where the file has none
    bool opensSession = false; // the first one after a blank line
};

// A file of cases: "line TAB reply [TAB place]". Remarks begin with "# "; "## name" opens a section; blank
// lines part sessions. Throws std::runtime_error, naming the file and the line, for anything else.
class Corpus {
public:
    explicit Corpus(const std::filesystem::path& file);
    // The cases of one section; of the whole file for "".
    std::vector<Case> cases(std::string_view section = {}) const;

private:
    std::filesystem::path m_file;
    std::string m_text;
};

// The outcome as a client reads it: "Error: " and the message, or the value; control characters and lone
// surrogates as Python's repr writes them.
std::string replyOf(const Outcome& outcome);

// Whether two replies differ only in the last digits of their floats, as two C libraries do.
bool differInLastDigitsOnly(std::string_view left, std::string_view right);

} // namespace keisan::eval::oracle
