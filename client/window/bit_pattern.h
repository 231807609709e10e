// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <bitset>
#include <optional>

namespace keisan::client {

// The bits of an int (two's complement) or of a float (IEEE 754), for looking at and changing. No widget.
class BitPattern {
public:
    static constexpr int kMaxWidth = 128;

    // Of an int or float as the server writes it; nothing for anything else. Width 0 is the smallest of 8,
    // 16, 32, 64 and 128 that fits; in a smaller one only the low part is there. A float always has 64.
    static std::optional<BitPattern> of(const QByteArray& answer, int width, bool isSigned);

    int width() const { return m_width; }
    bool isFloat() const { return m_isFloat; }
    bool bit(int place) const { return m_bits.test(static_cast<std::size_t>(place)); } // 0 is the lowest
    int neededWidth() const { return m_neededWidth; } // of the whole number, its sign included
    bool isPart() const { return m_neededWidth > m_width; }

    void flip(int place) { m_bits.flip(static_cast<std::size_t>(place)); }
    void invert();
    void shiftLeft();
    void shiftRight();
    void swapBytes();

    // The value of the bits as an expression: 0xff, -0x80, 0.1.
    QByteArray literal() const;

private:
    std::bitset<kMaxWidth> m_bits; // nothing set from m_width on
    int m_width = 64;
    int m_neededWidth = 0;
    bool m_isFloat = false;
    bool m_isSigned = true;
};

} // namespace keisan::client
