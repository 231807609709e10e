// SPDX-License-Identifier: MIT
#include "client/session/expression_line.h"

#include <QString>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr char kRecordSeparator = '\x1e';

bool isWhiteSpace(QChar c) {
    return c.isSpace() || (c >= u'\x1c' && c <= u'\x1f');
}

QString stripped(const QByteArray& expression) {
    const QString text = QString::fromUtf8(expression);
    const auto first = std::find_if_not(text.begin(), text.end(), isWhiteSpace);
    const auto last = std::find_if_not(text.rbegin(), std::make_reverse_iterator(first), isWhiteSpace).base();
    return QString(first, last - first);
}

} // namespace

bool isQuit(const QByteArray& expression) {
    return stripped(expression) == u"quit";
}

QByteArray wireLine(const QByteArray& expression) {
    const QString text = stripped(expression);
    if (text.isEmpty() || text == u"quit")
        return {};
    QByteArray line = expression.trimmed();
    line.replace('\r', ' ').replace('\n', ' ');
    if (line.startsWith(kRecordSeparator)) // it would be taken for a structured request
        line.prepend(' ');
    return line;
}

} // namespace keisan::client
