// SPDX-License-Identifier: MIT
#include "server/command_line.h"
#include "server/core/freed_memory.h"
#include "server/headless/headless_server.h"
#include "server/windowed/windowed_server.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>

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

// Qt would say why it cannot reach the display in several lines, and abort.
void leaveWithoutDisplay(QtMsgType type, const QMessageLogContext&, const QString&) {
    if (type == QtFatalMsg)
        std::_Exit(print(stderr, QStringLiteral("keisan-server: no display; use --headless\n"), 1));
}

int serveWithWindow(int argc, char** argv, const CommandLine& commandLine) {
    const QtMessageHandler usual = qInstallMessageHandler(leaveWithoutDisplay);
    const QApplication application(argc, argv);
    qInstallMessageHandler(usual);
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
    returnFreedMemory();
    if (!commandLine.options.headless)
        return serveWithWindow(argc, argv, commandLine);
    return serveHeadless(argc, argv, commandLine.options);
}
