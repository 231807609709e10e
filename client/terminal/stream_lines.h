// SPDX-License-Identifier: MIT
#pragma once

#include "client/terminal/line_input.h"

#include <QSocketNotifier>

namespace keisan::client {

// Lines from a descriptor: a pipe, a file, or a terminal without line editing. Reads only when there is
// something, and no further ahead than one block. Does not own the descriptor.
class StreamLines : public LineInput {
    Q_OBJECT

public:
    // The prompt, if there is one, is written to promptDescriptor each time a line is waited for.
    explicit StreamLines(int descriptor, const QByteArray& prompt = {}, int promptDescriptor = -1);

    std::optional<protocol::Line> takeLine() override;
    bool atEnd() const override { return m_atEnd; }

private:
    void readBlock();
    void writePrompt(const QByteArray& text) const;

    int m_descriptor;
    QByteArray m_prompt;
    int m_promptDescriptor;
    QSocketNotifier m_notifier;
    protocol::LineDecoder m_decoder{kMaxLineBytes};
    bool m_endOfFile = false;
    bool m_atEnd = false;
};

} // namespace keisan::client
