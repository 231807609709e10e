// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"
#include "client/window/painted_text.h"

#include <QFont>
#include <QFontMetrics>
#include <QRect>

namespace keisan::client {

// What can be clicked on an item.
enum class ItemDeed { None, Stop, SendAgain, Show, Copy };

struct ItemFonts {
    explicit ItemFonts(const QFont& widgetFont);

    QFont expression;
    QFont answer;
    QFont small;
    QFontMetrics expressionMetrics;
    QFontMetrics answerMetrics;
    QFontMetrics smallMetrics;
    TextHeights expressionHeights;
    TextHeights answerHeights;
    int smallColumn;
    double answerColumn; // width of one character of an answer; the font is a fixed one
    double expressionColumn;
};

// Where the parts of one item lie within its rectangle. What is plain and has one line, or is a number, is
// counted, not laid out: the fonts are fixed ones, so the height of thousands of items costs next to nothing.
struct ItemLayout {
    ItemLayout(const HistoryLines& lines, const ItemFonts& fonts, const QRect& rect);

    QRect number;
    QRect expression;
    QRect answer;
    QRect meta;
    QRect remark;
    QRect note;
    QRect firstButton;
    QRect secondButton;
    int height = 0;

    // What a click here does.
    ItemDeed deedAt(const HistoryLines& lines, QPoint point) const;

private:
    int placeAnswer(const HistoryLines& lines, const ItemFonts& fonts, QPoint place, int width);
};

// The deeds offered on an item in this state, in the order of its buttons.
ItemDeed firstDeed(const HistoryLines& lines);
ItemDeed secondDeed(const HistoryLines& lines);

} // namespace keisan::client
