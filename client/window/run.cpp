// SPDX-License-Identifier: MIT
#include "client/window/run.h"

#include "client/session/history_store.h"
#include "common/program/signal_watcher.h"

#include <QApplication>
#include <QIcon>

namespace keisan::client {

int runWindow(const ClientWindow::Options& options, int argc, char** argv) {
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Keisan"));
    QApplication::setApplicationVersion(QStringLiteral(KEISAN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("keisan"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/keisan-128.png")));
    CalculatorClient client(CalculatorClient::Speech::Structured);
    ClientWindow::Options remembered = options;
    remembered.settingsPath = settingsPath();
    remembered.historyPath = HistoryStore::defaultPath();
    ClientWindow window(client, remembered);
    int exitCode = 0;
    const program::SignalWatcher signals;
    QObject::connect(&signals, &program::SignalWatcher::endRequested, &window,
                     [&window, &exitCode](int code) {
                         exitCode = code;
                         window.close(); // remembers what it is to remember
                     });
    window.show();
    const int result = QApplication::exec();
    return exitCode != 0 ? exitCode : result;
}

} // namespace keisan::client
