// SPDX-License-Identifier: MIT
#pragma once

#include "client/terminal/line_input.h"
#include "client/terminal/name_completion.h"

#include <QByteArray>
#include <QList>
#include <QSocketNotifier>

#include <histedit.h>
#include <memory>

namespace keisan::client {

// Lines that a person types at a terminal, with libedit: editing keys, the lines before by Up and Down, names
// by Tab. Standard input and output must be that terminal. It is in its own mode only while a line is being
// typed.
class EditedLines : public LineInput {
    Q_OBJECT

public:
    // Lines from earlier days, oldest first, for Up and for completion.
    explicit EditedLines(const QList<QByteArray>& earlierLines);
    ~EditedLines() override; // leaves the terminal as it was

    std::optional<protocol::Line> takeLine() override;
    bool atEnd() const override { return m_atEnd; }

private:
    static char* prompt(EditLine* edit);
    static unsigned char completeName(EditLine* edit, int key);

    void remember(const QByteArray& line);
    void readKey();
    void endEditing();

    std::unique_ptr<EditLine, void (*)(EditLine*)> m_edit;
    std::unique_ptr<History, void (*)(History*)> m_history;
    QSocketNotifier m_notifier;
    NameCompletion m_completion;
    std::optional<protocol::Line> m_line;
    bool m_isEditing = false;
    bool m_atEnd = false;
};

} // namespace keisan::client
