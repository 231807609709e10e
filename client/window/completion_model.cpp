// SPDX-License-Identifier: MIT
#include "client/window/completion_model.h"

#include "client/window/function_words.h"
#include "client/window/history_item.h"

#include <QMap>

#include <algorithm>

namespace keisan::client {

namespace {

// Those of Python's keywords that an expression or a line of a session may hold.
constexpr const char* kWords[] = {"and", "del",    "else", "False", "for", "if",  "in",
                                  "is",  "lambda", "None", "not",   "or",  "True"};

} // namespace

// The signature without the name, which stands beside it.
CompletionModel::Row CompletionModel::rowOf(const KnownName& name) {
    const qsizetype bracket = name.signature.indexOf(u'(');
    return {name.name, name.signature.mid(std::max<qsizetype>(bracket, 0)), name.help, bracket >= 0};
}

CompletionModel::CompletionModel(QObject* parent) : QAbstractTableModel(parent) {
    gather();
}

void CompletionModel::setNames(const QList<KnownName>& names) {
    m_names = names;
    gather();
}

void CompletionModel::setVariables(const QList<Variable>& variables) {
    m_variables = variables;
    gather();
}

void CompletionModel::showMembers(bool members) {
    if (members == m_members)
        return;
    m_members = members;
    gather();
}

bool CompletionModel::isFunction(const QString& name) const {
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&name](const Row& row) { return row.name == name && row.isFunction; });
}

int CompletionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompletionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2, %3").arg(row.name, row.signature, functionHelp(row.help));
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
    case Name: return row.name;
    case Signature: return row.signature;
    default: return functionHelp(row.help);
    }
}

void CompletionModel::gather() {
    QMap<QString, Row> rows;
    for (const char* word : kWords)
        rows.insert(QString::fromLatin1(word), {QString::fromLatin1(word), {}, {}, false});
    for (const KnownName& name : m_names) {
        const qsizetype dot = name.name.indexOf(u'.');
        if (dot > 0 && !m_members)
            rows.insert(name.name.left(dot), {name.name.left(dot), tr("module"), {}, false});
        else
            rows.insert(name.name, rowOf(name));
    }
    for (const Variable& variable : m_variables) {
        const bool isFunction = variable.type == QLatin1String("function");
        rows.insert(variable.name, {variable.name, variable.type, headAndTail(variable.value), isFunction});
    }
    rows.removeIf([this](const auto& row) { return m_members != row.key().contains(u'.'); });
    beginResetModel();
    m_rows = rows.values();
    endResetModel();
}

} // namespace keisan::client
