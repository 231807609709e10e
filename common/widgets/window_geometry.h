// SPDX-License-Identifier: MIT
#pragma once

class QByteArray;
class QSize;
class QWidget;

namespace keisan::widgets {

// Before a window is shown: puts it where it was, as QWidget::saveGeometry remembered it, but wholly onto a
// screen that exists, and no larger than that. What is no geometry leaves the place to the desktop: the
// window gets its first size, or less where the screen is small.
void restoreOnScreen(QWidget& window, const QByteArray& geometry, QSize firstSize);

// A window cannot be made smaller than this, which is meant at 100 % and grows with the zoom up to the size
// of the screen.
void setSmallestSize(QWidget& window, QSize smallest, int zoomPercent);

} // namespace keisan::widgets
