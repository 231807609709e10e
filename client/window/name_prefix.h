// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace keisan::client {

// The part of a name that stands before the cursor, in UTF-16 units.
struct NamePrefix {
    int start = 0;
    QString text = {}; // "sq", "math.sq", "math."

    bool operator==(const NamePrefix&) const = default;
};

// Nothing within a name, in numbers, in texts and behind a dot that belongs to no name.
std::optional<NamePrefix> namePrefixAt(const QString& expression, int cursor);

} // namespace keisan::client
