// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

#include <span>
#include <vector>

namespace keisan::server {

// One of several things that lie in a line.
struct FoldablePart {
    int length = 0;     // that it needs, in pixels
    int foldsAs = 0;    // 0: never; of the others the one with the greatest number goes first
    bool wanted = true; // false: it is not to be seen anyhow
};

// What a widget needs at least, as layouts see it.
QSize leastSize(const QWidget& widget);

// Which of the parts are to be seen when there is room for so many pixels: all that are wanted, or as many as
// fit with a gap between any two. What never folds is seen even where it does not fit.
std::vector<bool> whatFits(std::span<const FoldablePart> parts, int gap, int available);

// The room that the parts need which never fold.
int leastLength(std::span<const FoldablePart> parts, int gap);

} // namespace keisan::server
