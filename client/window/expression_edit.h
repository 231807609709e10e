// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace keisan::client {

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

    // Replaces everything, as one step that undo takes back; the cursor goes to the end.
    void replaceExpression(const QString& text);

Q_SIGNALS:
    void evaluateAsked(keisan::client::ExpressionEdit::AfterEvaluation after);
    void olderAsked();
    void newerAsked();
    void copyAnswerAsked(); // copy, with nothing selected
    void stopAsked();       // Esc, with nothing to clear
    void edited();          // the text changed by typing, pasting or undoing, not by replaceExpression

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool handleSpecialKey(const QKeyEvent& event);
    bool cursorIsOnFirstLine() const;
    bool cursorIsOnLastLine() const;
    void fitHeight();

    bool m_replacing = false;
};

} // namespace keisan::client
