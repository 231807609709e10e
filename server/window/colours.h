// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

class QWidget;

namespace keisan::server {

// The colours that carry a meaning. Each has a contrast of at least 4.5 to the base colour it is made for;
// none is ever the only sign of what it means.
struct Colours {
    QColor text;
    QColor secondary;
    QColor warning;
    QColor error;
    QColor good;
    QColor line; // of a graph
};

// Those that fit the lightness of the palette's base. Ask again on QEvent::PaletteChange.
const Colours& coloursFor(const QPalette& palette);

// The palette of View > Colours: "light", "dark", or the system's for anything else.
QPalette paletteNamed(const QString& name);

// Writes the widget's text in the colour.
void setTextColour(QWidget& widget, const QColor& colour);

} // namespace keisan::server
