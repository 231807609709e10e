// SPDX-License-Identifier: MIT
#include "client/terminal/edited_lines.h"

#include <array>
#include <cstdio>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace keisan::client {

namespace {

constexpr int kHistoryLines = 1'000;
constexpr char kEndOfFileKey = 4; // Ctrl+D

bool isGone(int terminal) {
    pollfd state{terminal, POLLIN, 0};
    return ::poll(&state, 1, 0) > 0 && (state.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

} // namespace

EditedLines::EditedLines(const QList<QByteArray>& earlierLines)
    : m_edit(el_init("keisan", stdin, stdout, stderr), el_end)
    , m_history(history_init(), history_end)
    , m_notifier(STDIN_FILENO, QSocketNotifier::Read) {
    HistEvent event;
    history(m_history.get(), &event, H_SETSIZE, kHistoryLines);
    history(m_history.get(), &event, H_SETUNIQUE, 1);
    el_set(m_edit.get(), EL_CLIENTDATA, this);
    el_set(m_edit.get(), EL_PROMPT, &EditedLines::prompt);
    el_set(m_edit.get(), EL_EDITOR, "emacs");
    el_set(m_edit.get(), EL_HIST, history, m_history.get());
    el_set(m_edit.get(), EL_ADDFN, "complete-name", "Complete the name", &EditedLines::completeName);
    el_set(m_edit.get(), EL_BIND, "\t", "complete-name", nullptr);
    el_source(m_edit.get(), nullptr); // the user's ~/.editrc
    for (const QByteArray& line : earlierLines)
        remember(line);
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &EditedLines::readKey);
}

EditedLines::~EditedLines() {
    endEditing();
}

std::optional<protocol::Line> EditedLines::takeLine() {
    if (m_line)
        return std::exchange(m_line, std::nullopt);
    if (!m_isEditing && !m_atEnd) {
        m_isEditing = true;
        el_set(m_edit.get(), EL_UNBUFFERED, 1); // shows the prompt
        m_notifier.setEnabled(true);
    }
    return std::nullopt;
}

void EditedLines::remember(const QByteArray& line) {
    HistEvent event;
    if (line.trimmed().isEmpty() || line.contains('\n'))
        return;
    history(m_history.get(), &event, H_ENTER, line.constData());
    m_completion.learn(line);
}

// One key, or one sequence of an arrow or function key. In this mode libedit gives back the whole line after
// each.
void EditedLines::readKey() {
    int length = 0;
    const char* const text = el_gets(m_edit.get(), &length);
    if (text == nullptr || length <= 0) {
        m_atEnd = isGone(STDIN_FILENO);
    } else if (length == 1 && text[0] == kEndOfFileKey) {
        m_atEnd = true;
        std::fputc('\n', stdout);
    } else if (text[length - 1] == '\n' || text[length - 1] == '\r') {
        m_line = protocol::Line{QByteArray(text, length - 1), false};
        remember(m_line->text);
    }
    if (!m_atEnd && !m_line)
        return;
    endEditing();
    Q_EMIT changed();
}

void EditedLines::endEditing() {
    m_notifier.setEnabled(false);
    if (std::exchange(m_isEditing, false))
        el_set(m_edit.get(), EL_UNBUFFERED, 0);
    std::fflush(stdout);
}

char* EditedLines::prompt(EditLine*) {
    static char text[] = "> ";
    return text;
}

unsigned char EditedLines::completeName(EditLine* edit, int) {
    EditedLines* self = nullptr;
    el_get(edit, EL_CLIENTDATA, &self);
    const LineInfo* const line = el_line(edit);
    const auto result = self->m_completion.complete(QByteArray(line->buffer, line->cursor - line->buffer));
    if (!result.insert.isEmpty())
        return el_insertstr(edit, result.insert.constData()) == 0 ? CC_REFRESH : CC_ERROR;
    if (result.choices.size() < 2)
        return CC_REFRESH_BEEP;
    std::fprintf(stdout, "\n%s\n", result.choices.join("  ").constData());
    return CC_REDISPLAY;
}

} // namespace keisan::client
