// SPDX-License-Identifier: MIT
#include "common/widgets/colours.h"

#include <QWidget>

namespace keisan::widgets {

namespace {

struct Faces {
    QRgb light;
    QRgb dark;
};

// In the order of Role.
constexpr std::array<Faces, kRoles.size()> kFaces{{
    {0xff1f2328, 0xffe6edf3}, // Text
    {0xff0550ae, 0xff79c0ff}, // Number
    {0xff6639ba, 0xffd2a8ff}, // Function
    {0xff116329, 0xff7ee787}, // Variable
    {0xff57606a, 0xff9da7b3}, // Secondary
    {0xff9a6700, 0xffe3b341}, // Warning
    {0xffb3261e, 0xffff8a80}, // Error
    {0xff1a7f37, 0xff56d364}, // Good
}};

struct Grounds {
    QRgb base;
    QRgb window;
    QRgb chosen;
    QRgb button;
    QRgb line;
    QRgb edge;
    QRgb highlight;
};

constexpr Grounds kLight{0xffffffff, 0xfff6f8fa, 0xfff6f8fa, 0xfffafbfc, 0xffc4c9d0, 0xff868e96, 0xff0550ae};
constexpr Grounds kDark{0xff1b1f24, 0xff24292f, 0xff262c34, 0xff30363d, 0xff4a525c, 0xff7d8590, 0xff1f4f8f};

QPalette paletteFor(const Grounds& grounds, bool dark) {
    const auto face = [dark](Role role) {
        const Faces& faces = kFaces[static_cast<std::size_t>(role)];
        return QColor(dark ? faces.dark : faces.light);
    };
    QPalette palette(QColor(grounds.button), QColor(grounds.window));
    for (const auto text :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(text, face(Role::Text));
    palette.setColor(QPalette::Base, QColor(grounds.base));
    palette.setColor(QPalette::ToolTipBase, QColor(grounds.base));
    palette.setColor(QPalette::AlternateBase, QColor(grounds.chosen));
    palette.setColor(QPalette::PlaceholderText, face(Role::Secondary));
    palette.setColor(QPalette::Link, face(Role::Number));
    palette.setColor(QPalette::Highlight, QColor(grounds.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(Qt::white));
    palette.setColor(QPalette::Mid, QColor(grounds.line));
    for (const auto text : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, text, face(Role::Secondary));
    return palette;
}

} // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightness() < 128;
}

QColor colourOf(Role role, const QPalette& palette) {
    const Faces& faces = kFaces[static_cast<std::size_t>(role)];
    return QColor(isDark(palette) ? faces.dark : faces.light);
}

QColor chosenGround(const QPalette& palette) {
    return QColor(isDark(palette) ? kDark.chosen : kLight.chosen);
}

QColor edgeOf(const QPalette& palette) {
    return QColor(isDark(palette) ? kDark.edge : kLight.edge);
}

QPalette lightPalette() {
    return paletteFor(kLight, false);
}

QPalette darkPalette() {
    return paletteFor(kDark, true);
}

void setTextColour(QWidget& widget, const QColor& colour) {
    QPalette palette = widget.palette();
    if (palette.color(QPalette::WindowText) == colour)
        return;
    palette.setColor(QPalette::WindowText, colour);
    palette.setColor(QPalette::Text, colour);
    widget.setPalette(palette);
}

} // namespace keisan::widgets
