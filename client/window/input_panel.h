// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/expression_edit.h"
#include "client/window/expression_recall.h"

#include <QWidget>

class QToolButton;

namespace keisan::client {

class PasteBar;
class PreviewLine;
struct PreviewWords;

// The place at the bottom where expressions are made: the input, its button, the line of words below it,
// whose height never changes, and the question what to do with several pasted lines. Sends nothing: it asks.
class InputPanel : public QWidget {
    Q_OBJECT

public:
    // Up and Down walk through this history, which must outlive the panel.
    explicit InputPanel(const HistoryModel& history, QWidget* parent = nullptr);

    ExpressionEdit& edit() { return *m_edit; }

    void showPreview(const PreviewWords& words);

    // Words below the input, until the text changes.
    void tell(const QString& words);

    // That nothing can be sent: until the text changes or there is a connection.
    void tellNotConnected();
    void setConnected(bool isConnected);

    // Says it to a screen reader; nothing is shown.
    void announce(const QString& words);

    // An expression that had no value comes back to be corrected, unless something else was typed meanwhile.
    // With the place of the fault known (in UTF-16 units; else -1) the cursor goes there; otherwise it is
    // selected, so that typing replaces it.
    void offerCorrection(const QString& expression, int faultStart, int faultLength);

    void insert(const QString& text);
    void replace(const QString& text);
    void backspace();
    void clear();

Q_SIGNALS:
    void evaluateAsked(keisan::client::ExpressionEdit::AfterEvaluation after);
    void runAsked(const QStringList& lines);
    void said(const QString& message);
    void inserted(); // the text was changed otherwise than by typing

protected:
    bool event(QEvent* event) override;

private:
    void buildLayout();
    void connectParts();
    void fitFonts();
    void retranslate();

    ExpressionRecall m_recall;
    PasteBar* m_pasteBar;
    ExpressionEdit* m_edit;
    QToolButton* m_equals;
    PreviewLine* m_line;
    bool m_tellsNotConnected = false; // the line does
};

} // namespace keisan::client
