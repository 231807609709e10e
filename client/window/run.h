// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/client_window.h"

namespace keisan::client {

// Shows the client's window until it is closed; returns the exit code. Needs a display. What the options
// leave empty is remembered where the platform wants it.
int runWindow(const ClientWindow::Options& options, int argc, char** argv);

} // namespace keisan::client
