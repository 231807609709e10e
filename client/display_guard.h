// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace keisan::client {

// While it lives, a window that finds no display to open on ends the program with one clear line and code 1,
// in place of Qt's own words and an abort. Make it before the QApplication; one at a time.
class DisplayGuard {
public:
    DisplayGuard();
    ~DisplayGuard();
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;
};

} // namespace keisan::client
