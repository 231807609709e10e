// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_words.h"

#include <QAbstractTableModel>

namespace keisan::client {

// The variables of the session as a table: name, type, value.
class VariablesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Type, Value, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setVariables(const QList<Variable>& variables);
    QString name(int row) const { return m_variables[row].name; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Variable> m_variables;
};

} // namespace keisan::client
