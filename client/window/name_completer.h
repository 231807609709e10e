// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/completion_model.h"
#include "client/window/name_prefix.h"

#include <QObject>

#include <optional>

class QCompleter;
class QKeyEvent;
class QPlainTextEdit;
class QTreeView;

namespace keisan::client {

// The list of names that opens while one is typed: after two letters, or when it is asked for. Nothing in it
// is chosen until the user does so, and typing goes on as if it were not there. The editor hands it its keys;
// it changes the editor's text only when a name is accepted, as one step that undo takes back.
class NameCompleter : public QObject {
    Q_OBJECT

public:
    enum class KeyUse {
        None,        // the editor's, as if there were no list
        Done,        // taken
        LeaveToList, // the editor is to ignore it: the list acts on it
    };

    static constexpr int kMostRows = 8;
    static constexpr qsizetype kLettersToOpen = 2;

    explicit NameCompleter(QPlainTextEdit& edit);

    CompletionModel& model() { return m_model; }
    bool isOpen() const;

    // Before the editor acts on a key.
    KeyUse takeKey(const QKeyEvent& event);
    // After it has.
    void followKey(const QKeyEvent& event);

    // Asked for: also with one letter, or none of a member.
    void open();
    void close();

Q_SIGNALS:
    void openChanged(bool isOpen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(const NamePrefix& prefix);
    void accept(const QString& name);
    void place();

    QPlainTextEdit& m_edit;
    CompletionModel m_model;
    QCompleter* m_completer;
    QTreeView* m_list;
};

} // namespace keisan::client
