// SPDX-License-Identifier: MIT
#include "client/window/history_item.h"

#include <algorithm>

namespace keisan::client {

namespace {

constexpr qsizetype kLongEach = 40; // shown of either end of a long answer

// The first or last characters of UTF-8 text, without looking at the rest of it.
QString firstCharacters(const QByteArray& text, qsizetype count) {
    return QString::fromUtf8(text.left(count * 4)).left(count);
}

QString lastCharacters(const QByteArray& text, qsizetype count) {
    qsizetype start = std::max<qsizetype>(0, text.size() - count * 4);
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U)
        ++start;
    return QString::fromUtf8(text.mid(start)).right(count);
}

} // namespace

QString headAndTail(const QString& text) {
    if (text.size() <= kShownCharacters)
        return text;
    constexpr qsizetype kEach = kShownCharacters / 2 - 1;
    return text.left(kEach) + QStringLiteral("…") + text.right(kEach);
}

void HistoryItem::forgetMiddle() {
    if (!isWhole())
        return;
    kept.answer = answer;
    kept.answerTail.clear();
    kept.answerCharacters = 0;
    shorten(kept);
    answer = kept.answer;
}

QByteArray HistoryItem::shownText() const {
    const bool isConverted = state == ItemState::Answered && isWhole() && notation != Notation::Python;
    const QByteArray text = isConverted ? written(answer, notation) : QByteArray();
    return text.isEmpty() ? answer : text;
}

bool isLongAnswer(const QByteArray& answer) {
    return answer.size() > kShownCharacters;
}

QString shownAnswer(const QByteArray& answer) {
    if (!isLongAnswer(answer))
        return QString::fromUtf8(answer);
    return firstCharacters(answer, kLongEach) + QStringLiteral(" … ") + lastCharacters(answer, kLongEach);
}

qsizetype digitCount(const QByteArray& answer) {
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const qsizetype sign = answer.startsWith('-') ? 1 : 0;
    const bool allDigits = std::all_of(answer.begin() + sign, answer.end(), isDigit);
    return allDigits ? answer.size() - sign : 0;
}

} // namespace keisan::client
