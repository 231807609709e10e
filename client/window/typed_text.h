// SPDX-License-Identifier: MIT
#pragma once

#include <QKeyEvent>

namespace keisan::client {

// Whether a key writes something, and is neither a shortcut nor a key that moves: it then belongs to the
// input, wherever the focus is.
inline bool isTypedText(const QKeyEvent& event) {
    return !event.text().isEmpty() && event.text().at(0).isPrint() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

} // namespace keisan::client
