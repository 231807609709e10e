// SPDX-License-Identifier: MIT
#include "client/window/expression_recall.h"

namespace keisan::client {

std::optional<QString> ExpressionRecall::older(const QString& current) {
    if (!m_row)
        m_draft = current;
    for (int row = m_row.value_or(m_history.rowCount()) - 1; row >= 0; --row) {
        if (matches(row, current)) {
            m_row = row;
            return m_history.item(row).expression;
        }
    }
    return std::nullopt;
}

std::optional<QString> ExpressionRecall::newer(const QString& current) {
    if (!m_row)
        return std::nullopt;
    for (int row = *m_row + 1; row < m_history.rowCount(); ++row) {
        if (matches(row, current)) {
            m_row = row;
            return m_history.item(row).expression;
        }
    }
    m_row.reset();
    return m_draft;
}

bool ExpressionRecall::matches(int row, const QString& current) const {
    const QString& expression = m_history.item(row).expression;
    return expression != current && expression.startsWith(m_draft);
}

} // namespace keisan::client
