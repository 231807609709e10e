// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_thread.h"
#include "server/window/models/clients_model.h"
#include "server/window/models/event_feed.h"
#include "server/window/models/log_model.h"
#include "server/window/window_settings.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>

namespace keisan::server {

class AppearanceMenu;
class ClientsPane;
class DetailsPane;
class FiguresPane;
class FoldingSplitter;
class ListenProblemBar;
class ListeningBar;
class LogPane;
class Notices;
class ServerControl;
class TrayIcon;
class WindowActions;

// The server's window. Puts models and panes together and lets them talk to the server's thread, of which it
// knows only ServerThread; the server is the caller's and must live longer. Starts listening by itself once
// it is shown.
class ServerWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Options {
        std::optional<ServerThread::Endpoint>
            endpoint;         // asked for on the command line; else what is remembered
        QString settingsFile; // an INI file; empty: the user's own settings
    };

    explicit ServerWindow(ServerThread& server, Options options = {}, QWidget* parent = nullptr);
    ~ServerWindow() override;

    // Disappears without a question: the program ends.
    void leave();

Q_SIGNALS:
    void closed(); // by its user

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectServer();
    void connectActions();
    void connectPanes();
    void restore();
    void remember();

    void start(const ServerThread::Endpoint& endpoint);
    void startOrStop();
    void showState();
    void showListenProblem(QAbstractSocket::SocketError error, const QString& reason);
    void takeEvents(const std::vector<ServerEvent>& events);
    void refresh();
    void setRefreshing();
    void showHint();
    void showNotices();
    void showClients(const std::vector<ClientStatus>& clients);
    void chooseLogsExpressions(bool logs);
    void setOneAtATime(bool on);
    void saveLog(bool onlyShown);
    void copyLines();
    void copyAddress();
    void tellCopied(const QString& what);
    void showAbout();
    void copy(const QString& text, const QString& what);
    void quit();
    void goToNextArea();
    void retranslate();

    ServerThread& m_server;
    Options m_options;
    WindowSettings m_settings;
    LogModel m_log;
    ClientsModel m_clients;
    EventFeed m_feed;
    QTimer m_refreshTimer; // runs while the server listens and the window is seen
    bool m_shownOnce = false;
    bool m_quits = false; // by the key, not by closing the window

    AppearanceMenu* m_appearance = nullptr;
    ServerControl* m_control;
    WindowActions* m_actions;
    TrayIcon* m_tray;
    ListeningBar* m_bar = nullptr;
    ListenProblemBar* m_problem = nullptr;
    Notices* m_notices = nullptr;
    FiguresPane* m_figures = nullptr;
    ClientsPane* m_clientsPane = nullptr;
    LogPane* m_logPane = nullptr;
    DetailsPane* m_details = nullptr;
    FoldingSplitter* m_splitter = nullptr;
};

} // namespace keisan::server
