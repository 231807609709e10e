// SPDX-License-Identifier: MIT
#include "server/configuration_file.h"

#include "server/option_table.h"

#include <QCoreApplication>
#include <QFile>
#include <QString>

namespace keisan::server {
namespace {

bool isComment(const QString& line) {
    return line.isEmpty() || line.startsWith(u';') || line.startsWith(u'#');
}

// "limits/" for [limits]; the options are in none, or in [General].
QString groupNamed(const QString& line) {
    const QString name = line.mid(1, line.size() - 2).trimmed();
    return name == u"General" ? QString() : name + u'/';
}

// As it stands there, but for white space and quotation marks around it.
QString valueIn(const QString& line) {
    const QString value = line.section(u'=', 1).trimmed();
    const bool isQuoted = value.size() > 1 && value.startsWith(u'"') && value.endsWith(u'"');
    return isQuoted ? value.mid(1, value.size() - 2) : value;
}

QString problemAt(const QString& path, qsizetype line, const QString& problem) {
    return QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(problem);
}

} // namespace

std::optional<QString> readConfigurationFile(const QString& path, ServerOptions& options) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    QString group;
    for (qsizetype number = 1; !file.atEnd(); ++number) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (isComment(line))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            group = groupNamed(line);
            continue;
        }
        if (!line.contains(u'='))
            return problemAt(
                path, number,
                QCoreApplication::translate("CommandLine", "not of the form key = value: %1").arg(line));
        const QString key = group + line.section(u'=', 0, 0).trimmed();
        if (const auto problem = setOption(options, key, valueIn(line)))
            return problemAt(path, number, key + QStringLiteral(": ") + *problem);
    }
    return std::nullopt;
}

} // namespace keisan::server
