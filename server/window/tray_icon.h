// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace keisan::server {

// The sign of a server whose window is closed but that goes on, for those who asked for it; only where the
// desktop has a place for it.
class TrayIcon : public QObject {
    Q_OBJECT

public:
    explicit TrayIcon(QWidget& window);

    static bool isPossible();

    void setShown(bool shown);
    bool isShown() const { return m_icon != nullptr; }
    void tellThatItGoesOn(); // once

Q_SIGNALS:
    void windowRequested();

private:
    QWidget& m_window;
    QSystemTrayIcon* m_icon = nullptr;
    bool m_told = false;
};

} // namespace keisan::server
