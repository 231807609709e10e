// SPDX-License-Identifier: MIT
#pragma once

#include "common/protocol/line_decoder.h"

#include <QObject>

#include <optional>

namespace keisan::client {

// Where the terminal client's expressions come from, one line each. Whoever uses it pulls: as long as nobody
// takes lines, nothing more is read.
class LineInput : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kMaxLineBytes = 16 * 1024 * 1024; // a longer line comes as tooLong

    using QObject::QObject;

    // The next line without its LF. With none at hand it starts to look for more: see changed().
    virtual std::optional<protocol::Line> takeLine() = 0;

    // No line will ever come again.
    virtual bool atEnd() const = 0;

Q_SIGNALS:
    void changed(); // takeLine() has something, or the end was reached
};

} // namespace keisan::client
