// SPDX-License-Identifier: MIT
#include "server/command_line.h"

#include "server/core/limit_table.h"

#include <QCommandLineParser>

namespace keisan::server {
namespace {

QString optionText(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

QString helpWithDefault(const LimitRow& row) {
    return QStringLiteral("%1 (%2)").arg(helpOf(row), amountText(defaultOf(row), row.unit));
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        optionText("A calculator that many people share over a network: the server."));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, optionText("Shows this text.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, optionText("Shows the version.")},
        {QStringLiteral("headless"),
         optionText("Serves without a window; connections are told on standard output.")},
        {QStringLiteral("address"),
         optionText("Where to listen (127.0.0.1; 0.0.0.0 or :: for every network)."), QStringLiteral("A"),
         QStringLiteral("127.0.0.1")},
        {QStringLiteral("port"), optionText("The TCP port (10000; 0 for any free one)."), QStringLiteral("P"),
         QStringLiteral("10000")},
        {QStringLiteral("log-file"), optionText("Appends every event to the file F."), QStringLiteral("F")},
        {QStringLiteral("verbose"), optionText("With --headless: tells of every request too.")},
        {QStringLiteral("one-at-a-time"),
         optionText("Serves clients one after another: the next when the one before has gone.")},
    });
    for (const LimitRow& row : limitRows())
        parser.addOption({row.name, helpWithDefault(row), QStringLiteral("N")});
}

QString setLimits(ServerLimits& limits, const QCommandLineParser& parser) {
    for (const LimitRow& row : limitRows())
        if (parser.isSet(row.name))
            if (const auto problem = setLimit(limits, row, parser.value(row.name)))
                return QStringLiteral("--%1: %2").arg(row.name, *problem);
    return {};
}

std::optional<QHostAddress> parseAddress(const QString& text) {
    if (text == QLatin1String("localhost"))
        return QHostAddress(QHostAddress::LocalHost);
    const QHostAddress address(text);
    return address.isNull() ? std::nullopt : std::optional(address);
}

CommandLine failure(const QString& error) {
    CommandLine commandLine;
    commandLine.wish = CommandLine::Wish::Error;
    commandLine.error = error;
    return commandLine;
}

CommandLine readServerOptions(const QCommandLineParser& parser) {
    CommandLine commandLine;
    ServerOptions& options = commandLine.options;
    const QString addressText = parser.value(QStringLiteral("address"));
    const auto address = parseAddress(addressText);
    if (!address)
        return failure(optionText("--address: not an address: %1").arg(addressText));
    bool isPort = false;
    const QString portText = parser.value(QStringLiteral("port"));
    options.port = portText.toUShort(&isPort);
    if (!isPort)
        return failure(optionText("--port: not a port from 0 to 65535: %1").arg(portText));
    options.address = *address;
    commandLine.namesEndpoint =
        parser.isSet(QStringLiteral("address")) || parser.isSet(QStringLiteral("port"));
    options.headless = parser.isSet(QStringLiteral("headless"));
    options.verbose = parser.isSet(QStringLiteral("verbose"));
    options.oneAtATime = parser.isSet(QStringLiteral("one-at-a-time"));
    if (const QString problem = setLimits(options.limits, parser); !problem.isEmpty())
        return failure(problem);
    options.logFile = parser.value(QStringLiteral("log-file"));
    return commandLine;
}

} // namespace

CommandLine parseCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    CommandLine commandLine;
    if (!parser.parse(arguments))
        return failure(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        commandLine.wish = CommandLine::Wish::Help;
    else if (parser.isSet(QStringLiteral("version")))
        commandLine.wish = CommandLine::Wish::Version;
    else if (!parser.positionalArguments().isEmpty())
        return failure(optionText("unexpected argument: %1").arg(parser.positionalArguments().constFirst()));
    else
        return readServerOptions(parser);
    return commandLine;
}

QString helpText() {
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

} // namespace keisan::server
