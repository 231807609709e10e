// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace keisan::protocol {

// One line as it came, without its LF. Of a line past the limit there is only the first byte, as soon as that
// is known.
struct Line {
    QByteArray text;
    bool tooLong = false;

    bool operator==(const Line&) const = default;
};

// The same where it lies.
struct LineView {
    LineView(QByteArrayView lineText, bool isTooLong) : text(lineText), tooLong(isTooLong) {}
    LineView(const Line& line) : text(line.text), tooLong(line.tooLong) {}

    QByteArrayView text;
    bool tooLong;
};

// Turns the bytes of one connection back into lines. Feed it whatever the socket gave; it keeps the
// unfinished tail. A line past maxLineBytes is refused as soon as it is known to be too long and the rest of
// it is thrown away, so that a peer can never make us store it. Work is linear in what arrives, however it is
// cut.
class LineDecoder {
public:
    explicit LineDecoder(qsizetype maxLineBytes);

    // From the next takeLine() on.
    void setMaxLineBytes(qsizetype maxLineBytes) { m_maxLineBytes = maxLineBytes; }

    void feed(QByteArrayView bytes);

    // The next finished line, or nothing. Call until it has nothing.
    std::optional<Line> takeLine();

    // The same where it lies: until the next call of anything here that is not const. Call forgetTaken() when
    // done with the last.
    std::optional<LineView> takeLineView();

    // Gives back the room of the lines that were taken, once none is left.
    void forgetTaken();

    // Gives up the unfinished line, as one past the limit, where more than `bytes` of it have come. Call it
    // when takeLine() has nothing.
    std::optional<Line> giveUpUnfinished(qsizetype bytes);

    // At the end of the stream: the unfinished last line, if there is one.
    std::optional<Line> takeRest();

    // Whether there are bytes that takeLine() has not looked at.
    bool hasMore() const { return m_scanned < m_buffer.size(); }

    // Bytes held: lines not yet taken, and the unfinished one.
    qsizetype bufferedBytes() const { return m_buffer.size() - m_lineStart; }

    // Bytes of memory for them; little when there are none and what was taken is forgotten.
    qsizetype capacity() const { return m_buffer.capacity(); }

private:
    LineView takeScanned(qsizetype shownBytes, bool tooLong);

    qsizetype m_maxLineBytes;
    QByteArray m_buffer;
    qsizetype m_lineStart = 0; // where the next line begins in m_buffer
    qsizetype m_scanned = 0;   // no LF lies between m_lineStart and here
    bool m_skipping = false;   // inside a line that was refused
};

} // namespace keisan::protocol
