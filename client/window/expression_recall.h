// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_model.h"

#include <optional>

namespace keisan::client {

// Walks through the expressions of the history that begin like what was typed, and back to that draft. No
// widget.
class ExpressionRecall {
public:
    explicit ExpressionRecall(const HistoryModel& history) : m_history(history) {}

    // The next one in that direction, other than `current`; nothing when there is none.
    std::optional<QString> older(const QString& current);
    std::optional<QString> newer(const QString& current);

    // The text was edited: it is a draft of its own now.
    void reset() { m_row.reset(); }

private:
    bool matches(int row, const QString& current) const;

    const HistoryModel& m_history;
    QString m_draft;
    std::optional<int> m_row; // where we are; none: at the draft
};

} // namespace keisan::client
