// SPDX-License-Identifier: MIT
#include "server/command_line.h"
#include "server/headless/headless_server.h"
#include "server/windowed/windowed_server.h"

#include <QApplication>

#include <cstdio>

using namespace keisan::server;

namespace {

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int print(std::FILE* stream, const QString& text, int exitCode) {
    std::fputs(text.toLocal8Bit().constData(), stream);
    return exitCode;
}

int serveHeadless(int argc, char** argv, const ServerOptions& options) {
    QCoreApplication application(argc, argv);
    return HeadlessServer(options).run();
}

// Looked at before an application object is made: without a display that one would abort.
bool hasDisplay() {
#ifdef Q_OS_LINUX
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    return false;
#else
    return true;
#endif
}

int serveWithWindow(int argc, char** argv, const CommandLine& commandLine) {
    if (!hasDisplay())
        return print(stderr, QStringLiteral("keisan-server: no display; use --headless\n"), 1);
    const QApplication application(argc, argv);
    const ServerOptions& options = commandLine.options;
    std::optional<ServerThread::Endpoint> endpoint;
    if (commandLine.namesEndpoint)
        endpoint = ServerThread::Endpoint{options.address, options.port};
    return WindowedServer(options, endpoint).run();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("keisan-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KEISAN_VERSION));
    const CommandLine commandLine = parseCommandLine(argumentsOf(argc, argv));
    switch (commandLine.wish) {
    case CommandLine::Wish::Error:
        return print(stderr, QStringLiteral("keisan-server: %1\n").arg(commandLine.error), 1);
    case CommandLine::Wish::Version:
        return print(stdout, QStringLiteral("keisan-server " KEISAN_VERSION "\n"), 0);
    case CommandLine::Wish::Help: {
        const QCoreApplication application(argc, argv);
        return print(stdout, helpText(), 0);
    }
    case CommandLine::Wish::Serve: break;
    }
    if (!commandLine.options.headless)
        return serveWithWindow(argc, argv, commandLine);
    return serveHeadless(argc, argv, commandLine.options);
}
