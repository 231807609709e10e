// SPDX-License-Identifier: MIT
#pragma once

#include "client/terminal/arguments.h"

namespace keisan::client {

// Everything keisan does without its window: help, version, complaints about arguments, the answers to the
// expressions of the command line, and the talk on standard input and output. Needs no application object and
// no display; returns the exit code: 0; 1 when an expression of the command line had no value, or the server
// could not be reached or was lost; 2 for wrong arguments; 128 + n for signal n.
int runOnTerminal(const Arguments& arguments, int argc, char** argv);

} // namespace keisan::client
