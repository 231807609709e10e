// SPDX-License-Identifier: MIT
#pragma once

#include "client/session/server_words.h"

#include <QAbstractTableModel>
#include <QList>

namespace keisan::client {

// The names an expression may hold: the variables of the session, the functions of the server, the language's
// own words; sorted, each once. A variable hides a function of its name, as it does on the server. What
// belongs to a module ("math.sqrt") is only there while members are asked for, and then alone.
class CompletionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Signature, Help, ColumnCount };

    explicit CompletionModel(QObject* parent = nullptr);

    void setNames(const QList<KnownName>& names);
    void setVariables(const QList<Variable>& variables);

    void showMembers(bool members);

    bool isFunction(const QString& name) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        QString signature;
        QString help; // in English
        bool isFunction = false;
    };

    static Row rowOf(const KnownName& name);
    void gather();

    QList<KnownName> m_names;
    QList<Variable> m_variables;
    QList<Row> m_rows;
    bool m_members = false;
};

} // namespace keisan::client
