// SPDX-License-Identifier: MIT
#pragma once

#include "server/core/server_options.h"

#include <QStringList>

#include <optional>

namespace keisan::server {

// What the command line asks for. Needs no application object, so that what kind is wanted can be known
// first.
struct CommandLine {
    enum class Wish { Serve, Help, Version, Error };

    Wish wish = Wish::Serve;
    QString error; // one line, for Wish::Error
    ServerOptions options;
    bool namesEndpoint = false; // an address or a port was given
};

// The first argument is the program's name.
CommandLine parseCommandLine(const QStringList& arguments);

// The text of --help. Needs an application object.
QString helpText();

} // namespace keisan::server
