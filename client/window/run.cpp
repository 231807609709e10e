// SPDX-License-Identifier: MIT
#include "client/window/run.h"

#include "client/session/history_store.h"

#include <QApplication>

namespace keisan::client {

int runWindow(const ClientWindow::Options& options, int argc, char** argv) {
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Keisan"));
    QApplication::setApplicationVersion(QStringLiteral(KEISAN_VERSION));
    CalculatorClient client;
    ClientWindow::Options remembered = options;
    remembered.settingsPath = settingsPath();
    remembered.historyPath = HistoryStore::defaultPath();
    ClientWindow window(client, remembered);
    window.show();
    return QApplication::exec();
}

} // namespace keisan::client
