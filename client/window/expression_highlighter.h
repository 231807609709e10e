// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace keisan::client {

// Colours an expression by the tokens the evaluator's own lexer sees in it.
class ExpressionHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit ExpressionHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

    void setPalette(const QPalette& palette);

protected:
    void highlightBlock(const QString& text) override;

private:
    QPalette m_palette;
};

} // namespace keisan::client
