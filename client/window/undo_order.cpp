// SPDX-License-Identifier: MIT
#include "client/window/undo_order.h"

#include <QPlainTextEdit>
#include <QTextDocument>
#include <QUndoStack>

namespace keisan::client {

UndoOrder::UndoOrder(QPlainTextEdit& input, QUndoStack& history, QObject* parent)
    : QObject(parent)
    , m_input(input)
    , m_history(history) {
    connect(input.document(), &QTextDocument::undoCommandAdded, this, [this] { note(Place::Input); });
    connect(&history, &QUndoStack::indexChanged, this, [this](int index) {
        if (index > m_historyIndex)
            note(Place::History);
        m_historyIndex = index;
    });
}

void UndoOrder::undo() {
    take(m_done, m_undone, true);
}

void UndoOrder::redo() {
    take(m_undone, m_done, false);
}

void UndoOrder::take(std::vector<Place>& from, std::vector<Place>& to, bool isUndo) {
    if (from.empty())
        return;
    m_working = true;
    const Place place = from.back();
    from.pop_back();
    to.push_back(place);
    if (place == Place::Input)
        isUndo ? m_input.undo() : m_input.redo();
    else
        isUndo ? m_history.undo() : m_history.redo();
    m_working = false;
}

void UndoOrder::note(Place place) {
    if (m_working)
        return;
    m_done.push_back(place);
    m_undone.clear();
}

} // namespace keisan::client
