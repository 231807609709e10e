// SPDX-License-Identifier: MIT
#include "client/window/bit_pattern.h"

#include "client/window/notation.h"

#include "common/eval/values/integer.h"
#include "common/eval/values/print.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <string>

namespace keisan::client {

namespace {

constexpr std::array kWidths{8, 16, 32, 64, 128};
constexpr qsizetype kMostDigits = 4'096; // of an int whose low bits are shown

// Bits of two's complement that hold the number, its sign bit included when it is signed or negative.
int widthNeededBy(mpz_srcptr number, bool isSigned) {
    const bool isNegative = mpz_sgn(number) < 0;
    eval::Integer storage(number);
    const mpz_ptr magnitude = storage;
    if (isNegative)
        mpz_com(magnitude, number); // -128 needs the bits of 127
    const std::size_t bits = mpz_sgn(magnitude) == 0 ? 0 : mpz_sizeinbase(magnitude, 2);
    return static_cast<int>(bits) + (isSigned || isNegative ? 1 : 0);
}

} // namespace

std::optional<BitPattern> BitPattern::of(const QByteArray& answer, int width, bool isSigned) {
    BitPattern pattern;
    pattern.m_isSigned = isSigned;
    if (const auto number = floatOf(answer)) {
        pattern.m_isFloat = true;
        pattern.m_neededWidth = 64;
        pattern.m_bits = std::bit_cast<std::uint64_t>(*number);
        return pattern;
    }
    if (!isIntText(answer) || answer.size() > kMostDigits)
        return std::nullopt;
    eval::Integer number;
    mpz_set_str(number, answer.constData(), 10);
    pattern.m_neededWidth = widthNeededBy(number, isSigned);
    const auto* fitting = std::find_if(kWidths.begin(), kWidths.end() - 1,
                                       [&](int candidate) { return candidate >= pattern.m_neededWidth; });
    pattern.m_width = width > 0 ? width : *fitting;
    for (int place = 0; place < pattern.m_width; ++place)
        pattern.m_bits.set(static_cast<std::size_t>(place),
                           mpz_tstbit(number, static_cast<mp_bitcnt_t>(place)) != 0);
    return pattern;
}

void BitPattern::invert() {
    for (int place = 0; place < m_width; ++place)
        flip(place);
}

void BitPattern::shiftLeft() {
    m_bits <<= 1;
    if (m_width < kMaxWidth)
        m_bits.reset(static_cast<std::size_t>(m_width));
}

// A signed number keeps its sign, as >> does.
void BitPattern::shiftRight() {
    const bool sign = m_isSigned && !m_isFloat && bit(m_width - 1);
    m_bits >>= 1;
    m_bits.set(static_cast<std::size_t>(m_width - 1), sign);
}

void BitPattern::swapBytes() {
    const std::bitset<kMaxWidth> before = m_bits;
    for (int place = 0; place < m_width; ++place) {
        const int mirrored = (m_width / 8 - 1 - place / 8) * 8 + place % 8;
        m_bits.set(static_cast<std::size_t>(place), before.test(static_cast<std::size_t>(mirrored)));
    }
}

QByteArray BitPattern::literal() const {
    if (m_isFloat) {
        std::string text;
        eval::appendFloat(
            text, std::bit_cast<double>(std::uint64_t{(m_bits & std::bitset<kMaxWidth>(~0ULL)).to_ullong()}));
        return QByteArray::fromStdString(text);
    }
    eval::Integer number;
    for (int place = 0; place < m_width; ++place) {
        if (bit(place))
            mpz_setbit(number, static_cast<mp_bitcnt_t>(place));
    }
    if (m_isSigned && bit(m_width - 1)) {
        eval::Integer range;
        mpz_setbit(range, static_cast<mp_bitcnt_t>(m_width));
        mpz_sub(number, number, range);
    }
    std::string digits(mpz_sizeinbase(number, 16) + 2, '\0');
    mpz_get_str(digits.data(), 16, number);
    const bool isNegative = digits.front() == '-';
    return QByteArray(isNegative ? "-0x" : "0x") + QByteArray(digits.c_str() + (isNegative ? 1 : 0));
}

} // namespace keisan::client
