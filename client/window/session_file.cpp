// SPDX-License-Identifier: MIT
#include "client/window/session_file.h"

namespace keisan::client {

QStringList readSession(const QByteArray& bytes) {
    QStringList expressions;
    for (const QByteArray& line : bytes.split('\n')) {
        const QString expression = QString::fromUtf8(line).trimmed();
        if (!expression.isEmpty() && !expression.startsWith(u'#'))
            expressions << expression;
    }
    return expressions;
}

QByteArray writeSession(const QStringList& expressions) {
    QByteArray bytes;
    for (QString expression : expressions)
        bytes += expression.replace(u'\n', u' ').toUtf8() + '\n';
    return bytes;
}

} // namespace keisan::client
