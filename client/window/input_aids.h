// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_session.h"
#include "client/window/live_preview.h"

#include <QObject>

class QAction;

namespace keisan::client {

class InputPanel;
class NameCompleter;

// What helps while an expression is typed: the preview below it and the list of names. Puts them to the
// input; both know the server's names and variables.
class InputAids : public QObject {
    Q_OBJECT

public:
    // All must outlive it; it is the input's child. The action switches the preview.
    InputAids(CalculatorClient& client, const ServerSession& session, InputPanel& input,
              const QAction& previewing);

private:
    void connectPreview();
    void connectNames();
    void followText();
    void insertValue();

    const ServerSession& m_session;
    InputPanel& m_input;
    LivePreview m_preview;
    NameCompleter* m_completer;
};

} // namespace keisan::client
