// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenuBar;
class QWidget;

namespace keisan::server {

// Everything the window can be told to do, each once: menus, buttons and keys share these. Knows names, texts
// and keys, not what they do; the window connects that. Lives as long as the window that owns it.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget& window);

    void fill(QMenuBar& bar) const; // the menus, in the language of now; call again after a change
    void retranslate();

    // Checks the action of the group whose data is the name, without triggering it.
    static void choose(const QActionGroup& group, const QString& name);

    QAction* saveLog = nullptr; // what the filter shows
    QAction* saveWholeLog = nullptr;
    QAction* quit = nullptr;
    QAction* undoClear = nullptr;
    QAction* copyLines = nullptr;
    QAction* findInLog = nullptr;
    QAction* clearFilter = nullptr;
    QAction* clearLog = nullptr;
    QAction* showClients = nullptr;
    QAction* showDetails = nullptr;
    QAction* showGraph = nullptr;
    QAction* showInfo = nullptr;
    QAction* showWarnings = nullptr;
    QAction* showErrors = nullptr;
    QAction* follow = nullptr;
    QAction* newest = nullptr;
    QAction* pause = nullptr;
    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* zoomReset = nullptr;
    QAction* nextArea = nullptr;
    QAction* startStop = nullptr;
    QAction* copyAddress = nullptr;
    QAction* stopEvaluation = nullptr;
    QAction* disconnectClients = nullptr; // its key counts among the clients only
    QAction* oneAtATime = nullptr;
    QAction* limits = nullptr;
    QAction* logExpressions = nullptr;
    QAction* stayInTray = nullptr;
    QAction* listKeys = nullptr;
    QAction* about = nullptr;
    QActionGroup* languages = nullptr; // data: "", "en", "ja"
    QActionGroup* colours = nullptr;   // data: "", "light", "dark"

private:
    struct Row;
    static const std::vector<Row>& rows();
    QActionGroup* makeChoices(const char* name, const QStringList& values);
    void retranslateChoices() const;

    QWidget& m_window;
};

} // namespace keisan::server
