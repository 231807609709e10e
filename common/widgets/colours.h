// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

class QWidget;

namespace keisan::widgets {

// What a colour says. Each has a light and a dark face, all at least 4.5 in contrast on their base; none is
// ever the only sign of what it says.
enum class Role { Text, Number, Function, Variable, Secondary, Warning, Error, Good };

inline constexpr std::array kRoles{Role::Text,      Role::Number,  Role::Function, Role::Variable,
                                   Role::Secondary, Role::Warning, Role::Error,    Role::Good};

// The face that reads well on the palette's base, light or dark. Ask again on QEvent::PaletteChange.
QColor colourOf(Role role, const QPalette& palette);

// A base hardly different from the palette's: the chosen item's ground, on which every role still reads.
QColor chosenGround(const QPalette& palette);

// The edge of what is filled in or ticked: at least 3 in contrast on the palette's base and window.
QColor edgeOf(const QPalette& palette);

bool isDark(const QPalette& palette);

// The palettes of View > Colours.
QPalette lightPalette();
QPalette darkPalette();

// Writes the widget's text in the colour.
void setTextColour(QWidget& widget, const QColor& colour);

} // namespace keisan::widgets
