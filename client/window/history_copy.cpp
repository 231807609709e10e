// SPDX-License-Identifier: MIT
#include "client/window/history_copy.h"

#include "client/window/error_words.h"

namespace keisan::client {

namespace {

QString errorOrAnswer(const HistoryItem& item) {
    const QString text = QString::fromUtf8(item.answer);
    return item.state == ItemState::Failed ? QStringLiteral("Error: ") + text : text;
}

// As the prompt tells an error.
QString promptLine(const HistoryItem& item) {
    const bool hasType = item.state == ItemState::Failed && !item.type.isEmpty();
    return hasType ? item.type + QStringLiteral(": ") + withoutSource(QString::fromUtf8(item.answer))
                   : errorOrAnswer(item);
}

QString inTableCell(QString text) {
    return QStringLiteral("`%1`").arg(text.replace(QLatin1Char('|'), QLatin1String("\\|")));
}

QByteArray inCsvField(const QString& text) {
    return '"' + text.toUtf8().replace('"', "\"\"") + '"';
}

QString lineFor(const HistoryItem& item, CopyForm form) {
    switch (form) {
    case CopyForm::Answer: return errorOrAnswer(item);
    case CopyForm::AsShown:
        return item.state == ItemState::Failed ? errorOrAnswer(item) : QString::fromUtf8(item.shownText());
    case CopyForm::Expression: return item.expression;
    case CopyForm::Both: return item.expression + QStringLiteral(" = ") + errorOrAnswer(item);
    case CopyForm::MarkdownTable:
        return QStringLiteral("| %1 | %2 |")
            .arg(inTableCell(item.expression), inTableCell(errorOrAnswer(item)));
    case CopyForm::PythonSession: return QStringLiteral(">>> %1\n%2").arg(item.expression, promptLine(item));
    }
    return {};
}

} // namespace

QString copyText(const QList<HistoryItem>& items, CopyForm form) {
    QStringList lines;
    if (form == CopyForm::MarkdownTable)
        lines << QStringLiteral("| Expression | Answer |") << QStringLiteral("| --- | --- |");
    for (const HistoryItem& item : items)
        lines << lineFor(item, form);
    return lines.join(QLatin1Char('\n'));
}

QByteArray copyCsv(const QList<HistoryItem>& items) {
    QByteArray table = "expression,answer\r\n";
    for (const HistoryItem& item : items)
        table += inCsvField(item.expression) + ',' + inCsvField(errorOrAnswer(item)) + "\r\n";
    return table;
}

} // namespace keisan::client
