// SPDX-License-Identifier: MIT
#include "common/protocol/line_decoder.h"

#include <utility>

namespace keisan::protocol {
namespace {

// Room for lines that an idle peer may keep.
constexpr qsizetype kKeptBytes = 4096;

} // namespace

LineDecoder::LineDecoder(qsizetype maxLineBytes) : m_maxLineBytes(maxLineBytes) {}

void LineDecoder::feed(QByteArrayView bytes) {
    if (m_lineStart > 0) {
        m_buffer.remove(0, m_lineStart);
        m_scanned -= m_lineStart;
        m_lineStart = 0;
    }
    m_buffer.append(bytes);
}

std::optional<Line> LineDecoder::takeLine() {
    const std::optional<LineView> view = takeLineView();
    if (!view)
        return std::nullopt;
    Line line{view->text.toByteArray(), view->tooLong};
    forgetTaken();
    return line;
}

std::optional<LineView> LineDecoder::takeLineView() {
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', m_scanned);
        m_scanned = end < 0 ? m_buffer.size() : end + 1;
        const bool tooLong = m_scanned - m_lineStart - (end < 0 ? 0 : 1) > m_maxLineBytes;
        if (m_skipping) {
            m_lineStart = m_scanned;
            m_skipping = end < 0;
            if (hasMore())
                continue;
            forgetTaken();
            return std::nullopt;
        }
        if (tooLong) {
            m_skipping = end < 0;
            return takeScanned(1, true);
        }
        if (end < 0)
            return std::nullopt;
        return takeScanned(end - m_lineStart, false);
    }
}

LineView LineDecoder::takeScanned(qsizetype shownBytes, bool tooLong) {
    const qsizetype start = std::exchange(m_lineStart, m_scanned);
    return {QByteArrayView(m_buffer).sliced(start, shownBytes), tooLong};
}

std::optional<Line> LineDecoder::giveUpUnfinished(qsizetype bytes) {
    if (m_skipping || hasMore() || bufferedBytes() <= bytes)
        return std::nullopt;
    m_skipping = true;
    Line line{takeScanned(1, true).text.toByteArray(), true};
    forgetTaken();
    return line;
}

void LineDecoder::forgetTaken() {
    if (m_lineStart < m_buffer.size())
        return;
    m_buffer.capacity() > kKeptBytes ? m_buffer.clear() : m_buffer.resize(0);
    m_lineStart = m_scanned = 0;
}

std::optional<Line> LineDecoder::takeRest() {
    if (m_skipping || m_buffer.size() == m_lineStart)
        return std::nullopt;
    Line line{m_buffer.mid(m_lineStart), false};
    m_lineStart = m_scanned = m_buffer.size();
    return line;
}

} // namespace keisan::protocol
