// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace keisan::client {

// Bytes on their way to a descriptor, many lines to one write. Blocks while the reader is slow: with it our
// reading from the server stops too. Does not own the descriptor.
class Output {
public:
    explicit Output(int descriptor) : m_descriptor(descriptor) {}

    // Keeps the line until flush(), or writes at once when much is waiting.
    void addLine(const QByteArray& line);

    // False once writing has failed; error() then is the errno of the first failure, and nothing more is
    // written.
    bool flush();

    int error() const { return m_error; }

private:
    int m_descriptor;
    QByteArray m_pending;
    int m_error = 0;
};

} // namespace keisan::client
