// SPDX-License-Identifier: MIT
#include "client/terminal/output.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace keisan::client {

namespace {

constexpr qsizetype kWriteFromBytes = 64 * 1024;

// A descriptor may be non-blocking because someone who shares it made it so.
void waitUntilWritable(int descriptor) {
    pollfd wanted{descriptor, POLLOUT, 0};
    ::poll(&wanted, 1, -1);
}

} // namespace

void Output::addLine(const QByteArray& line) {
    m_pending += line;
    m_pending += '\n';
    if (m_pending.size() >= kWriteFromBytes)
        flush();
}

bool Output::flush() {
    qsizetype written = 0;
    while (m_error == 0 && written < m_pending.size()) {
        const ssize_t count = ::write(m_descriptor, m_pending.constData() + written,
                                      static_cast<std::size_t>(m_pending.size() - written));
        if (count >= 0)
            written += count;
        else if (errno == EAGAIN)
            waitUntilWritable(m_descriptor);
        else if (errno != EINTR)
            m_error = errno;
    }
    m_pending.clear();
    return m_error == 0;
}

} // namespace keisan::client
