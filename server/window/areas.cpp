// SPDX-License-Identifier: MIT
#include "server/window/areas.h"

#include <QApplication>

namespace keisan::server {

void focusNextArea(std::span<QWidget* const> areas) {
    const QWidget* now = QApplication::focusWidget();
    std::size_t at = areas.size() - 1;
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (now != nullptr && (areas[i] == now || areas[i]->isAncestorOf(now)))
            at = i;
    for (std::size_t tries = 0; tries < areas.size(); ++tries) {
        at = (at + 1) % areas.size();
        if (areas[at]->isVisible() && areas[at]->isEnabled())
            return areas[at]->setFocus(Qt::TabFocusReason);
    }
}

} // namespace keisan::server
