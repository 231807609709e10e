// SPDX-License-Identifier: MIT
#include "server/window/tray_icon.h"

#include <QAction>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QWidget>

#include <utility>

namespace keisan::server {

TrayIcon::TrayIcon(QWidget& window, QAction& quit) : QObject(&window), m_window(window), m_quit(quit) {}

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
    m_icon->setObjectName(QStringLiteral("tray"));
    m_icon->setToolTip(m_window.windowTitle());
    connect(&m_window, &QWidget::windowTitleChanged, m_icon, &QSystemTrayIcon::setToolTip);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT windowRequested();
    });
    m_icon->setContextMenu(makeMenu());
    m_icon->show();
}

// For desktops whose trays show menus and tell of no click.
QMenu* TrayIcon::makeMenu() {
    auto* menu = new QMenu(&m_window);
    connect(m_icon, &QObject::destroyed, menu, &QObject::deleteLater);
    QAction* show = menu->addAction(tr("Show the window"), this, &TrayIcon::windowRequested);
    connect(menu, &QMenu::aboutToShow, show, [show] { show->setText(tr("Show the window")); });
    menu->addAction(&m_quit);
    return menu;
}

void TrayIcon::tellThatItGoesOn() {
    if (m_icon != nullptr && !std::exchange(m_told, true))
        m_icon->showMessage(tr("Keisan Server"),
                            tr("The server goes on. Click here to see its window again."));
}

} // namespace keisan::server
