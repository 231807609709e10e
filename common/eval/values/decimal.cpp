// SPDX-License-Identifier: MIT
#include "common/eval/values/decimal.h"

#include "common/eval/budget.h"
#include "common/eval/runtime/integer_arithmetic.h"

#include <bit>
#include <cmath>
#include <vector>

namespace keisan::eval {

namespace {

// GMP converts this many digits in about half a millisecond, either way.
constexpr std::size_t kPieceDigits = 20'000;

const double kDigitsPerBit = std::log10(2.0);

// Work of GMP's own conversion of a piece; it is quadratic up to a thousand digits or so, then a little
// better.
void chargePiece(std::size_t digits, Budget& budget) {
    const auto n = static_cast<double>(digits);
    budget.spend(static_cast<std::uint64_t>(0.02 * std::pow(n, 1.75)) + digits + 20);
}

// base**(kPieceDigits * 2**i) for each i while it is needed.
class Powers {
public:
    Powers(int base, std::size_t digits, Budget& budget) {
        std::size_t covered = kPieceDigits;
        if (covered >= digits)
            return;
        m_powers.push_back(powerOf(Integer(base), kPieceDigits, budget));
        for (covered *= 2; covered < digits; covered *= 2) {
            Integer square;
            chargedProduct(square, m_powers.back(), m_powers.back(), budget);
            m_powers.push_back(std::move(square));
        }
    }

    std::size_t levels() const { return m_powers.size(); }
    static std::size_t digitsAt(std::size_t level) { return kPieceDigits << level; }
    mpz_srcptr at(std::size_t level) const { return m_powers[level]; }

private:
    std::vector<Integer> m_powers;
};

// Writes exactly `width` digits, zeros in front, to where `out` points.
void writePiece(char* out, std::size_t width, mpz_srcptr number, Budget& budget) {
    chargePiece(width, budget);
    std::string piece(mpz_sizeinbase(number, 10) + 2, '\0');
    mpz_get_str(piece.data(), 10, number);
    piece.resize(piece.find('\0'));
    const std::size_t zeros = width - piece.size();
    piece.copy(out + zeros, piece.size());
    std::fill(out, out + zeros, '0');
}

// Writes digitsAt(level) digits; the depth of the recursion is the number of levels.
void writeDigits(char* out, std::size_t level, mpz_srcptr number, const Powers& powers, Budget& budget) {
    if (level == 0)
        return writePiece(out, kPieceDigits, number, budget);
    const mpz_srcptr divisor = powers.at(level - 1);
    chargeDivision(mpz_size(number), mpz_size(divisor), budget);
    Integer high;
    Integer low;
    mpz_tdiv_qr(high, low, number, divisor);
    writeDigits(out, level - 1, high, powers, budget);
    writeDigits(out + Powers::digitsAt(level - 1), level - 1, low, powers, budget);
}

Integer readPiece(std::string_view digits, int base, Budget& budget) {
    chargePiece(digits.size(), budget);
    Integer result;
    mpz_set_str(result, std::string(digits).c_str(), base);
    return result;
}

Integer readDigits(std::string_view digits, std::size_t level, int base, const Powers& powers,
                   Budget& budget) {
    while (level > 0 && digits.size() <= Powers::digitsAt(level - 1))
        --level;
    if (level == 0)
        return readPiece(digits, base, budget);
    const std::size_t lowDigits = Powers::digitsAt(level - 1);
    Integer high = readDigits(digits.substr(0, digits.size() - lowDigits), level - 1, base, powers, budget);
    const Integer low = readDigits(digits.substr(digits.size() - lowDigits), level - 1, base, powers, budget);
    chargedProduct(high, high, powers.at(level - 1), budget);
    mpz_add(high, high, low);
    return high;
}

// The number of decimal digits, or one more than that.
std::size_t digitsAtMost(mpz_srcptr number) {
    return mpz_sizeinbase(number, 10);
}

// A million digits fit the limit exactly; sizeinbase may call them a million and one.
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
        text.resize(before + estimate + 2);
        mpz_get_str(text.data() + before, 10, number);
        text.resize(text.find('\0', before));
        return;
    }
    const Powers powers(10, estimate, budget);
    std::string digits(Powers::digitsAt(powers.levels()), '0');
    Integer size;
    mpz_abs(size, number);
    writeDigits(digits.data(), powers.levels(), size, powers, budget);
    const std::string_view shown = std::string_view(digits).substr(digits.find_first_not_of('0'));
    requirePrintable(shown, budget);
    if (mpz_sgn(number) < 0)
        text += '-';
    text += shown;
}

Integer fromDigits(std::string_view digits, int base, Budget& budget) {
    const bool isPowerOfTwo = std::has_single_bit(static_cast<unsigned>(base));
    const double bits = static_cast<double>(digits.size() - 1) * std::log2(base);
    if (!isPowerOfTwo)
        budget.requireDigits(bits * kDigitsPerBit + 1);
    budget.requireIntegerBits(bits);
    if (isPowerOfTwo) {
        budget.spend(digits.size() * 2);
        Integer result;
        mpz_set_str(result, std::string(digits).c_str(), base);
        return result;
    }
    const Powers powers(base, digits.size(), budget);
    return readDigits(digits, powers.levels(), base, powers, budget);
}

} // namespace keisan::eval
