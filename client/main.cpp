// SPDX-License-Identifier: MIT
#include "client/display_guard.h"
#include "client/terminal/arguments.h"
#include "client/terminal/run.h"
#include "client/window/run.h"

using keisan::client::Arguments;

int main(int argc, char** argv) {
    const Arguments arguments = keisan::client::parseArguments({argv + 1, argv + argc});
    if (arguments.action != Arguments::Action::ShowWindow)
        return keisan::client::runOnTerminal(arguments, argc, argv);
    const keisan::client::DisplayGuard guard;
    keisan::client::ClientWindow::Options options{.connectNow = arguments.addressGiven};
    if (arguments.addressGiven)
        options.address = arguments.address;
    return keisan::client::runWindow(options, argc, argv);
}
