// SPDX-License-Identifier: MIT
#include "client/window/wire_model.h"

#include "client/window/history_item.h"

#include <QLocale>

namespace keisan::client {

namespace {

// Control characters as \x and two digits: the record separator of a structured line is seen. Their pictures
// (U+2400) are in few fonts.
QString visibleText(const QByteArray& line) {
    QString text;
    for (const QChar c : QString::fromUtf8(line)) {
        if (c.category() == QChar::Other_Control)
            text += QStringLiteral("\\x%1").arg(c.unicode(), 2, 16, QLatin1Char('0'));
        else
            text += c;
    }
    return text;
}

} // namespace

void WireModel::clear() {
    beginResetModel();
    m_lines.clear();
    endResetModel();
}

void WireModel::add(const QByteArray& line, bool isSent) {
    if (m_lines.size() == kMaxLines) {
        beginRemoveRows({}, 0, 0);
        m_lines.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_lines.push_back({QDateTime::currentDateTime(), isSent, line.size() + 1, line.left(kMaxKeptBytes)});
    endInsertRows();
}

QString WireModel::textOf(int row) const {
    const Line& line = m_lines[static_cast<std::size_t>(row)];
    QStringList cells;
    for (int column = 0; column < Text; ++column)
        cells << cell(line, column);
    cells << QString::fromUtf8(line.text);
    return cells.join(QLatin1Char('\t'));
}

int WireModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int WireModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WireModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return cell(m_lines[static_cast<std::size_t>(index.row())], index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Bytes)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant WireModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Direction: return tr("Direction");
    case Bytes: return tr("Bytes");
    default: return tr("Line");
    }
}

QString WireModel::cell(const Line& line, int column) const {
    switch (column) {
    case Time: return line.time.toString(QStringLiteral("HH:mm:ss.zzz"));
    case Direction: return line.isSent ? tr("→ sent") : tr("← received");
    case Bytes: return QLocale().toString(line.bytes);
    default: return headAndTail(visibleText(line.text));
    }
}

} // namespace keisan::client
