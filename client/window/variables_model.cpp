// SPDX-License-Identifier: MIT
#include "client/window/variables_model.h"

#include "client/window/history_item.h"

namespace keisan::client {

void VariablesModel::setVariables(const QList<Variable>& variables) {
    const bool isSameSize = variables.size() == m_variables.size();
    if (isSameSize) { // what is chosen stays chosen
        m_variables = variables;
        if (!m_variables.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_variables = variables;
    endResetModel();
}

int VariablesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_variables.size());
}

int VariablesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VariablesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Variable& variable = m_variables[index.row()];
    switch (index.column()) {
    case Name: return headAndTail(variable.name);
    case Type: return variable.type;
    default: return headAndTail(variable.value);
    }
}

QVariant VariablesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Type: return tr("Type");
    default: return tr("Value");
    }
}

} // namespace keisan::client
