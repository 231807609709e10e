// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_address.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace keisan::client {

// What the command line asks for. Read before there is any application object, so that everything but the
// window works without a display.
struct Arguments {
    enum class Action {
        ShowWindow,
        TalkOnTerminal, // lines from standard input
        EvaluateAll,    // the expressions of the command line
        ShowHelp,
        ShowVersion,
        Complain, // see complaint
    };

    Action action = Action::ShowWindow;
    ServerAddress address;
    bool addressGiven = false; // --host or --port was there: connect without being asked again
    bool json = false;
    QList<QByteArray> expressions; // as they came
    QString complaint;
};

// Without the program's name. An argument that begins with `-` and is no known option is an expression; after
// `--` everything is one.
Arguments parseArguments(const QList<QByteArray>& arguments);

// The text of --help, ending in a line feed.
QByteArray helpText();

} // namespace keisan::client
