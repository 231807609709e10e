// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

class QSettings;

namespace keisan::server {

// What the server's window remembers. The filter and Follow are not remembered: a window that opens shows all
// there is and follows it.
struct WindowSettings {
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 10'000;
    QString language; // "en", "ja"; empty: the system's
    QString colours;  // "light", "dark"; empty: the system's
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

    // Values that are missing or make no sense keep their defaults.
    static WindowSettings load(const QSettings& store);
    void save(QSettings& store) const;
};

} // namespace keisan::server
