// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>

namespace keisan::server {

// The picture of the program, in fixed sizes: the plugin that draws SVG files is a package of its own.
QIcon applicationIcon();

} // namespace keisan::server
