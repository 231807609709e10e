// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_filter_model.h"

#include <QTimer>
#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;

namespace keisan::server {

class ColumnFolder;
class LogFilterRow;
class LogView;
class WindowActions;

// The log with all that belongs to it: the row over it that says what is to be seen, the bars below it that
// tell what is new or can be undone, and the hint of what to do while there is nothing. Does not own the
// model.
class LogPane : public QWidget {
    Q_OBJECT

public:
    static constexpr int kUndoMs = 10'000;

    LogPane(LogModel& log, WindowActions& actions, QWidget* parent = nullptr);

    LogView& view() { return *m_view; }
    LogFilterModel& shown() { return m_shown; }
    LogFilterRow& filterRow() { return *m_filter; }
    ColumnFolder& columns() { return *m_columns; }

    // What to do while nothing happens; command can be copied. Both empty: no hint.
    void setHint(const QString& text, const QString& command);

    // The chosen lines, tab separated, with a header when there are several; empty when none is chosen.
    QString chosenLines() const;
    const LogEntry* chosenEntry() const; // the current line

Q_SIGNALS:
    void copied(const QString& what);
    void chosenEntryChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTable();
    QFrame* buildBar(const char* name, QLabel*& text, QPushButton*& button);
    void connectFollow();
    void connectActions();
    void connectParts();
    void applyFilter();
    void clearFilter();
    void clear();
    void undoClear();
    void showMenu(const QPoint& at);
    void retranslate();
    void colour();
    void showCount();
    void showNewLines();

    LogModel& m_log;
    WindowActions& m_actions;
    LogFilterModel m_shown;
    QTimer m_undoTime;
    QString m_hintText;
    QString m_hintCommand;

    LogFilterRow* m_filter;
    QLabel* m_count;
    LogView* m_view;
    ColumnFolder* m_columns = nullptr;
    QPushButton* m_newLines = nullptr;
    QFrame* m_undoBar = nullptr;
    QLabel* m_undoText = nullptr;
    QPushButton* m_undo = nullptr;
    QFrame* m_hintBar = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_copyHint = nullptr;
};

} // namespace keisan::server
