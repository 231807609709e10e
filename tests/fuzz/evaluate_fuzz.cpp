// SPDX-License-Identifier: MIT
// libFuzzer target: any bytes are lines of one session, and each gets an answer within small limits. A number
// that was printed is read back as itself.
#include "common/eval/evaluator.h"
#include "common/eval/session.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

using namespace keisan::eval;

Limits smallLimits() {
    Limits limits;
    limits.time = std::chrono::milliseconds(2000);
    limits.work = 20'000'000;
    limits.printedDigits = 20'000;
    limits.integerBits = std::size_t{1} << 18;
    limits.valueBytes = Limits::kMiB;
    limits.memoryBytes = 8 * Limits::kMiB;
    limits.sessionBytes = 4 * Limits::kMiB;
    return limits;
}

[[noreturn]] void fail(std::string_view what, std::string_view line) {
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(line.size()), line.data());
    std::abort();
}

void requireRoundTrip(const Answer& answer, const Limits& limits) {
    const auto session = std::make_unique<Session>();
    const Outcome again = evaluate(answer.text, *session, limits);
    const auto* same = std::get_if<Answer>(&again.result);
    if (same == nullptr || same->text != answer.text || same->typeName != answer.typeName)
        fail("does not read back", answer.text);
}

void run(std::string_view line, Session& session, const Limits& limits) {
    const Outcome outcome = evaluate(line, session, limits);
    const auto* answer = std::get_if<Answer>(&outcome.result);
    if (answer == nullptr)
        return;
    if (answer->text.size() > limits.replyBytes)
        fail("longer than the reply limit", line);
    if ((answer->typeName == "int" || answer->typeName == "float" || answer->typeName == "bool") &&
        answer->text.size() < 1000)
        requireRoundTrip(*answer, limits);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Limits limits = smallLimits();
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    const auto session = std::make_unique<Session>();
    for (int lines = 0; lines < 6 && !rest.empty(); ++lines) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        run(rest.substr(0, end), *session, limits);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return 0;
}
