// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_copy.h"
#include "client/window/history_item_layout.h"

#include <QTimer>
#include <QUndoStack>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace keisan::client {

class HistoryDelegate;
class HistoryFilter;
class HistoryModel;
class HistoryView;
class Welcome;

// The history on the screen: the search line, the list, and what stands there while it is empty. Changes
// notes and removes items itself, undoably; for everything else it asks.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(HistoryModel& history, QWidget* parent = nullptr);

    void scrollByPages(int pages);
    void scrollToStart();
    void scrollToEnd();
    void focusHistory();
    void focusSearch();
    void editNote();
    void removeChosen();
    void clearHistory();
    void copyChosen(CopyForm form);
    void insertAnswer(int row); // only a whole one: a part of a number is another number

    // What a deed is done to: the chosen items, or with none chosen the last answered one.
    QList<int> rowsForDeed() const;
    bool hasChosen() const;
    void chooseNone();
    void reveal(int row); // ends the search that hides it
    void repaintProgress();
    void setGrouping(bool grouping);

    QUndoStack& undoStack() { return m_undo; }

Q_SIGNALS:
    void deedAsked(int row, keisan::client::ItemDeed deed);
    void insertAsked(const QString& text);
    void exampleChosen(const QString& expression);
    void chosen(int row); // -1: none
    void said(const QString& message);
    void menuAsked(QPoint place); // on the screen
    void left();                  // the search was left: the input may have the focus

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildList();
    void buildLayout();
    void retranslate();
    void search();
    void leaveSearch();
    void endSearch();
    void showCounts();
    void askForMenu(QPoint position);
    QList<int> chosenRows() const;
    bool remove(QList<int> rows);
    int sourceRow(const QModelIndex& index) const;

    HistoryModel& m_history;
    QUndoStack m_undo;
    HistoryFilter* m_filter;
    QLineEdit* m_search;
    QLabel* m_found;
    HistoryView* m_view;
    HistoryDelegate* m_delegate;
    Welcome* m_welcome;
    QWidget* m_nothing; // instead of the list, when nothing is found
    QLabel* m_nothingText;
    QPushButton* m_clearSearch;
    QTimer m_searchDelay;
    QStackedWidget* m_pages;
};

} // namespace keisan::client
