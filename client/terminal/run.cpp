// SPDX-License-Identifier: MIT
#include "client/terminal/run.h"

#include "client/session/history_store.h"
#include "client/session/settings.h"
#ifdef KEISAN_HAS_LIBEDIT
#include "client/terminal/edited_lines.h"
#endif
#include "client/terminal/listed_lines.h"
#include "client/terminal/output.h"
#include "client/terminal/stream_lines.h"
#include "client/terminal/terminal_client.h"
#include "common/program/signal_watcher.h"

#include <QCoreApplication>
#include <QSettings>

#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace keisan::client {

namespace {

constexpr int kExitUsage = 2;

// A descriptor that is closed would be given to the next socket. Opened the wrong way round the first two
// behave as before: nothing to read, and a write that fails.
void openMissingStandardStreams() {
    const int input = ::fcntl(STDIN_FILENO, F_GETFD) < 0 ? ::open("/dev/null", O_RDONLY) : STDIN_FILENO;
    const int output = ::fcntl(STDOUT_FILENO, F_GETFD) < 0 ? ::open("/dev/null", O_RDONLY) : STDOUT_FILENO;
    const int errors = ::fcntl(STDERR_FILENO, F_GETFD) < 0 ? ::open("/dev/null", O_WRONLY) : STDERR_FILENO;
    static_cast<void>(input + output + errors);
}

bool wantsColours() {
    return ::isatty(STDOUT_FILENO) != 0 && qEnvironmentVariableIsEmpty("NO_COLOR") &&
           qgetenv("TERM") != "dumb";
}

int say(int descriptor, const QByteArray& line, int exitCode) {
    Output output(descriptor);
    output.addLine(line);
    return output.flush() ? exitCode : 1;
}

// What a person sits at: then there is a prompt, and a history that is kept.
bool isInteractive() {
    return ::isatty(STDIN_FILENO) != 0;
}

#ifdef KEISAN_HAS_LIBEDIT
std::unique_ptr<LineInput> editedLines(HistoryStore* history) {
    QList<QByteArray> lines;
    if (history != nullptr) {
        for (const HistoryEntry& entry : history->load())
            lines.append(entry.expression);
    }
    return std::make_unique<EditedLines>(lines);
}
#endif

std::unique_ptr<LineInput> standardInput([[maybe_unused]] HistoryStore* history) {
    if (!isInteractive())
        return std::make_unique<StreamLines>(STDIN_FILENO);
    const bool showsAnswers = ::isatty(STDOUT_FILENO) != 0;
#ifdef KEISAN_HAS_LIBEDIT
    if (showsAnswers && qgetenv("TERM") != "dumb")
        return editedLines(history);
#endif
    return std::make_unique<StreamLines>(STDIN_FILENO, "> ", showsAnswers ? STDOUT_FILENO : STDERR_FILENO);
}

bool keepsHistory() {
    return loadSettings(QSettings(settingsPath(), QSettings::IniFormat)).keepHistory;
}

void keep(HistoryStore& history, const QByteArray& expression, const Reply& reply) {
    HistoryEntry entry;
    entry.expression = expression;
    entry.answer = reply.text;
    entry.isError = reply.isError;
    entry.elapsedNs = reply.elapsedNs;
    history.append(entry);
}

int talk(const Arguments& arguments, LineInput& input, HistoryStore* history) {
    TerminalClient::Options options;
    options.address = arguments.address;
    options.oneAtATime = arguments.action == Arguments::Action::TalkOnTerminal && isInteractive();
    options.errorsSetExitCode = arguments.action == Arguments::Action::EvaluateAll;
    options.json = arguments.json;
    options.colours = wantsColours() && !arguments.json;
    Output output(STDOUT_FILENO);
    Output errors(STDERR_FILENO);
    TerminalClient client(options, input, output, errors);
    if (history != nullptr)
        QObject::connect(&client, &TerminalClient::answered, &client,
                         [history](const QByteArray& expression, const Reply& reply) {
                             keep(*history, expression, reply);
                         });
    const program::SignalWatcher signals;
    QObject::connect(&signals, &program::SignalWatcher::endRequested, &client, &TerminalClient::interrupt);
    QObject::connect(&client, &TerminalClient::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    client.start();
    return QCoreApplication::exec();
}

} // namespace

int runOnTerminal(const Arguments& arguments, int argc, char** argv) {
    using Action = Arguments::Action;
    openMissingStandardStreams();
    if (arguments.action == Action::ShowHelp)
        return say(STDOUT_FILENO, helpText().trimmed(), 0);
    if (arguments.action == Action::ShowVersion)
        return say(STDOUT_FILENO, "keisan " KEISAN_VERSION, 0);
    if (arguments.action == Action::Complain)
        return say(STDERR_FILENO, "keisan: " + arguments.complaint.toUtf8() + " (see keisan --help)",
                   kExitUsage);
    const QCoreApplication application(argc, argv);
    if (arguments.action == Action::EvaluateAll) {
        ListedLines input(arguments.expressions);
        return talk(arguments, input, nullptr);
    }
    const auto history = isInteractive() && keepsHistory() ? std::make_unique<HistoryStore>() : nullptr;
    const auto input = standardInput(history.get());
    return talk(arguments, *input, history.get());
}

} // namespace keisan::client
