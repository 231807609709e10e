// SPDX-License-Identifier: MIT
#include "client/window/japanese_input.h"

namespace keisan::client {

namespace {

constexpr ushort kFullWidthFirst = 0xFF01;
constexpr ushort kFullWidthLast = 0xFF5E;
constexpr ushort kFullWidthToAscii = 0xFEE0;
constexpr ushort kWideSpace = 0x3000;
constexpr ushort kProlongedSound = 0x30FC; // ー, what the minus key gives in kana mode
constexpr ushort kMiddleDot = 0x30FB;      // ・

QChar twinOf(QChar c) {
    const ushort code = c.unicode();
    if (code >= kFullWidthFirst && code <= kFullWidthLast)
        return QChar(static_cast<ushort>(code - kFullWidthToAscii));
    switch (code) {
    case kWideSpace: return u' ';
    case kProlongedSound:
    case 0x2212: // −
    case 0x2010: // ‐
    case 0x2011: // ‑
    case 0x2012: // ‒
    case 0x2013: // –
    case 0x2014: // —
    case 0x2015: // ―
        return u'-';
    case kMiddleDot:
    case 0x00D7: // ×
    case 0x00B7: // ·
    case 0x22C5: // ⋅
        return u'*';
    case 0x00F7: return u'/';
    case 0x3002: return u'.';
    case 0x3001: return u',';
    default: return c;
    }
}

bool isLetterOrKana(QChar c) {
    return c.isLetter() && !(c.unicode() >= kFullWidthFirst && c.unicode() <= kFullWidthLast);
}

// Follows string literals: knows, character by character, whether it stands inside one. Triple quotes are
// three literals for it, which comes to the same.
class LiteralTracker {
public:
    void pass(QChar c) {
        if (m_escaped)
            m_escaped = false;
        else if (m_quote.isNull() && (c == u'\'' || c == u'"'))
            m_quote = c;
        else if (c == m_quote || c == u'\n')
            m_quote = QChar();
        else if (!m_quote.isNull() && c == u'\\')
            m_escaped = true;
    }
    bool isInside() const { return !m_quote.isNull(); }

private:
    QChar m_quote;
    bool m_escaped = false;
};

} // namespace

QString plainInput(const QString& inserted, const QString& before, const QString& after) {
    LiteralTracker literal;
    for (const QChar c : before)
        literal.pass(c);
    QString result = inserted;
    for (qsizetype i = 0; i < inserted.size(); ++i) {
        const QChar c = inserted[i];
        const QChar left = i > 0 ? inserted[i - 1] : (before.isEmpty() ? QChar() : before.back());
        const QChar right =
            i + 1 < inserted.size() ? inserted[i + 1] : (after.isEmpty() ? QChar() : after.front());
        const bool isAmbiguous = c.unicode() == kProlongedSound || c.unicode() == kMiddleDot;
        if (!literal.isInside() && !(isAmbiguous && (isLetterOrKana(left) || isLetterOrKana(right))))
            result[i] = twinOf(c);
        literal.pass(result[i]);
    }
    return result;
}

} // namespace keisan::client
