// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace keisan::server {

// The sign of a server whose window is closed but that goes on, for those who asked for it; only where the
// desktop has a place for it.
class TrayIcon : public QObject {
    Q_OBJECT

public:
    TrayIcon(QWidget& window, QAction& quit);

    static bool isPossible();

    void setShown(bool shown);
    bool isShown() const { return m_icon != nullptr; }
    void tellThatItGoesOn(); // once

Q_SIGNALS:
    void windowRequested();

private:
    QMenu* makeMenu();

    QWidget& m_window;
    QAction& m_quit;
    QSystemTrayIcon* m_icon = nullptr;
    bool m_told = false;
};

} // namespace keisan::server
