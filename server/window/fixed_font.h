// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace keisan::server {

// In which every character is as wide as any other; as large as the program's font, which may be zoomed: ask
// again on QEvent::ApplicationFontChange.
QFont fixedFont();

} // namespace keisan::server
