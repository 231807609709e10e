// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_session.h"
#include "client/session/settings.h"
#include "client/window/expression_edit.h"
#include "client/window/history_item_layout.h"
#include "client/window/history_model.h"

#include <QMainWindow>

#include <optional>

namespace keisan::client {

class AppearanceMenu;
class ConnectionBar;
class ConnectionDisplay;
class FileDialogs;
class HistoryKeeper;
class HistoryPanel;
class InputPanel;
class NoticeBar;
class StatusLine;
class UndoOrder;
class WindowActions;
class WindowPanes;

// The client's window: connection bar, history, input. It puts the parts together and hands what they ask for
// to the client and the history; it computes nothing. Main thread. The client must outlive it.
class ClientWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        std::optional<ServerAddress> address =
            {};                    // what the fields say at the start; none: the last one used
        bool connectNow = false;   // connect without being asked, once the window is painted
        QString settingsPath = {}; // empty: nothing is remembered
        QString historyPath = {};  // empty: the history is not kept
    };

    ClientWindow(CalculatorClient& client, const Options& options, QWidget* parent = nullptr);

    const HistoryModel& history() const { return m_history; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildLayout();
    void orderAreas();
    void connectParts();
    void connectInput();
    void connectActions();
    void connectViewActions();
    void retranslate();
    void beginSession();
    void restoreSettings();
    void saveSettings();

    void keepHistory(bool keeping);
    void sayLost(const QStringList& variables);

    void showConnection();
    void connectToTyped();
    void leave();

    void evaluate(ExpressionEdit::AfterEvaluation after);
    bool submit(const QString& expression); // false: not connected, nothing happened
    void runLines(const QStringList& lines);
    void receive(int row);
    void doOnItem(int row, ItemDeed deed);
    void stopOldest();
    void stopAll();
    void setAlwaysOnTop(bool onTop);
    void showKeys();
    void showAbout();

    CalculatorClient& m_client;
    ServerSession m_session;
    Options m_options;
    Settings m_settings;
    HistoryModel m_history;
    WindowActions* m_actions;
    AppearanceMenu* m_appearance = nullptr;
    ConnectionBar* m_bar;
    HistoryPanel* m_panel;
    NoticeBar* m_notice;
    ConnectionDisplay* m_display;
    InputPanel* m_input;
    StatusLine* m_status;
    FileDialogs* m_files;
    WindowPanes* m_panes;
    HistoryKeeper* m_keeper = nullptr;
    UndoOrder* m_undo;
};

} // namespace keisan::client
