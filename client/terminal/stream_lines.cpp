// SPDX-License-Identifier: MIT
#include "client/terminal/stream_lines.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace keisan::client {

namespace {

constexpr std::size_t kBlockBytes = 64 * 1024;

} // namespace

StreamLines::StreamLines(int descriptor, const QByteArray& prompt, int promptDescriptor)
    : m_descriptor(descriptor)
    , m_prompt(prompt)
    , m_promptDescriptor(promptDescriptor)
    , m_notifier(descriptor, QSocketNotifier::Read) {
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &StreamLines::readBlock);
}

std::optional<protocol::Line> StreamLines::takeLine() {
    std::optional<protocol::Line> line = m_decoder.takeLine();
    if (!line && m_endOfFile) {
        line = m_decoder.takeRest();
        m_atEnd = !line;
    }
    const bool mustWait = !line && !m_atEnd;
    if (mustWait && !m_notifier.isEnabled())
        writePrompt(m_prompt);
    m_notifier.setEnabled(mustWait);
    return line;
}

// Decoration: nobody is worse off where it cannot be written.
void StreamLines::writePrompt(const QByteArray& text) const {
    if (!m_prompt.isEmpty())
        static_cast<void>(
            ::write(m_promptDescriptor, text.constData(), static_cast<std::size_t>(text.size())) < 0);
}

void StreamLines::readBlock() {
    std::array<char, kBlockBytes> block;
    const ssize_t count = ::read(m_descriptor, block.data(), block.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    m_endOfFile = count <= 0; // input that cannot be read has ended
    m_notifier.setEnabled(false);
    if (m_endOfFile)
        writePrompt("\n"); // what comes next does not stand behind the prompt
    if (count > 0)
        m_decoder.feed(QByteArrayView(block.data(), count));
    Q_EMIT changed();
}

} // namespace keisan::client
