// SPDX-License-Identifier: MIT
#include "client/window/history_item_layout.h"

#include "client/window/number_forms.h"

#include <QFontDatabase>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr int kMargin = 6;
constexpr int kGap = 8;
constexpr int kMinTarget = 24;    // what is clicked is at least this high
constexpr int kButtonColumns = 9; // of the small font

// Columns of text in a fixed font: a CJK character takes two.
int columnsOf(const QString& text) {
    return static_cast<int>(text.size()) +
           static_cast<int>(
               std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; }));
}

// A fifth more for the gaps between groups of digits, where the text is a number: it may be grouped.
int linesFor(const QString& text, int columnWidth, int width) {
    const int perLine = std::max(1, width / columnWidth);
    const int columns = columnsOf(text);
    const int gaps = digitGaps(text).isEmpty() ? 0 : columns / 5;
    return std::max(1, (columns + gaps + perLine - 1) / perLine);
}

// Broken between words, as messages are, and at line feeds.
int wordLinesFor(const QString& text, int columnWidth, int width) {
    const int perLine = std::max(1, width / columnWidth);
    int lines = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        int room = perLine;
        ++lines;
        for (const QString& word : paragraph.split(u' ')) {
            const int columns = columnsOf(word);
            if (columns > room && room < perLine) {
                ++lines;
                room = perLine;
            }
            lines += std::max(0, columns - 1) / perLine;
            room -= columns % perLine + 1;
        }
    }
    return lines;
}

QFont fixedFont(double pointSize) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(pointSize);
    return font;
}

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

ItemFonts::ItemFonts(const QFont& widgetFont)
    : expression(fixedFont(widgetFont.pointSizeF()))
    , answer(fixedFont(widgetFont.pointSizeF() * 1.15))
    , small(smaller(widgetFont))
    , expressionMetrics(expression)
    , answerMetrics(answer)
    , smallMetrics(small)
    , smallColumn(std::max(1, smallMetrics.horizontalAdvance(QLatin1Char('0'))))
    , answerColumn(std::max(1, answerMetrics.horizontalAdvance(QLatin1Char('0'))))
    , expressionColumn(std::max(1, expressionMetrics.horizontalAdvance(QLatin1Char('0')))) {}

ItemDeed firstDeed(const HistoryLines& lines) {
    switch (lines.state) {
    case ItemState::Unsent:
    case ItemState::Sent: return lines.answer.isEmpty() ? ItemDeed::None : ItemDeed::Stop;
    case ItemState::NotAnswered:
    case ItemState::Stopped: return ItemDeed::SendAgain;
    default: return !lines.isKept ? ItemDeed::SendAgain : lines.isLong ? ItemDeed::Show : ItemDeed::None;
    }
}

ItemDeed secondDeed(const HistoryLines& lines) {
    return firstDeed(lines) == ItemDeed::Show ? ItemDeed::Copy : ItemDeed::None;
}

ItemLayout::ItemLayout(const HistoryLines& lines, const ItemFonts& fonts, const QRect& rect) {
    const int small = fonts.smallColumn;
    const int left = rect.left() + kMargin + 5 * small + kGap;
    const int right = rect.right() - kMargin;
    const int expressionHeight = linesFor(lines.expression, fonts.expressionColumn, right - left) *
                                 (fonts.expressionMetrics.lineSpacing() + 1);
    int y = rect.top() + kMargin;
    number = QRect(rect.left() + kMargin, y, 5 * small, fonts.expressionMetrics.height());
    expression = QRect(left, y, right - left, expressionHeight);
    y += expressionHeight + 2;

    const int buttonHeight = std::max(kMinTarget, fonts.smallMetrics.height() + 6);
    int answerRight = right;
    const auto placeButton = [&](QRect& button) {
        button = QRect(answerRight - kButtonColumns * small, y, kButtonColumns * small, buttonHeight);
        answerRight = button.left() - kGap;
    };
    if (secondDeed(lines) != ItemDeed::None)
        placeButton(secondButton);
    if (firstDeed(lines) != ItemDeed::None)
        placeButton(firstButton);
    const int metaWidth =
        lines.meta.isEmpty() ? 0 : std::min((right - left) / 3, columnsOf(lines.meta) * small + kGap);
    // As high as a button also without one: nothing moves when the answer comes.
    const int answerWidth = answerRight - left - metaWidth;
    const int answerLines = lines.state == ItemState::Failed
                                ? wordLinesFor(lines.answer, fonts.answerColumn, answerWidth)
                                : linesFor(lines.answer, fonts.answerColumn, answerWidth);
    const int answerHeight = std::max(buttonHeight, answerLines * (fonts.answerMetrics.lineSpacing() + 1));
    meta = QRect(answerRight - metaWidth, y, metaWidth, buttonHeight);
    answer = QRect(left, y, meta.left() - left, answerHeight);
    y += answerHeight;
    const auto placeBelow = [&](QRect& part, const QString& text) {
        const int below = text.isEmpty() ? 0 : wordLinesFor(text, small, right - left);
        part = QRect(left, y, right - left, below * fonts.smallMetrics.height());
        y += part.height();
    };
    placeBelow(remark, lines.remark);
    placeBelow(note, lines.note);
    height = y + kMargin - rect.top();
}

ItemDeed ItemLayout::deedAt(const HistoryLines& lines, QPoint point) const {
    if (firstButton.contains(point))
        return firstDeed(lines);
    return secondButton.contains(point) ? secondDeed(lines) : ItemDeed::None;
}

} // namespace keisan::client
