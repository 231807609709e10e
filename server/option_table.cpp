// SPDX-License-Identifier: MIT
#include "server/option_table.h"

#include "server/core/limit_table.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace keisan::server {
namespace {

using Problem = std::optional<QString>;

QString translated(const char* text) {
    return QCoreApplication::translate("CommandLine", text);
}

std::optional<bool> parseSwitch(const QString& value) {
    static constexpr std::array kOn{"on", "true", "yes", "1"};
    static constexpr std::array kOff{"off", "false", "no", "0"};
    const auto is = [&value](const char* word) { return value.toLower() == QLatin1StringView(word); };
    if (std::any_of(kOn.begin(), kOn.end(), is))
        return true;
    return std::any_of(kOff.begin(), kOff.end(), is) ? std::optional(false) : std::nullopt;
}

template <auto Member, bool WhenOn = true>
Problem setSwitch(ServerOptions& options, const QString& value) {
    const std::optional<bool> on = parseSwitch(value);
    if (!on)
        return translated("neither on nor off: %1").arg(value);
    options.*Member = *on == WhenOn;
    return std::nullopt;
}

Problem setAddress(ServerOptions& options, const QString& value) {
    const QHostAddress address =
        value == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(value);
    if (address.isNull())
        return translated("not an address: %1").arg(value);
    options.address = address;
    return std::nullopt;
}

Problem setPort(ServerOptions& options, const QString& value) {
    bool isPort = false;
    const quint16 port = value.toUShort(&isPort);
    if (!isPort)
        return translated("not a port from 0 to 65535: %1").arg(value);
    options.port = port;
    return std::nullopt;
}

Problem setLogFile(ServerOptions& options, const QString& value) {
    options.logFile = value;
    return std::nullopt;
}

Problem setLogFormat(ServerOptions& options, const QString& value) {
    if (value != QLatin1String("text") && value != QLatin1String("json"))
        return translated("neither text nor json: %1").arg(value);
    options.logFormat = value == QLatin1String("json") ? LogFormat::Json : LogFormat::Text;
    return std::nullopt;
}

Problem setLogFileBytes(ServerOptions& options, const QString& value) {
    const auto bytes = parseAmount(value, Unit::Bytes);
    if (!bytes)
        return translated("not a size: %1").arg(value);
    options.logFileBytes = static_cast<qint64>(*bytes);
    return std::nullopt;
}

template <auto Member, quint64 Most>
Problem setNumber(ServerOptions& options, const QString& value) {
    const auto number = parseAmount(value, Unit::Count);
    if (!number || *number < 1 || *number > Most)
        return translated("not a number from 1 to %1: %2").arg(amountText(Most, Unit::Count), value);
    options.*Member = static_cast<int>(*number);
    return std::nullopt;
}

constexpr QLatin1StringView kSwitch{};

constexpr std::array<OptionRow, 11> kRows{{
    {QLatin1StringView("headless"), kSwitch,
     QT_TRANSLATE_NOOP("CommandLine", "Serves without a window; connections are told on standard output."),
     setSwitch<&ServerOptions::headless>},
    {QLatin1StringView("address"), QLatin1StringView("A"),
     QT_TRANSLATE_NOOP("CommandLine", "Where to listen (127.0.0.1; 0.0.0.0 or :: for every network)."),
     setAddress},
    {QLatin1StringView("port"), QLatin1StringView("P"),
     QT_TRANSLATE_NOOP("CommandLine", "The TCP port (10000; 0 for any free one)."), setPort},
    {QLatin1StringView("threads"), QLatin1StringView("N"),
     QT_TRANSLATE_NOOP("CommandLine", "Threads that share the clients among them, up to 64 (1)."),
     setNumber<&ServerOptions::threads, 64>},
    {QLatin1StringView("one-at-a-time"), kSwitch,
     QT_TRANSLATE_NOOP("CommandLine",
                       "Serves clients one after another: the next when the one before has gone."),
     setSwitch<&ServerOptions::oneAtATime>},
    {QLatin1StringView("verbose"), kSwitch,
     QT_TRANSLATE_NOOP("CommandLine", "With --headless: tells of every request too."),
     setSwitch<&ServerOptions::verbose>},
    {QLatin1StringView("log-file"), QLatin1StringView("F"),
     QT_TRANSLATE_NOOP("CommandLine", "Appends every event to the file F; SIGHUP opens it anew."),
     setLogFile},
    {QLatin1StringView("log-format"), QLatin1StringView("X"),
     QT_TRANSLATE_NOOP("CommandLine", "How events stand in the log file: text or json (text)."),
     setLogFormat},
    {QLatin1StringView("log-file-limit"), QLatin1StringView("SIZE"),
     QT_TRANSLATE_NOOP("CommandLine",
                       "Size at which the log file is renamed to F.1 and begun anew; 0 for never (64 MiB)."),
     setLogFileBytes},
    {QLatin1StringView("log-files-kept"), QLatin1StringView("N"),
     QT_TRANSLATE_NOOP("CommandLine", "How many of the renamed ones are kept (4)."),
     setNumber<&ServerOptions::logFilesKept, 1000>},
    {QLatin1StringView("no-log-expressions"), kSwitch,
     QT_TRANSLATE_NOOP("CommandLine", "Tells of expressions and answers only how long they were."),
     setSwitch<&ServerOptions::logsExpressions, false>},
}};

} // namespace

std::span<const OptionRow> optionRows() {
    return kRows;
}

std::optional<QString> setOption(ServerOptions& options, const QString& name, const QString& value) {
    const auto isNamed = [&name](const auto& row) { return name == row.name; };
    if (const auto row = std::find_if(kRows.begin(), kRows.end(), isNamed); row != kRows.end())
        return row->set(options, value);
    const auto limits = limitRows();
    if (const auto row = std::find_if(limits.begin(), limits.end(), isNamed); row != limits.end())
        return setLimit(options.limits, *row, value);
    return translated("unknown");
}

} // namespace keisan::server
