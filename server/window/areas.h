// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <span>

namespace keisan::server {

// Gives the keyboard to the area after the one that has it, round and round; one that is not seen is left
// out. An area has the keyboard when it, or something inside it, has it.
void focusNextArea(std::span<QWidget* const> areas);

} // namespace keisan::server
