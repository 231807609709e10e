// SPDX-License-Identifier: MIT
#include "client/window/expression_highlighter.h"

#include "client/window/expression_tokens.h"

namespace keisan::client {

void ExpressionHighlighter::setPalette(const QPalette& palette) {
    m_palette = palette;
    rehighlight();
}

void ExpressionHighlighter::highlightBlock(const QString& text) {
    if (text.size() > kMostReadAtEveryKey)
        return;
    for (const ExpressionToken& token : tokensOf(text))
        setFormat(token.start, token.length, widgets::colourOf(token.role, m_palette));
}

} // namespace keisan::client
