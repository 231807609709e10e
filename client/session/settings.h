// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_address.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

class QSettings;

namespace keisan::client {

// Everything the client window remembers between runs, save the history.
struct Settings {
    static constexpr qsizetype kMaxServers = 10;
    static constexpr int kMinZoomPercent = 50;
    static constexpr int kMaxZoomPercent = 300;

    QByteArray geometry;  // QWidget::saveGeometry
    QByteArray dockState; // QMainWindow::saveState
    QStringList openPanes;
    int zoomPercent = 100;
    QString language = QStringLiteral("system"); // system, ja, en
    QString colours = QStringLiteral("system");  // system, light, dark
    bool alwaysOnTop = false;
    QStringList servers; // as ServerAddress::text, the last used first
    bool wasConnected = false;
    bool grouping = true;
    QString notation = QStringLiteral("dec"); // of new answers: dec, hex, oct, bin, sci, eng
    int wordBits = 0; // of the bits pane: 8, 16, 32, 64, 128; 0 is the smallest that fits
    bool signedBits = true;
    bool preview = true;
    bool autoContinue = true;
    bool keepHistory = true;
    QString draft; // what stood in the input; empty when the history is not kept

    bool operator==(const Settings&) const = default;

    // The last used server, or the default one.
    ServerAddress lastServer() const;

    // Puts it first, and forgets the oldest past kMaxServers.
    void useServer(const ServerAddress& address);
};

// ~/.config/keisan/client.ini, or where the platform wants it; for QSettings with IniFormat.
QString settingsPath();

// Values that make no sense (a file edited by hand, an older version) become the default or the nearest
// bound.
Settings loadSettings(const QSettings& file);
void saveSettings(const Settings& settings, QSettings& file);

} // namespace keisan::client
