// SPDX-License-Identifier: MIT
#include "server/window/folding.h"

#include <algorithm>

namespace keisan::server {

namespace {

int lengthOf(std::span<const FoldablePart> parts, const std::vector<bool>& seen, int gap) {
    int length = 0;
    for (std::size_t i = 0; i < parts.size(); ++i)
        length += seen[i] ? parts[i].length + gap : 0;
    return std::max(0, length - gap);
}

} // namespace

QSize leastSize(const QWidget& widget) {
    const QSize hint = widget.minimumSizeHint();
    const QSize set = widget.minimumSize();
    return {set.width() > 0 ? set.width() : hint.width(), set.height() > 0 ? set.height() : hint.height()};
}

std::vector<bool> whatFits(std::span<const FoldablePart> parts, int gap, int available) {
    std::vector<bool> seen;
    std::vector<std::size_t> foldable;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        seen.push_back(parts[i].wanted);
        if (parts[i].wanted && parts[i].foldsAs > 0)
            foldable.push_back(i);
    }
    std::stable_sort(foldable.begin(), foldable.end(),
                     [&parts](std::size_t a, std::size_t b) { return parts[a].foldsAs > parts[b].foldsAs; });
    for (const std::size_t i : foldable) {
        if (lengthOf(parts, seen, gap) <= available)
            break;
        seen[i] = false;
    }
    return seen;
}

int leastLength(std::span<const FoldablePart> parts, int gap) {
    return lengthOf(parts, whatFits(parts, gap, 0), gap);
}

} // namespace keisan::server
