// SPDX-License-Identifier: MIT
#include "client/terminal/arguments.h"

#include <optional>

namespace keisan::client {

namespace {

struct Parser {
    QList<QByteArray> rest;
    Arguments result;

    // The value of `--name VALUE` or `--name=VALUE` if that stands next; then both are taken.
    std::optional<QByteArray> takeOption(QByteArrayView name) {
        const QByteArray first = rest.first();
        if (first.startsWith(name.toByteArray() + '=')) {
            rest.removeFirst();
            return first.mid(name.size() + 1);
        }
        if (first != name)
            return std::nullopt;
        rest.removeFirst();
        if (rest.isEmpty()) {
            complain(QStringLiteral("%1 needs a value").arg(QString::fromUtf8(name)));
            return QByteArray();
        }
        return rest.takeFirst();
    }

    void complain(const QString& text) {
        if (result.action != Arguments::Action::Complain)
            result.complaint = text;
        result.action = Arguments::Action::Complain;
    }

    void setHost(const QByteArray& value) {
        result.address.host = QString::fromUtf8(value);
        result.addressGiven = true;
        if (value.trimmed().isEmpty())
            complain(QStringLiteral("--host needs a name or an address"));
    }

    void setPort(const QByteArray& value) {
        bool isNumber = false;
        const int port = value.toInt(&isNumber);
        if (!isNumber || port < 1 || port > 65535)
            return complain(QStringLiteral("--port must be a number from 1 to 65535, not '%1'")
                                .arg(QString::fromUtf8(value)));
        result.address.port = static_cast<quint16>(port);
        result.addressGiven = true;
    }

    void ask(Arguments::Action action) {
        rest.removeFirst();
        if (result.action != Arguments::Action::Complain)
            result.action = action;
    }

    void takeNext() {
        const QByteArray next = rest.first();
        if (next == "--help" || next == "-h")
            ask(Arguments::Action::ShowHelp);
        else if (next == "--version" || next == "-v")
            ask(Arguments::Action::ShowVersion);
        else if (next == "--terminal")
            ask(Arguments::Action::TalkOnTerminal);
        else if (next == "--json")
            result.json = !rest.takeFirst().isEmpty();
        else if (next == "--")
            result.expressions += std::exchange(rest, {}).mid(1);
        else if (const auto host = takeOption("--host"))
            setHost(*host);
        else if (const auto port = takeOption("--port"))
            setPort(*port);
        else
            result.expressions += rest.takeFirst();
    }

    // What is asked for when no option said it outright.
    void settle() {
        if (result.action == Arguments::Action::TalkOnTerminal && !result.expressions.isEmpty())
            complain(QStringLiteral(
                "--terminal reads expressions from standard input, not from the command line"));
        if (result.action != Arguments::Action::ShowWindow)
            return;
        if (!result.expressions.isEmpty())
            result.action = Arguments::Action::EvaluateAll;
        else if (result.json)
            result.action = Arguments::Action::TalkOnTerminal;
    }
};

} // namespace

Arguments parseArguments(const QList<QByteArray>& arguments) {
    using Action = Arguments::Action;
    Parser parser{arguments, {}};
    while (!parser.rest.isEmpty() && parser.result.action != Action::ShowHelp &&
           parser.result.action != Action::ShowVersion)
        parser.takeNext();
    parser.settle();
    return parser.result;
}

QByteArray helpText() {
    return R"(Usage: keisan [--host HOST] [--port PORT]
       keisan [--host HOST] [--port PORT] [--json] EXPRESSION...
       keisan [--host HOST] [--port PORT] [--json] --terminal

A calculator that asks a Keisan server. Without an expression it opens its window.

  EXPRESSION       prints the answer of each, one a line; the exit code is 1 if one was an error.
                   One that begins with a minus is no option: keisan '-5+3'
  --terminal       reads expressions from standard input, one a line, and prints their answers;
                   'quit' or the end of input leaves
  --json           prints one JSON object a line: expression, and value, type, number and cost, or
                   error, type, start and end (where it lies, in Unicode code points), and elapsed_ms;
                   a server that speaks only the plain protocol tells value or error alone
  --host HOST      where the server is (127.0.0.1)
  --port PORT      its port (10000)
  --               what follows are expressions
  -h, --help       this text
  -v, --version    the version
)";
}

} // namespace keisan::client
