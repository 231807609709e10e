// SPDX-License-Identifier: MIT
#include "server/window/fixed_font.h"

#include <QApplication>
#include <QFontDatabase>

namespace keisan::server {

QFont fixedFont() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

} // namespace keisan::server
