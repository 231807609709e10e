// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

class QSettings;

namespace keisan::server {

// What the server's window remembers. The filter and Follow are not remembered: a window that opens shows all
// there is and follows it.
struct WindowSettings {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 10'000;
    QString language; // "en", "ja"; empty: the system's
    QString colours;  // "light", "dark"; empty: the system's
    static constexpr int kMinZoomPercent = 50;
    static constexpr int kMaxZoomPercent = 300;

    int zoomPercent = 100;
    bool logsExpressions = true;
    bool showsClients = true;
    bool showsDetails = false;
    bool showsGraph = false;
    bool staysInTray = false;
    QByteArray geometry;   // QWidget::saveGeometry()
    QByteArray splitter;   // QSplitter::saveState()
    QByteArray logColumns; // QHeaderView::saveState()
    QByteArray clientColumns;

    bool operator==(const WindowSettings&) const = default;

    // An INI file; the user's own settings when there is no name.
    static std::unique_ptr<QSettings> store(const QString& file);

    // Values that are missing or make no sense keep their defaults.
    static WindowSettings load(const QSettings& store);
    void save(QSettings& store) const;
};

} // namespace keisan::server
