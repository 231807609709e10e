// SPDX-License-Identifier: MIT
#pragma once

#include "client/terminal/line_input.h"

#include <QList>

namespace keisan::client {

// The expressions of the command line.
class ListedLines : public LineInput {
    Q_OBJECT

public:
    explicit ListedLines(const QList<QByteArray>& lines, QObject* parent = nullptr)
        : LineInput(parent)
        , m_lines(lines) {}

    std::optional<protocol::Line> takeLine() override {
        if (m_lines.isEmpty())
            return std::nullopt;
        return protocol::Line{m_lines.takeFirst(), false};
    }

    bool atEnd() const override { return m_lines.isEmpty(); }

private:
    QList<QByteArray> m_lines;
};

} // namespace keisan::client
