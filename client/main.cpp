// SPDX-License-Identifier: MIT
#include "client/terminal/arguments.h"
#include "client/terminal/run.h"

#include <cstdio>

using keisan::client::Arguments;

int main(int argc, char** argv) {
    const Arguments arguments = keisan::client::parseArguments({argv + 1, argv + argc});
    if (arguments.action != Arguments::Action::ShowWindow)
        return keisan::client::runOnTerminal(arguments, argc, argv);
    std::fputs("keisan: built without its window; keisan --terminal works (see keisan --help)\n", stderr);
    return 1;
}
