// SPDX-License-Identifier: MIT
#include "client/terminal/name_completion.h"

#include <algorithm>

namespace keisan::client {

namespace {

constexpr QByteArrayView kPythonNames = "False None True abs acos acosh all and any asin asinh atan atan2 "
                                        "atanh bin bool cbrt ceil chr cmath comb complex "
                                        "copysign cos cosh degrees dict dist divmod enumerate erf erfc exp "
                                        "exp2 expm1 fabs factorial filter float floor "
                                        "fma fmod for format frexp frozenset fsum gamma gcd hex hypot in inf "
                                        "int is isclose isfinite isinf isnan isqrt "
                                        "lambda lcm ldexp len lgamma list log log10 log1p log2 map math max "
                                        "min modf nan nextafter not oct or ord perm pi "
                                        "pow prod radians range remainder repr reversed round set sin sinh "
                                        "sorted sqrt str sum sumprod tan tanh tau trunc "
                                        "tuple ulp zip";
constexpr qsizetype kMinLearnedBytes = 2;

// Bytes past ASCII belong to letters well enough.
bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

qsizetype nameStart(QByteArrayView text, qsizetype end) {
    while (end > 0 && isNameByte(text[end - 1]))
        --end;
    return end;
}

qsizetype commonLength(const QList<QByteArray>& sorted) {
    const QByteArray& first = sorted.first();
    const QByteArray& last = sorted.last();
    return std::mismatch(first.begin(), first.end(), last.begin(), last.end()).first - first.begin();
}

} // namespace

NameCompletion::NameCompletion() {
    learn(kPythonNames.toByteArray());
}

void NameCompletion::learn(const QByteArray& expression) {
    for (qsizetype end = expression.size(); end > 0; --end) {
        const qsizetype start = nameStart(expression, end);
        if (end - start >= kMinLearnedBytes && !isDigit(expression[start]))
            m_names.insert(expression.mid(start, end - start), true);
        end = std::max<qsizetype>(start, 1);
    }
}

NameCompletion::Result NameCompletion::complete(const QByteArray& textBeforeCursor) const {
    const qsizetype start = nameStart(textBeforeCursor, textBeforeCursor.size());
    const QByteArray prefix = textBeforeCursor.mid(start);
    if (prefix.isEmpty() || isDigit(prefix[0]) || (start > 0 && textBeforeCursor[start - 1] == '.'))
        return {};
    Result result;
    for (auto it = m_names.lowerBound(prefix); it != m_names.end() && it.key().startsWith(prefix); ++it)
        result.choices.append(it.key());
    if (!result.choices.isEmpty())
        result.insert =
            result.choices.first().mid(prefix.size(), commonLength(result.choices) - prefix.size());
    return result;
}

} // namespace keisan::client
