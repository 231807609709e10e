// SPDX-License-Identifier: MIT
#include "common/eval/library/ascii_text.h"

#include "common/eval/budget.h"
#include "common/eval/values/print.h"
#include "common/eval/values/text.h"

#include <cstdio>

namespace keisan::eval {

namespace {

// An escape, made by snprintf().
constexpr std::uint64_t kWorkOfCharacter = 50;

} // namespace

std::string asciiOf(const Value& value, Budget& budget) {
    const std::string text = reprOf(value, budget);
    std::string result;
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(firstCodePoint(rest).bytes)) {
        budget.spend(kWorkOfCharacter);
        const auto c = static_cast<unsigned>(firstCodePoint(rest).value);
        if (c < 0x80) {
            result += static_cast<char>(c);
            continue;
        }
        char escape[16];
        if (c < 0x100)
            std::snprintf(escape, sizeof escape, "\\x%02x", c);
        else if (c < 0x10000)
            std::snprintf(escape, sizeof escape, "\\u%04x", c);
        else
            std::snprintf(escape, sizeof escape, "\\U%08x", c);
        result += escape;
    }
    return result;
}

} // namespace keisan::eval
