// SPDX-License-Identifier: MIT
#include "client/window/expression_edit.h"

#include "client/window/expression_highlighter.h"
#include "client/window/expression_tokens.h"
#include "client/window/input_hint.h"
#include "client/window/japanese_input.h"
#include "client/window/name_completer.h"
#include "client/window/pasted_text.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
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

ExpressionEdit::ExpressionEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new ExpressionHighlighter(document())) {
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
    connect(this, &QPlainTextEdit::textChanged, this, [this] { m_fault.reset(); });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ExpressionEdit::markBrackets);
    connect(this, &QPlainTextEdit::textChanged, this, &ExpressionEdit::markBrackets);
    m_highlighter->setPalette(palette());
    fitHeight();
}

void ExpressionEdit::showFault(int start, int length) {
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::clamp(start, 0, static_cast<int>(document()->characterCount()) - 1));
    setTextCursor(cursor);
    const UnitRange seen = seenFault(expression(), {start, length});
    m_fault = underlined(seen.start, seen.length, widgets::Role::Error);
    markBrackets();
}

void ExpressionEdit::pasteAsItIs() {
    insertPlainText(QGuiApplication::clipboard()->text());
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
    if (event->type() == QEvent::KeyPress && takesTab(*static_cast<QKeyEvent*>(event))) {
        keyPressEvent(static_cast<QKeyEvent*>(event)); // before the focus moves
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ExpressionEdit::keyPressEvent(QKeyEvent* event) {
    const auto use = m_completer ? m_completer->takeKey(*event) : NameCompleter::KeyUse::None;
    if (use == NameCompleter::KeyUse::Done)
        return;
    if (use == NameCompleter::KeyUse::LeaveToList || belongsToWindow(*event))
        return event->ignore();
    if (!handleSpecialKey(*event))
        QPlainTextEdit::keyPressEvent(event);
    if (m_completer)
        m_completer->followKey(*event);
}

bool ExpressionEdit::takesTab(const QKeyEvent& event) const {
    if (event.key() != Qt::Key_Tab || event.modifiers() != Qt::NoModifier)
        return false;
    return (m_completer && m_completer->isOpen()) || hintedChange(expression());
}

// Does what the word of advice about the text says.
bool ExpressionEdit::acceptHint() {
    const auto change = hintedChange(expression());
    if (!change)
        return false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(change->start);
    cursor.setPosition(change->start + change->length, QTextCursor::KeepAnchor);
    cursor.insertText(change->text);
    return true;
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
        else if (modifiers == Qt::ControlModifier)
            Q_EMIT valueAsked();
        return true;
    case Qt::Key_Tab: return modifiers == Qt::NoModifier && acceptHint();
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
    if (event.matches(QKeySequence::Undo)) {
        Q_EMIT undoAsked();
        return true;
    }
    if (event.matches(QKeySequence::Redo)) {
        Q_EMIT redoAsked();
        return true;
    }
    return false;
}

void ExpressionEdit::insertFromMimeData(const QMimeData* source) {
    const QTextCursor cursor = textCursor();
    const QString text = toPlainText();
    const PastedText pasted =
        readPastedText(source->text(), text.left(cursor.selectionStart()), text.mid(cursor.selectionEnd()));
    if (pasted.fault == PastedText::Fault::TooLong) {
        Q_EMIT pasteTold(tr("Not pasted: a line may have at most 1 MiB"));
    } else if (pasted.lines.size() > 1) {
        Q_EMIT linesPasted(pasted.lines);
    } else if (!pasted.lines.isEmpty()) {
        if (pasted.separatedNumber.isEmpty())
            insertPlainText(pasted.lines.first());
        else
            insertWithoutSeparators(pasted);
    }
}

// In two steps, so that undo first brings the separators back.
void ExpressionEdit::insertWithoutSeparators(const PastedText& pasted) {
    QTextCursor cursor = textCursor();
    cursor.insertText(pasted.separatedNumber);
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor,
                        static_cast<int>(pasted.separatedNumber.size()));
    cursor.insertText(pasted.lines.first());
    setTextCursor(cursor);
    Q_EMIT pasteTold(
        tr("%1 would be a tuple in Python: pasted without its separators. Ctrl+Z brings them back.")
            .arg(pasted.separatedNumber));
}

// What an input method commits is made plain; what is still being converted is left alone.
void ExpressionEdit::inputMethodEvent(QInputMethodEvent* event) {
    if (event->commitString().isEmpty())
        return QPlainTextEdit::inputMethodEvent(event);
    const QString text = toPlainText();
    const int place = textCursor().position();
    QInputMethodEvent plain(event->preeditString(), event->attributes());
    plain.setCommitString(plainInput(event->commitString(), text.left(place), text.mid(place)),
                          event->replacementStart(), event->replacementLength());
    QPlainTextEdit::inputMethodEvent(&plain);
    event->accept();
}

void ExpressionEdit::markBrackets() {
    QList<QTextEdit::ExtraSelection> marks;
    if (m_fault)
        marks << *m_fault;
    const QString text = toPlainText();
    const auto pair =
        text.size() <= kMostReadAtEveryKey ? bracketsAt(text, textCursor().position()) : std::nullopt;
    if (pair && pair->matches)
        marks << framed(pair->first) << framed(pair->second);
    setExtraSelections(marks);
}

QTextEdit::ExtraSelection ExpressionEdit::framed(int place) const {
    QTextEdit::ExtraSelection mark = underlined(place, 1, widgets::Role::Number);
    mark.format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    mark.format.setFontWeight(QFont::Bold);
    return mark;
}

QTextEdit::ExtraSelection ExpressionEdit::underlined(int start, int length, widgets::Role role) const {
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(document());
    const int last = document()->characterCount() - 1;
    mark.cursor.setPosition(std::clamp(start, 0, last));
    mark.cursor.setPosition(std::clamp(start + length, 0, last), QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(widgets::colourOf(role, palette()));
    return mark;
}

void ExpressionEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_highlighter->setPalette(palette());
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
