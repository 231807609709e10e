// SPDX-License-Identifier: MIT
#pragma once

class QByteArray;
class QWidget;

namespace keisan::client {

// Puts a window where it was, as QWidget::saveGeometry remembered it, but wholly onto a screen that exists,
// and no larger than that. Nothing happens for what is no geometry.
void restoreOnScreen(QWidget& window, const QByteArray& geometry);

} // namespace keisan::client
