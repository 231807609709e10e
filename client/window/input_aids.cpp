// SPDX-License-Identifier: MIT
#include "client/window/input_aids.h"

#include "client/window/input_panel.h"
#include "client/window/name_completer.h"

#include <QAction>

namespace keisan::client {

InputAids::InputAids(CalculatorClient& client, const ServerSession& session, InputPanel& input,
                     const QAction& previewing)
    : QObject(&input)
    , m_session(session)
    , m_input(input)
    , m_preview(client)
    , m_completer(new NameCompleter(input.edit())) {
    m_preview.setEnabled(previewing.isChecked());
    connect(&previewing, &QAction::toggled, &m_preview, &LivePreview::setEnabled);
    connectPreview();
    connectNames();
    followText();
}

void InputAids::connectPreview() {
    const ExpressionEdit* edit = &m_input.edit();
    connect(edit, &QPlainTextEdit::textChanged, this, &InputAids::followText);
    connect(edit, &QPlainTextEdit::selectionChanged, this,
            [this] { m_preview.setSelection(m_input.edit().textCursor().selectedText()); });
    connect(edit, &ExpressionEdit::valueAsked, this, &InputAids::insertValue);
    connect(&m_input, &InputPanel::inserted, &m_preview, &LivePreview::hurry);
    connect(&m_preview, &LivePreview::changed, this, [this] { m_input.showPreview(m_preview.words()); });
}

void InputAids::connectNames() {
    m_input.edit().setCompleter(m_completer);
    connect(m_completer, &NameCompleter::openChanged, &m_preview, &LivePreview::setChoosingName);
    connect(&m_session.names, &KnownNames::changed, this,
            [this] { m_completer->model().setNames(m_session.names.names()); });
    connect(&m_session.variables, &SessionVariables::changed, this,
            [this] { m_completer->model().setVariables(m_session.variables.variables()); });
    m_completer->model().setNames(m_session.names.names());
    m_completer->model().setVariables(m_session.variables.variables());
}

// Also when the preview has the same to say as before: other words may stand in the line.
void InputAids::followText() {
    m_preview.setText(m_input.edit().expression());
    m_input.showPreview(m_preview.words());
}

void InputAids::insertValue() {
    if (const auto value = m_preview.value())
        m_input.replace(QString::fromUtf8(*value));
    else
        m_input.tell(tr("There is no value here to insert"));
}

} // namespace keisan::client
