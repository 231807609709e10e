// SPDX-License-Identifier: MIT
#include "server/command_line.h"

#include "server/configuration_file.h"
#include "server/core/limit_table.h"
#include "server/option_table.h"

#include <QCommandLineParser>

namespace keisan::server {
namespace {

QString optionText(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

QString helpWithDefault(const LimitRow& row) {
    return QStringLiteral("%1 (%2)").arg(helpOf(row), amountText(defaultOf(row), row.unit));
}

// What stands for a number in the help; addOptions() says how each is written.
QString valueNameOf(Unit unit) {
    switch (unit) {
    case Unit::Bytes: return QStringLiteral("SIZE");
    case Unit::Milliseconds: return QStringLiteral("TIME");
    case Unit::Count:
    case Unit::Bits: break;
    }
    return QStringLiteral("N");
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        optionText("A calculator that many people share over a network: the server.\n\n"
                   "N is a whole number such as 10000 or 10,000; SIZE is in bytes, or 64 KiB, 64 MiB,\n"
                   "1 GiB (64K, 64M, 1G); TIME is in seconds, or 0.5 s, 500 ms. What stands in\n"
                   "brackets is the default."));
    parser.addOptions({
        {{QStringLiteral("h"), QStringLiteral("help")}, optionText("Shows this text.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, optionText("Shows the version.")},
        {QStringLiteral("config"),
         optionText("Reads the file F first: lines such as max-clients = 100, with the names below."),
         QStringLiteral("F")},
    });
    for (const OptionRow& row : optionRows())
        parser.addOption({row.name, optionText(row.help), row.valueName});
    for (const LimitRow& row : limitRows())
        parser.addOption({row.name, helpWithDefault(row), valueNameOf(row.unit)});
}

CommandLine failure(const QString& error) {
    CommandLine commandLine;
    commandLine.wish = CommandLine::Wish::Error;
    commandLine.error = error;
    return commandLine;
}

// The options that stand on the command line, each once.
QStringList givenNames(const QCommandLineParser& parser) {
    QStringList names = parser.optionNames();
    names.removeAll(QStringLiteral("config"));
    names.removeDuplicates();
    return names;
}

CommandLine readServerOptions(const QCommandLineParser& parser) {
    CommandLine commandLine;
    ServerOptions& options = commandLine.options;
    if (parser.isSet(QStringLiteral("config")))
        if (const auto problem = readConfigurationFile(parser.value(QStringLiteral("config")), options))
            return failure(*problem);
    for (const QString& name : givenNames(parser)) {
        const QStringList values = parser.values(name);
        const QString value = values.isEmpty() ? QStringLiteral("on") : values.constLast();
        if (const auto problem = setOption(options, name, value))
            return failure(QStringLiteral("--%1: %2").arg(name, *problem));
    }
    if (options.oneAtATime && options.threads > 1)
        return failure(
            optionText("one-at-a-time and threads = %1 exclude each other: clients of several threads "
                       "have no order among them")
                .arg(options.threads));
    const ServerOptions defaults;
    commandLine.namesEndpoint = parser.isSet(QStringLiteral("address")) ||
                                parser.isSet(QStringLiteral("port")) || options.address != defaults.address ||
                                options.port != defaults.port;
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
