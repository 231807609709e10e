// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace keisan::client {

// A word of advice on an expression that may not mean what it looks like: 2 ^ 3, 3(4), 1,5, sin(90). Empty
// without one. Never changes anything.
QString inputHint(const QString& expression);

// The change that advice proposes, in UTF-16 units; nothing without advice.
struct HintedChange {
    int start = 0;
    int length = 0;
    QString text = {};

    bool operator==(const HintedChange&) const = default;
};

std::optional<HintedChange> hintedChange(const QString& expression);

} // namespace keisan::client
