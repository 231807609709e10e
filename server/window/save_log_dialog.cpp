// SPDX-License-Identifier: MIT
#include "server/window/save_log_dialog.h"

#include "server/window/models/log_filter_model.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QSaveFile>

namespace keisan::server {

namespace {

struct FormatRow {
    LogFormat format;
    const char* suffix;
    const char* name;
};

constexpr FormatRow kFormats[] = {
    {LogFormat::Csv, "csv", QT_TRANSLATE_NOOP("SaveLog", "Table, CSV (*.csv)")},
    {LogFormat::JsonLines, "jsonl", QT_TRANSLATE_NOOP("SaveLog", "JSON Lines (*.jsonl)")},
    {LogFormat::Tutorial, "txt", QT_TRANSLATE_NOOP("SaveLog", "Text in the tutorial's words (*.txt)")},
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SaveLog)
};

QStringList formatNames() {
    QStringList names;
    for (const FormatRow& row : kFormats)
        names += Words::tr(row.name);
    return names;
}

} // namespace

SavedLog saveLog(const LogFilterModel& shown, const LogModel& all, bool onlyShown, const QString& file,
                 LogFormat format) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return {Words::tr("Cannot write %1: %2").arg(file, out.errorString()), true};
    const int lines = onlyShown ? shown.rowCount() : all.rowCount();
    out.write(exportHeader(format));
    for (int row = 0; row < lines; ++row)
        out.write(exportRecord(onlyShown ? shown.entry(row) : all.entry(row), format));
    if (!out.commit())
        return {Words::tr("Cannot write %1: %2").arg(file, out.errorString()), true};
    return {Words::tr("Saved %Ln line(s) to %1", nullptr, lines).arg(file), false};
}

LogFormat formatFor(const QString& file, LogFormat chosen) {
    for (const FormatRow& row : kFormats)
        if (file.endsWith(QLatin1Char('.') + QLatin1String(row.suffix), Qt::CaseInsensitive))
            return row.format;
    return chosen;
}

SavedLog askAndSaveLog(const LogFilterModel& shown, const LogModel& all, bool onlyShown, QWidget* window) {
    const int lines = onlyShown ? shown.rowCount() : all.rowCount();
    QFileDialog dialog(window, lines < all.rowCount()
                                   ? Words::tr("Save the %Ln line(s) that are shown", nullptr, lines)
                                   : Words::tr("Save all %Ln line(s) of the log", nullptr, lines));
    dialog.setObjectName(QStringLiteral("saveLogDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters(formatNames());
    dialog.setDefaultSuffix(QLatin1String(kFormats[0].suffix));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString& name) {
        dialog.setDefaultSuffix(QLatin1String(kFormats[formatNames().indexOf(name)].suffix));
    });
    dialog.selectFile(QStringLiteral("keisan-%1")
                          .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-hhmm"))));
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const auto chosen = kFormats[formatNames().indexOf(dialog.selectedNameFilter())].format;
    const QString file = dialog.selectedFiles().constFirst();
    return saveLog(shown, all, onlyShown, file, formatFor(file, chosen));
}

} // namespace keisan::server
