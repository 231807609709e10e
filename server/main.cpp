// SPDX-License-Identifier: MIT
#include "server/command_line.h"
#include "server/headless/headless_server.h"

#include <QCoreApplication>

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
        return print(stderr, QStringLiteral("keisan-server: no display; use --headless\n"), 1);
    return serveHeadless(argc, argv, commandLine.options);
}
