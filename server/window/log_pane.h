// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_filter_model.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QCheckBox;
class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace keisan::server {

class LogView;
class WindowActions;

// The log with all that belongs to it: filter, levels, Follow, Pause, Save and Clear, the bars below it that
// tell what is new or can be undone, and the hint of what to do while there is nothing. Does not own the
// model.
class LogPane : public QWidget {
    Q_OBJECT

public:
    static constexpr int kFilterDelayMs = 150;
    static constexpr int kUndoMs = 10'000;

    LogPane(LogModel& log, WindowActions& actions, QWidget* parent = nullptr);

    LogView& view() { return *m_view; }
    LogFilterModel& shown() { return m_shown; }

    void setFilterText(const QString& text); // at once
    void showOnly(quint64 client);
    QWidget* filterEdit() const;
    void focusFilter();

    // What to do while nothing happens; command can be copied. Both empty: no hint.
    void setHint(const QString& text, const QString& command);

    // The chosen lines, tab separated, with a header when there are several; empty when none is chosen.
    QString chosenLines() const;
    const LogEntry* chosenEntry() const; // the current line

Q_SIGNALS:
    void saveRequested();
    void copied(const QString& what);
    void chosenEntryChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildFilterRow(WindowActions& actions);
    QFrame* buildBar(const char* name, QLabel*& text, QPushButton*& button);
    void connectParts(WindowActions& actions);
    void nameLevels();
    void showLevels();
    void applyFilter();
    void clearFilter();
    void clear();
    void undoClear();
    void fillClientMenu();
    void retranslate();
    void colour();
    void showCount();
    void showNewLines();

    LogModel& m_log;
    LogFilterModel m_shown;
    QTimer m_filterDelay;
    QTimer m_undoTime;
    QString m_fault; // why the filter's text means nothing; empty: it does
    QString m_hintText;
    QString m_hintCommand;

    QLabel* m_title = nullptr;
    QLineEdit* m_filter = nullptr;
    std::array<QToolButton*, 3> m_levels{};
    QToolButton* m_client = nullptr;
    QCheckBox* m_follow = nullptr;
    QToolButton* m_pause = nullptr;
    QToolButton* m_save = nullptr;
    QToolButton* m_clear = nullptr;
    QLabel* m_count = nullptr;
    LogView* m_view = nullptr;
    QPushButton* m_newLines = nullptr;
    QFrame* m_undoBar = nullptr;
    QLabel* m_undoText = nullptr;
    QPushButton* m_undo = nullptr;
    QFrame* m_hintBar = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_copyHint = nullptr;
};

} // namespace keisan::server
