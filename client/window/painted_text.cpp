// SPDX-License-Identifier: MIT
#include "client/window/painted_text.h"

#include "client/window/number_forms.h"

#include <QPainter>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace keisan::client {

namespace {

// Gives every line its place; the height of them all.
double placeLines(QTextLayout& layout, int width) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return y;
}

} // namespace

QList<QTextLayout::FormatRange> expressionFormats(const QString& expression, const QPalette& palette) {
    QList<QTextLayout::FormatRange> formats;
    for (const ExpressionToken& token : tokensOf(expression)) {
        QTextLayout::FormatRange range{token.start, token.length, {}};
        range.format.setForeground(widgets::colourOf(token.role, palette));
        formats << range;
    }
    return formats;
}

QList<QTextLayout::FormatRange> gapFormats(const QString& number, double width) {
    QList<QTextLayout::FormatRange> formats;
    for (const int gap : digitGaps(number)) {
        QTextLayout::FormatRange range{gap - 1, 1, {}}; // wider by the gap: the character before it
        range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
        range.format.setFontLetterSpacing(width);
        formats << range;
    }
    return formats;
}

QTextLayout::FormatRange faultFormat(const UnitRange& fault, const QPalette& palette) {
    QTextLayout::FormatRange range{fault.start, fault.length, {}};
    range.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    range.format.setUnderlineColor(widgets::colourOf(widgets::Role::Error, palette));
    return range;
}

int textHeight(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    return static_cast<int>(std::ceil(placeLines(layout, width)));
}

int TextHeights::of(const QString& text, int width) const {
    constexpr qsizetype kMostHeights = 40'000; // of each item three, and room for another width
    const std::pair key(text, width);
    const auto known = m_heights.constFind(key);
    if (known != m_heights.constEnd())
        return *known;
    if (m_heights.size() >= kMostHeights)
        m_heights.clear();
    return m_heights[key] = textHeight(text, m_font, width);
}

void paintText(QPainter& painter, const QRect& rect, const QFont& font, const QString& text,
               const QList<QTextLayout::FormatRange>& formats) {
    QTextLayout layout(text, font);
    layout.setFormats(formats);
    const double height = placeLines(layout, rect.width());
    const double top = rect.top() + std::max(0.0, (rect.height() - height) / 2);
    layout.draw(&painter, {static_cast<double>(rect.left()), top});
}

} // namespace keisan::client
