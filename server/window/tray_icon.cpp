// SPDX-License-Identifier: MIT
#include "server/window/tray_icon.h"

#include <QSystemTrayIcon>
#include <QWidget>

#include <utility>

namespace keisan::server {

TrayIcon::TrayIcon(QWidget& window) : QObject(&window), m_window(window) {}

bool TrayIcon::isPossible() {
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayIcon::setShown(bool shown) {
    if (shown == isShown())
        return;
    if (!shown) {
        delete std::exchange(m_icon, nullptr);
        return;
    }
    m_icon = new QSystemTrayIcon(m_window.windowIcon(), this);
    m_icon->setToolTip(m_window.windowTitle());
    connect(&m_window, &QWidget::windowTitleChanged, m_icon, &QSystemTrayIcon::setToolTip);
    connect(m_icon, &QSystemTrayIcon::activated, this, &TrayIcon::windowRequested);
    m_icon->show();
}

void TrayIcon::tellThatItGoesOn() {
    if (m_icon != nullptr && !std::exchange(m_told, true))
        m_icon->showMessage(tr("Keisan Server"),
                            tr("The server goes on. Click here to see its window again."));
}

} // namespace keisan::server
