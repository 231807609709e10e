// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/calculator_client.h"
#include "client/window/expression_edit.h"
#include "client/window/expression_recall.h"
#include "client/window/history_item_layout.h"
#include "client/window/history_model.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace keisan::client {

class ConnectionBar;
class HistoryDelegate;
class HistoryView;
class NoticeBar;
class Welcome;
class WindowActions;

// The client's window: connection bar, history, input. It puts the parts together and hands what they ask for
// to the client and the history; it computes nothing. Main thread. The client must outlive it.
class ClientWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        ServerAddress address;   // what the fields say at the start
        bool connectNow = false; // connect by itself, once the window is painted
    };

    ClientWindow(CalculatorClient& client, const Options& options, QWidget* parent = nullptr);

    const HistoryModel& history() const { return m_history; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void connectParts();
    void connectActions();
    void retranslate();

    void showConnection();
    void showProgress();
    void connectToTyped();
    void leave();

    void evaluate(ExpressionEdit::AfterEvaluation after);
    bool submit(const QString& expression); // false: not connected, nothing happened
    void doOnItem(const QModelIndex& index, ItemDeed deed);
    void insertIntoInput(const QString& text);
    void copyLastAnswer();
    void stopOldest();
    void stopAll();
    void say(const QString& message);

    CalculatorClient& m_client;
    Options m_options;
    HistoryModel m_history;
    ExpressionRecall m_recall{m_history};
    QTimer m_progress; // while something is waited for
    ConnectionBar* m_bar;
    QStackedWidget* m_middle;
    HistoryView* m_view;
    HistoryDelegate* m_delegate;
    Welcome* m_welcome;
    NoticeBar* m_notice;
    ExpressionEdit* m_input;
    QToolButton* m_equals;
    QLabel* m_line; // below the input: words about what is typed; its height never changes
    QLabel* m_count;
    WindowActions* m_actions;
};

} // namespace keisan::client
