// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace keisan::eval {

// sum() of floats: Neumaier's compensated summation, as CPython has it since 3.12.
class CompensatedSum {
public:
    explicit CompensatedSum(double start = 0.0) : m_sum(start) {}
    void add(double x);
    // An integer met on the way is added without compensation, like CPython.
    void addPlainly(double x) { m_sum += x; }
    [[nodiscard]] double value() const;

private:
    double m_sum;
    double m_compensation = 0.0;
};

// fsum(): the exact sum rounded once, half to even (Shewchuk, "Adaptive Precision Floating-Point Arithmetic",
// 1997). The state is the exact sum as non-overlapping doubles of increasing magnitude: about 40 at most,
// usually two.
class ExactSum {
public:
    // Throws Error: "intermediate overflow in fsum".
    void add(double x);
    // Throws Error: "-inf + inf in fsum".
    [[nodiscard]] double value() const;

private:
    void addSpecial(double x);
    [[nodiscard]] double roundedPartials() const;

    std::vector<double> m_partials;
    double m_specialSum = 0.0;
    double m_infinitySum = 0.0;
};

// sumprod() of floats: a sum of products held in three doubles (Ogita, Rump, Oishi: "Accurate Sum and Dot
// Product", 2005, algorithm 5.10 with K = 3).
class TripleLengthSum {
public:
    // Adds x*y and answers true, or changes nothing and answers false when the sum would not be finite.
    bool addProduct(double x, double y);
    [[nodiscard]] double value() const;

private:
    double m_high = 0.0;
    double m_low = 0.0;
    double m_tiny = 0.0;
};

// The Euclidean length of a vector, error below 1 ulp, without overflow or underflow on the way: scaling by a
// power of two, squares and sum in double length, one step of differential correction (CPython's hypot and
// dist).
double euclideanNorm(std::span<const double> coordinates);

} // namespace keisan::eval
