// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <vector>

class QPlainTextEdit;
class QUndoStack;

namespace keisan::client {

// One undo for two places: takes back the newest deed, be it in the input or in the history. Both must
// outlive it.
class UndoOrder : public QObject {
    Q_OBJECT

public:
    UndoOrder(QPlainTextEdit& input, QUndoStack& history, QObject* parent = nullptr);

    void undo();
    void redo();

private:
    enum class Place { Input, History };

    void take(std::vector<Place>& from, std::vector<Place>& to, bool isUndo);
    void note(Place place);

    QPlainTextEdit& m_input;
    QUndoStack& m_history;
    std::vector<Place> m_done; // newest last
    std::vector<Place> m_undone;
    int m_historyIndex = 0;
    bool m_working = false;
};

} // namespace keisan::client
