// SPDX-License-Identifier: MIT
#include "client/window/history_item_layout.h"

#include "client/window/number_forms.h"

#include <QFontDatabase>

#include <algorithm>
#include <limits>

namespace keisan::client {

namespace {

constexpr int kMargin = 6;
constexpr int kGap = 8;
constexpr int kMinTarget = 24;    // what is clicked is at least this high
constexpr int kButtonColumns = 9; // of the small font

// Columns of a text that a fixed font has no room for are counted as two: they come from another font.
int columnsOf(const QString& text) {
    return static_cast<int>(text.size()) +
           static_cast<int>(
               std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; }));
}

constexpr char16_t kEllipsis = u'…';

// Of one height each in a fixed font, and of one width but for the ellipsis.
bool isCountable(const QString& text) {
    constexpr char16_t kFirstOther = 0x250; // behind the Latin letters
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u' ' && c.unicode() < kFirstOther) || c == QChar(kEllipsis);
    });
}

// Counted where that can be done: in one line, and of a number in any, for it is broken anywhere. A fifth
// more for the gaps between its groups of digits: it may be grouped.
int heightOf(const QString& text, const TextHeights& heights, const QFontMetrics& metrics, double columnWidth,
             int width) {
    if (!isCountable(text))
        return heights.of(text, width);
    const int perLine = std::max(1, static_cast<int>(width / columnWidth));
    // Beside Japanese an ellipsis has two columns.
    const int columns = static_cast<int>(text.size() + text.count(QChar(kEllipsis)));
    const bool isNumber = !digitGaps(text).isEmpty();
    if (columns > perLine && !isNumber)
        return heights.of(text, width);
    const int gaps = isNumber ? columns / 5 : 0;
    return std::max(1, (columns + gaps + perLine - 1) / perLine) * (metrics.lineSpacing() + 1);
}

int answerHeight(const HistoryLines& lines, const ItemFonts& fonts, int width) {
    return lines.state != ItemState::Answered
               ? fonts.answerHeights.of(lines.answer, width)
               : heightOf(lines.answer, fonts.answerHeights, fonts.answerMetrics, fonts.answerColumn, width);
}

QFont fixedFont(double pointSize) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(pointSize);
    return font;
}

// Not a whole number of pixels: a line of many would hold one less than counted.
double columnOf(const QFont& font) {
    constexpr int kMany = 100;
    return std::max(1.0, QFontMetricsF(font).horizontalAdvance(QString(kMany, u'0')) / kMany);
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
    , expressionHeights(expression)
    , answerHeights(answer)
    , smallColumn(std::max(1, smallMetrics.horizontalAdvance(QLatin1Char('0'))))
    , answerColumn(columnOf(answer))
    , expressionColumn(columnOf(expression)) {}

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
    const int width = rect.right() - kMargin - left;
    int y = rect.top() + kMargin;
    number = QRect(rect.left() + kMargin, y, 5 * small, fonts.expressionMetrics.height());
    expression = QRect(left, y, width,
                       heightOf(lines.expression, fonts.expressionHeights, fonts.expressionMetrics,
                                fonts.expressionColumn, width));
    y += expression.height() + 2;
    y += placeAnswer(lines, fonts, QPoint(left, y), width);
    const auto placeBelow = [&](QRect& part, const QString& text) {
        const QRect room(0, 0, width, std::numeric_limits<short>::max());
        const int below =
            text.isEmpty() ? 0 : fonts.smallMetrics.boundingRect(room, Qt::TextWordWrap, text).height();
        part = QRect(left, y, width, below);
        y += below;
    };
    placeBelow(remark, lines.remark);
    placeBelow(note, lines.note);
    height = y + kMargin - rect.top();
}

// The answer with what belongs to it at its right, or below it where that takes less room. Never lower than a
// button: nothing moves when the answer comes.
int ItemLayout::placeAnswer(const HistoryLines& lines, const ItemFonts& fonts, QPoint place, int width) {
    const int small = fonts.smallColumn;
    const int buttonWidth = kButtonColumns * small;
    const int buttonHeight = std::max(kMinTarget, fonts.smallMetrics.height() + 6);
    const int buttons =
        (firstDeed(lines) != ItemDeed::None ? 1 : 0) + (secondDeed(lines) != ItemDeed::None ? 1 : 0);
    const int metaWidth = lines.meta.isEmpty() ? 0 : columnsOf(lines.meta) * small + kGap;
    const int beside = metaWidth + buttons * (buttonWidth + kGap);
    const int besideHeight = std::max(buttonHeight, answerHeight(lines, fonts, std::max(width - beside, 1)));
    const int wholeHeight = answerHeight(lines, fonts, width);
    const bool isBelow = beside > width / 2 && wholeHeight + buttonHeight < besideHeight;
    const int belowTop = place.y() + (isBelow ? wholeHeight : 0);
    int right = place.x() + width;
    const auto placeButton = [&](QRect& button, ItemDeed deed) {
        if (deed == ItemDeed::None)
            return;
        button = QRect(right - buttonWidth, belowTop, buttonWidth, buttonHeight);
        right = button.left() - kGap;
    };
    placeButton(secondButton, secondDeed(lines));
    placeButton(firstButton, firstDeed(lines));
    const int metaLeft = std::max(right - metaWidth, place.x());
    meta = QRect(metaLeft, belowTop, right - metaLeft, buttonHeight);
    answer = isBelow ? QRect(place.x(), place.y(), width, wholeHeight)
                     : QRect(place.x(), place.y(), metaLeft - place.x(), besideHeight);
    return isBelow ? wholeHeight + buttonHeight : besideHeight;
}

ItemDeed ItemLayout::deedAt(const HistoryLines& lines, QPoint point) const {
    if (firstButton.contains(point))
        return firstDeed(lines);
    return secondButton.contains(point) ? secondDeed(lines) : ItemDeed::None;
}

} // namespace keisan::client
