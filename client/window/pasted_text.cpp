// SPDX-License-Identifier: MIT
#include "client/window/pasted_text.h"

#include "client/window/japanese_input.h"

#include <QRegularExpression>

namespace keisan::client {

namespace {

QString withoutPrompt(const QString& line) {
    for (const auto* prompt : {u">>> ", u"... "}) {
        if (line.startsWith(QStringView(prompt)))
            return line.mid(4);
    }
    return line == QLatin1String(">>>") || line == QLatin1String("...") ? QString() : line;
}

// Groups of three with one and the same separator, and perhaps a fraction: 1,234,567.89
bool isSeparatedNumber(const QString& text) {
    static const QRegularExpression kPattern(
        QStringLiteral(R"(^[+-]?\d{1,3}(?:([,' \x{2009}\x{202f}\x{a0}])\d{3})(?:\1\d{3})*(?:\.\d+)?$)"));
    return kPattern.match(text).hasMatch();
}

QString withoutSeparators(const QString& number) {
    QString plain;
    for (const QChar c : number) {
        if (c.isDigit() || c == u'.' || c == u'+' || c == u'-')
            plain += c;
    }
    return plain;
}

} // namespace

PastedText readPastedText(const QString& text, const QString& before, const QString& after) {
    PastedText result;
    if (text.size() > kMaxPastedBytes || text.toUtf8().size() > kMaxPastedBytes) {
        result.fault = PastedText::Fault::TooLong;
        return result;
    }
    QString whole = text;
    whole.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    for (const QString& line : whole.split(u'\n')) {
        const QString bare = withoutPrompt(line);
        if (!bare.trimmed().isEmpty())
            result.lines << plainInput(bare, result.lines.isEmpty() ? before : QString());
    }
    if (result.lines.isEmpty() && !whole.contains(u'\n'))
        result.lines << plainInput(whole, before, after);
    if (result.lines.size() == 1 && isSeparatedNumber(result.lines.first().trimmed())) {
        result.separatedNumber = result.lines.first().trimmed();
        result.lines.first() = withoutSeparators(result.separatedNumber);
    }
    return result;
}

} // namespace keisan::client
