// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace keisan::client {

// What a colour says. Each has a light and a dark face, all at least 4.5 in contrast on their base.
enum class Role { Text, Number, Function, Variable, Secondary, Warning, Error, Good };

inline constexpr std::array kRoles{Role::Text,      Role::Number,  Role::Function, Role::Variable,
                                   Role::Secondary, Role::Warning, Role::Error,    Role::Good};

// The face that reads well on the palette's base, light or dark.
QColor colourOf(Role role, const QPalette& palette);

// A base hardly different from the palette's: the chosen item's ground, on which every role still reads.
QColor chosenGround(const QPalette& palette);

bool isDark(const QPalette& palette);

// The palettes of View > Colours.
QPalette lightPalette();
QPalette darkPalette();

} // namespace keisan::client
