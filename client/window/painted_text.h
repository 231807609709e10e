// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/expression_tokens.h"

#include <QFont>
#include <QHash>
#include <QPalette>
#include <QString>
#include <QTextLayout>

#include <utility>

class QPainter;
class QRect;

namespace keisan::client {

// The colours of an expression, token by token.
QList<QTextLayout::FormatRange> expressionFormats(const QString& expression, const QPalette& palette);

// Thin gaps between the groups of a number's digits, `width` wide. They are painted only: the text has none.
QList<QTextLayout::FormatRange> gapFormats(const QString& number, double width);

// A wave under a part of a text: where its error lies.
QTextLayout::FormatRange faultFormat(const UnitRange& fault, const QPalette& palette);

// How high a short text is when it is drawn at this width.
int textHeight(const QString& text, const QFont& font, int width);

// textHeight() of many texts in one font, each laid out only once while the width stays: that is what takes
// time. Forgets them all when they become too many.
class TextHeights {
public:
    explicit TextHeights(const QFont& font) : m_font(font) {}

    int of(const QString& text, int width) const;

private:
    QFont m_font;
    mutable QHash<std::pair<QString, int>, int> m_heights;
};

// Draws a short text, wrapped at the width of the rectangle and in the middle of its height. It is broken
// where there is a space, and within what is longer than a line.
void paintText(QPainter& painter, const QRect& rect, const QFont& font, const QString& text,
               const QList<QTextLayout::FormatRange>& formats);

} // namespace keisan::client
