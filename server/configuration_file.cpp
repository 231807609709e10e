// SPDX-License-Identifier: MIT
#include "server/configuration_file.h"

#include "server/option_table.h"

#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStringList>

namespace keisan::server {
namespace {

QStringList linesOf(QFile& file) {
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (QString& line : lines)
        line = line.trimmed();
    return lines;
}

bool isSetting(const QString& line) {
    return !line.isEmpty() && !line.startsWith(u';') && !line.startsWith(u'#') && !line.startsWith(u'[');
}

// QSettings forgets where it read a key; the last of its name is the one that counts.
qsizetype lineNumberOf(const QStringList& lines, const QString& key) {
    for (qsizetype number = lines.size(); number > 0; --number)
        if (lines[number - 1].section(u'=', 0, 0).trimmed() == key.section(u'/', -1))
            return number;
    return 0;
}

QString problemAt(const QString& path, qsizetype line, const QString& problem) {
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(problem);
}

} // namespace

std::optional<QString> readConfigurationFile(const QString& path, ServerOptions& options) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    const QStringList lines = linesOf(file);
    for (qsizetype number = 1; number <= lines.size(); ++number)
        if (const QString& line = lines[number - 1]; isSetting(line) && !line.contains(u'='))
            return problemAt(
                path, number,
                QCoreApplication::translate("CommandLine", "not of the form key = value: %1").arg(line));
    const QSettings settings(path, QSettings::IniFormat);
    for (const QString& key : settings.allKeys()) {
        const QString value =
            settings.value(key).toStringList().join(u','); // "10,000" is a list to QSettings
        if (const auto problem = setOption(options, key, value))
            return problemAt(path, lineNumberOf(lines, key), key + QStringLiteral(": ") + *problem);
    }
    return std::nullopt;
}

} // namespace keisan::server
