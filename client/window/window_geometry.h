// SPDX-License-Identifier: MIT
#pragma once

class QByteArray;
class QSize;
class QWidget;

namespace keisan::client {

// Puts a window where it was, as QWidget::saveGeometry remembered it, but wholly onto a screen that exists,
// and no larger than that. Nothing happens for what is no geometry.
void restoreOnScreen(QWidget& window, const QByteArray& geometry);

// A window cannot be made smaller than this, which is meant at 100 % and grows with the zoom up to the size
// of the screen.
void setSmallestSize(QWidget& window, QSize smallest, int zoomPercent);

} // namespace keisan::client
