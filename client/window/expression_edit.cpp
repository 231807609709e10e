// SPDX-License-Identifier: MIT
#include "client/window/expression_edit.h"

#include <QAbstractTextDocumentLayout>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace keisan::client {

namespace {

// Keys that scroll the history: the editor would swallow them.
bool belongsToWindow(const QKeyEvent& event) {
    if (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown)
        return true;
    const bool ends = event.key() == Qt::Key_Home || event.key() == Qt::Key_End;
    return ends && event.modifiers().testFlag(Qt::ControlModifier) &&
           !event.modifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

ExpressionEdit::ExpressionEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("expressionEdit"));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setInputMethodHints(Qt::ImhPreferLatin | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ExpressionEdit::fitHeight);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_replacing)
            Q_EMIT edited();
    });
    fitHeight();
}

void ExpressionEdit::replaceExpression(const QString& text) {
    m_replacing = true;
    QTextCursor cursor = textCursor();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    setTextCursor(cursor);
    m_replacing = false;
}

bool ExpressionEdit::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && belongsToWindow(*static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return false;
    }
    return QPlainTextEdit::event(event);
}

void ExpressionEdit::keyPressEvent(QKeyEvent* event) {
    if (belongsToWindow(*event))
        event->ignore();
    else if (!handleSpecialKey(*event))
        QPlainTextEdit::keyPressEvent(event);
}

bool ExpressionEdit::handleSpecialKey(const QKeyEvent& event) {
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (modifiers == Qt::NoModifier)
            Q_EMIT evaluateAsked(AfterEvaluation::Clear);
        else if (modifiers == Qt::ShiftModifier)
            Q_EMIT evaluateAsked(AfterEvaluation::KeepText);
        return true;
    case Qt::Key_Up:
        if (modifiers != Qt::NoModifier || !cursorIsOnFirstLine())
            return false;
        Q_EMIT olderAsked();
        return true;
    case Qt::Key_Down:
        if (modifiers != Qt::NoModifier || !cursorIsOnLastLine())
            return false;
        Q_EMIT newerAsked();
        return true;
    case Qt::Key_Escape:
        if (modifiers != Qt::NoModifier)
            return false;
        if (document()->isEmpty())
            Q_EMIT stopAsked();
        else
            replaceExpression({});
        return true;
    default: break;
    }
    if (event.matches(QKeySequence::Copy) && !textCursor().hasSelection()) {
        Q_EMIT copyAnswerAsked();
        return true;
    }
    return false;
}

void ExpressionEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

bool ExpressionEdit::cursorIsOnFirstLine() const {
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(QTextCursor::Up);
}

bool ExpressionEdit::cursorIsOnLastLine() const {
    QTextCursor cursor = textCursor();
    return !cursor.movePosition(QTextCursor::Down);
}

void ExpressionEdit::fitHeight() {
    // A plain text document measures its height in lines.
    const int wanted = static_cast<int>(document()->size().height());
    setVerticalScrollBarPolicy(wanted > kMostLines ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const double margins = 2 * document()->documentMargin() + 2 * frameWidth();
    const double text = std::clamp(wanted, 1, kMostLines) * QFontMetricsF(font()).lineSpacing();
    setFixedHeight(static_cast<int>(std::ceil(text + margins)));
}

} // namespace keisan::client
