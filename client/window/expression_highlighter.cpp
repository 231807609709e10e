// SPDX-License-Identifier: MIT
#include "client/window/expression_highlighter.h"

#include "client/window/expression_tokens.h"

namespace keisan::client {

namespace {

constexpr qsizetype kMostColoured = 20'000; // characters; a longer text is pasted, not read

} // namespace

void ExpressionHighlighter::setPalette(const QPalette& palette) {
    m_palette = palette;
    rehighlight();
}

void ExpressionHighlighter::highlightBlock(const QString& text) {
    if (text.size() > kMostColoured)
        return;
    for (const ExpressionToken& token : tokensOf(text))
        setFormat(token.start, token.length, widgets::colourOf(token.role, m_palette));
}

} // namespace keisan::client
