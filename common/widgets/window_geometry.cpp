// SPDX-License-Identifier: MIT
#include "common/widgets/window_geometry.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace keisan::widgets {

namespace {

constexpr double kFirstPart = 0.9; // of a small screen

// The screen it was left on may be gone, or smaller now.
void fitToScreen(QWidget& window) {
    constexpr int kEdge = 4; // at most, of the window's frame
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect room = window.screen()->availableGeometry().adjusted(kEdge, title + kEdge, -kEdge, -kEdge);
    const QSize size = window.size().boundedTo(room.size());
    const QPoint lowest = room.bottomRight() + QPoint(1 - size.width(), 1 - size.height());
    const QPoint place = window.geometry().topLeft();
    window.setGeometry(
        {{std::clamp(place.x(), room.left(), lowest.x()), std::clamp(place.y(), room.top(), lowest.y())},
         size});
}

} // namespace

void restoreOnScreen(QWidget& window, const QByteArray& geometry, QSize firstSize) {
    if (window.restoreGeometry(geometry))
        fitToScreen(window);
    else
        window.resize(firstSize.boundedTo(window.screen()->availableSize() * kFirstPart));
}

void setSmallestSize(QWidget& window, QSize smallest, int zoomPercent) {
    const QSize zoomed = smallest * std::max(zoomPercent, 100) / 100;
    window.setMinimumSize(zoomed.boundedTo(window.screen()->availableSize()));
}

} // namespace keisan::widgets
