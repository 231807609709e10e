// SPDX-License-Identifier: MIT
#include "common/eval/values/decimal.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/integer_arithmetic.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <vector>

namespace keisan::eval {

namespace {

// GMP converts this many digits in about 15 ms, either way, and no pieces of it are faster.
constexpr std::size_t kPieceDigits = 200'000;

// Peak memory of GMP's conversion, measured.
constexpr std::uint64_t kConversionBytesPerDigit = 4;

const double kDigitsPerBit = std::log10(2.0);

// Work of GMP's own conversion of a piece, measured: quadratic at first, then better and better.
std::uint64_t pieceWork(std::size_t digits) {
    constexpr std::size_t kQuadraticDigits = 1000;
    constexpr std::size_t kDividedDigits = 20'000;
    if (digits < kQuadraticDigits)
        return digits * digits / 280 + digits + 20;
    const auto n = static_cast<double>(digits);
    const double logarithm = std::log2(n);
    return static_cast<std::uint64_t>(digits < kDividedDigits ? 0.02 * std::pow(n, 1.75) + n
                                                              : 0.2 * n * logarithm * logarithm);
}

void chargePiece(std::size_t digits, Budget& budget) {
    constexpr std::size_t kWorthCharging = 10'000;
    budget.spend(pieceWork(digits));
    if (digits > kWorthCharging)
        requireMemory(digits * kConversionBytesPerDigit);
}

// Digits of a number in 2**level pieces of the same length. base**(digits of a half) is odd**n * 2**shift:
// what is divided and multiplied by is the odd part only, which is shorter.
class Pieces {
public:
    Pieces(int base, std::size_t digits, Budget& budget) {
        const int twos = std::countr_zero(static_cast<unsigned>(base));
        while ((digits - 1) >> m_levels >= kPieceDigits)
            ++m_levels;
        m_digits = ((digits - 1) >> m_levels) + 1;
        m_shift = m_digits * static_cast<std::size_t>(twos);
        if (m_levels != 0)
            m_powers.push_back(powerOf(Integer(base >> twos), m_digits, budget));
        for (std::size_t level = 1; level < m_levels; ++level) {
            Integer square;
            chargedProduct(square, m_powers.back(), m_powers.back(), budget);
            m_powers.push_back(std::move(square));
        }
    }

    std::size_t levels() const { return m_levels; }
    std::size_t digitsAt(std::size_t level) const { return m_digits << level; }
    // base**digitsAt(level) is oddAt(level) * 2**shiftAt(level).
    mpz_srcptr oddAt(std::size_t level) const { return m_powers[level]; }
    mp_bitcnt_t shiftAt(std::size_t level) const { return m_shift << level; }

private:
    std::size_t m_levels = 0;
    std::size_t m_digits = 0; // of one piece
    std::size_t m_shift = 0;
    std::vector<Integer> m_powers;
};

// What GMP may write behind the digits that a number has: one that it has not, and the end of a C string.
constexpr std::size_t kRoomBehind = 2;

// Writes exactly `width` digits, zeros in front, to where `out` points, and uses kRoomBehind bytes more.
void writePiece(char* out, std::size_t width, mpz_srcptr number, Budget& budget) {
    chargePiece(width, budget);
    mpz_get_str(out, 10, number);
    const std::size_t digits = std::strlen(out);
    std::memmove(out + (width - digits), out, digits);
    std::fill_n(out, width - digits, '0');
}

// Writes digitsAt(level) digits and uses kRoomBehind bytes more, the high half first: what lies behind it is
// the low half's. The depth of the recursion is the number of levels.
void writeDigits(char* out, std::size_t level, mpz_srcptr number, const Pieces& pieces, Budget& budget) {
    if (level == 0)
        return writePiece(out, pieces.digitsAt(0), number, budget);
    const mpz_srcptr divisor = pieces.oddAt(level - 1);
    const mp_bitcnt_t shift = pieces.shiftAt(level - 1);
    chargeDivision(mpz_size(number), mpz_size(divisor), budget);
    Integer high;
    Integer low;
    mpz_tdiv_q_2exp(high, number, shift);
    mpz_tdiv_qr(high, low, high, divisor);
    writeDigits(out, level - 1, high, pieces, budget);
    mpz_mul_2exp(low, low, shift);
    mpz_tdiv_r_2exp(high, number, shift);
    mpz_add(low, low, high);
    writeDigits(out + pieces.digitsAt(level - 1), level - 1, low, pieces, budget);
}

Integer readPiece(std::string_view digits, int base, Budget& budget) {
    chargePiece(digits.size(), budget);
    Integer result;
    mpz_set_str(result, std::string(digits).c_str(), base);
    return result;
}

Integer readDigits(std::string_view digits, std::size_t level, int base, const Pieces& pieces,
                   Budget& budget) {
    if (level == 0)
        return readPiece(digits, base, budget);
    const std::size_t lowDigits = pieces.digitsAt(level - 1);
    const std::size_t highDigits = digits.size() - lowDigits;
    Integer high = readDigits(digits.substr(0, highDigits), level - 1, base, pieces, budget);
    const Integer low = readDigits(digits.substr(highDigits), level - 1, base, pieces, budget);
    chargedProduct(high, high, pieces.oddAt(level - 1), budget);
    mpz_mul_2exp(high, high, pieces.shiftAt(level - 1));
    mpz_add(high, high, low);
    return high;
}

// The number of decimal digits, or one more than that.
std::size_t digitsAtMost(mpz_srcptr number) {
    return mpz_sizeinbase(number, 10);
}

// What fits the limit exactly may have been estimated as one more.
void requirePrintable(std::string_view digits, Budget& budget) {
    budget.requireDigits(static_cast<double>(digits.size()));
}

} // namespace

void appendDecimal(std::string& text, mpz_srcptr number, Budget& budget) {
    const std::size_t estimate = digitsAtMost(number);
    budget.requireDigits(static_cast<double>(estimate) - 1);
    if (estimate <= kPieceDigits) {
        chargePiece(estimate, budget);
        const std::size_t before = text.size();
        text.resize(before + estimate + kRoomBehind);
        mpz_get_str(text.data() + before, 10, number);
        text.resize(text.find('\0', before));
        requirePrintable(std::string_view(text).substr(before + (mpz_sgn(number) < 0 ? 1 : 0)), budget);
        return;
    }
    const Pieces pieces(10, estimate, budget);
    if (mpz_sgn(number) < 0)
        text += '-';
    const std::size_t before = text.size();
    const std::size_t width = pieces.digitsAt(pieces.levels());
    text.resize(before + width + kRoomBehind);
    mpz_t size; // shares the number's limbs
    mpz_roinit_n(size, mpz_limbs_read(number), static_cast<mp_size_t>(mpz_size(number)));
    writeDigits(text.data() + before, pieces.levels(), size, pieces, budget);
    text.resize(before + width);
    text.erase(before, text.find_first_not_of('0', before) - before);
    requirePrintable(std::string_view(text).substr(before), budget);
}

Integer fromDigits(std::string_view digits, int base, Budget& budget) {
    const bool isPowerOfTwo = std::has_single_bit(static_cast<unsigned>(base));
    const double bits = static_cast<double>(digits.size() - 1) * std::log2(base);
    if (!isPowerOfTwo) // the least that a number of so many digits can have
        budget.requireDigits(base == 10 ? static_cast<double>(digits.size())
                                        : std::floor(bits * kDigitsPerBit) + 1);
    budget.requireIntegerBits(bits);
    if (isPowerOfTwo) {
        budget.spend(digits.size() * 2);
        Integer result;
        mpz_set_str(result, std::string(digits).c_str(), base);
        return result;
    }
    const Pieces pieces(base, digits.size(), budget);
    return readDigits(digits, pieces.levels(), base, pieces, budget);
}

} // namespace keisan::eval
