// SPDX-License-Identifier: MIT
#include "tests/bench/load/exchange.h"

#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <fstream>

namespace keisan::bench {
namespace {

std::string answerTo(const std::string& line) {
    eval::Session session;
    const eval::Outcome outcome = eval::evaluate(line, session);
    if (const auto* error = std::get_if<eval::Error>(&outcome.result))
        return "Error: " + error->message + '\n';
    return std::get<eval::Answer>(outcome.result).text + '\n';
}

std::string replyTo(const std::string& line, Replies replies) {
    switch (replies) {
    case Replies::Answers: return answerTo(line);
    case Replies::Echo: return line + '\n';
    case Replies::Any: break;
    }
    return {};
}

} // namespace

Exchange readExchange(const std::string& file, Replies replies) {
    std::ifstream in(file);
    Exchange exchange;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with("# "))
            continue;
        exchange.requests.push_back(line + '\n');
        exchange.replies.push_back(replyTo(line, replies));
    }
    return exchange;
}

} // namespace keisan::bench
