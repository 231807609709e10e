// SPDX-License-Identifier: MIT
#pragma once

#include "common/widgets/colours.h"

#include <QPlainTextEdit>

#include <optional>

namespace keisan::client {

class ExpressionHighlighter;
class NameCompleter;
struct PastedText;

// Where expressions are typed: one line that grows to five. Decides nothing about them: Enter and the other
// keys become signals, and whoever hears them clears or keeps the text. What replaces text can be undone.
class ExpressionEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    enum class AfterEvaluation { Clear, KeepText };
    Q_ENUM(AfterEvaluation)

    static constexpr int kMostLines = 5;

    explicit ExpressionEdit(QWidget* parent = nullptr);

    QString expression() const { return toPlainText(); }

    // Offers names; gets the keys first. Must outlive the edit or be its child.
    void setCompleter(NameCompleter* completer) { m_completer = completer; }

    // Underlines a fault until the text changes and puts the cursor there; UTF-16 units.
    void showFault(int start, int length);

    // Pastes as it is, whatever it is.
    void pasteAsItIs();

    // Replaces everything, as one step that undo takes back; the cursor goes to the end.
    void replaceExpression(const QString& text);

Q_SIGNALS:
    void evaluateAsked(keisan::client::ExpressionEdit::AfterEvaluation after);
    void olderAsked();
    void newerAsked();
    void valueAsked();      // Ctrl+Enter: what the text comes to in place of it
    void copyAnswerAsked(); // copy, with nothing selected
    void undoAsked();       // what was done last may have been done elsewhere
    void redoAsked();
    void stopAsked();                           // Esc, with nothing to clear
    void linesPasted(const QStringList& lines); // several at once: nothing was inserted
    void pasteTold(const QString& message);     // something about the paste that one should know
    void edited(); // the text changed by typing, pasting or undoing, not by replaceExpression

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void inputMethodEvent(QInputMethodEvent* event) override;

private:
    void insertWithoutSeparators(const PastedText& pasted);
    bool handleSpecialKey(const QKeyEvent& event);
    bool takesTab(const QKeyEvent& event) const;
    bool acceptHint();
    bool cursorIsOnFirstLine() const;
    bool cursorIsOnLastLine() const;
    void fitHeight();
    void markBrackets();
    QTextEdit::ExtraSelection framed(int place) const;
    QTextEdit::ExtraSelection underlined(int start, int length, widgets::Role role) const;

    ExpressionHighlighter* m_highlighter;
    NameCompleter* m_completer = nullptr;
    std::optional<QTextEdit::ExtraSelection> m_fault;
    bool m_replacing = false;
};

} // namespace keisan::client
