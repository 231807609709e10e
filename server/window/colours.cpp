// SPDX-License-Identifier: MIT
#include "server/window/colours.h"

#include <QWidget>

namespace keisan::server {

namespace {

const Colours kLight{QColor(0x1f2328), QColor(0x57606a), QColor(0x9a6700),
                     QColor(0xb3261e), QColor(0x1a7f37), QColor(0x0550ae)};
const Colours kDark{QColor(0xe6edf3), QColor(0x9da7b3), QColor(0xe3b341),
                    QColor(0xff8a80), QColor(0x56d364), QColor(0x79c0ff)};

struct Surface {
    QColor window;
    QColor base;
    QColor button;
    QColor highlight;
    QColor highlightedText;
};

const Surface kLightSurface{QColor(0xf6f8fa), QColor(0xffffff), QColor(0xeff2f5), QColor(0x0550ae),
                            QColor(0xffffff)};
const Surface kDarkSurface{QColor(0x30363d), QColor(0x1b1f24), QColor(0x343b43), QColor(0x1f4b87),
                           QColor(0xffffff)};

QPalette paletteOf(const Colours& colours, const Surface& surface) {
    QPalette palette(surface.button, surface.window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, colours.text);
    palette.setColor(QPalette::Base, surface.base);
    palette.setColor(QPalette::AlternateBase, surface.window);
    palette.setColor(QPalette::ToolTipBase, surface.base);
    palette.setColor(QPalette::PlaceholderText, colours.secondary);
    palette.setColor(QPalette::Highlight, surface.highlight);
    palette.setColor(QPalette::HighlightedText, surface.highlightedText);
    palette.setColor(QPalette::Link, colours.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.secondary);
    return palette;
}

} // namespace

const Colours& coloursFor(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128 ? kDark : kLight;
}

QPalette paletteNamed(const QString& name) {
    if (name == QLatin1String("dark"))
        return paletteOf(kDark, kDarkSurface);
    if (name == QLatin1String("light"))
        return paletteOf(kLight, kLightSurface);
    return {};
}

void setTextColour(QWidget& widget, const QColor& colour) {
    QPalette palette = widget.palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    palette.setColor(QPalette::Text, colour);
    widget.setPalette(palette);
}

} // namespace keisan::server
