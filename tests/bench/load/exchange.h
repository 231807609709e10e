// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace keisan::bench {

// What the clients of a load say, and what they are to hear: line i of `requests` is answered by line i of
// `replies`. All lines end in a line feed. Empty replies stand for "any line will do".
struct Exchange {
    std::vector<std::string> requests;
    std::vector<std::string> replies;
};

enum class Replies { Answers, Echo, Any };

// The lines of a file, but for empty ones and comments ("# "). The answers are those of the evaluator in this
// process, each line in a session of its own. Empty when the file cannot be read.
Exchange readExchange(const std::string& file, Replies replies);

} // namespace keisan::bench
