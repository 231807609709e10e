// SPDX-License-Identifier: MIT
#include "server/window/details_pane.h"

#include "server/window/fixed_font.h"
#include "server/window/models/log_text.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QMimeData>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace keisan::server {

namespace {

// The state of a block that goes on with the text of the block before it.
constexpr int kContinued = 1;

constexpr QLatin1String kBetweenFields("   ");

bool endsInHalfACharacter(QStringView text) {
    return !text.empty() && text.back().isHighSurrogate();
}

int codePoints(QStringView text) {
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); }));
}

bool isDigits(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

DetailsPane::DetailsPane(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("details"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFont(fixedFont());
    retranslate();
}

void DetailsPane::showEntry(const LogEntry* entry) {
    m_entry = entry == nullptr ? std::nullopt : std::optional(*entry);
    retranslate();
}

QString DetailsPane::headText() const {
    const ServerEvent& event = m_entry->event;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(event.timeMs);
    QStringList fields{
        tr("Time: %1").arg(time.toString(QStringLiteral("yyyy-MM-dd hh:mm:ss.zzz"))),
        tr("Event: %1").arg(eventLabel(event.kind)),
    };
    if (event.client != 0)
        fields += tr("Client: %1").arg(clientText(*m_entry));
    if (event.port != 0)
        fields += tr("Address: %1").arg(shownEndpoint(event.address, event.port));
    QStringList lines{fields.join(kBetweenFields)};
    if (const QString request = event.isRequest() ? requestText() : QString(); !request.isEmpty())
        lines += request;
    if (m_entry->alike > 0)
        lines += tr("%Ln more like it came too fast to be shown one by one", nullptr, m_entry->alike);
    return lines.join(QLatin1Char('\n'));
}

QString DetailsPane::requestText() const {
    const ServerEvent& event = m_entry->event;
    QStringList fields;
    if (event.elapsedNs > 0) // else it was refused, or cancelled while it waited
        fields = {tr("Took: %1").arg(tookText(event.elapsedNs)),
                  tr("Cost: %1").arg(QLocale().toString(event.cost))};
    if (!event.type.empty())
        fields += tr("Type: %1").arg(QString::fromUtf8(event.type));
    return fields.join(kBetweenFields);
}

void DetailsPane::appendText(const QString& title, const QByteArray& text, qint64 bytesAsTheyCame) {
    if (text.isEmpty())
        return;
    const QString whole = QString::fromUtf8(text);
    const int size = codePoints(whole);
    const QString bytes = QLocale().toString(bytesAsTheyCame);
    appendPlainText(
        bytesAsTheyCame != text.size() ? tr("%1 (%2 bytes, no longer kept whole):").arg(title, bytes)
        : isDigits(whole)              ? tr("%1 (%Ln digit(s)):", nullptr, size).arg(title)
        : size == text.size()          ? tr("%1 (%Ln character(s)):", nullptr, size).arg(title)
                              : tr("%1 (%Ln character(s), %2 bytes):", nullptr, size).arg(title, bytes));
    for (qsizetype at = 0; at < whole.size();) {
        QStringView line =
            QStringView(whole).sliced(at, std::min<qsizetype>(kLineCharacters, whole.size() - at));
        if (endsInHalfACharacter(line) && at + line.size() < whole.size())
            line.chop(1);
        appendPlainText(line.toString());
        document()->lastBlock().setUserState(at == 0 ? -1 : kContinued);
        at += line.size();
    }
}

void DetailsPane::retranslate() {
    setAccessibleName(tr("Details of the chosen line"));
    setPlaceholderText(tr("Choose a line of the log to see all of it."));
    setPlainText(m_entry ? headText() : QString());
    if (!m_entry)
        return;
    const ServerEvent& event = m_entry->event;
    appendText(tr("Expression"), event.expression, m_entry->expressionBytes);
    appendText(event.isRequest() ? tr("Answer") : tr("Reason"), event.answer, m_entry->answerBytes);
    moveCursor(QTextCursor::Start);
}

QMimeData* DetailsPane::createMimeDataFromSelection() const {
    const QTextCursor cursor = textCursor();
    QString text;
    for (QTextBlock block = document()->findBlock(cursor.selectionStart());
         block.isValid() && block.position() < cursor.selectionEnd(); block = block.next()) {
        const int begin = std::max(cursor.selectionStart() - block.position(), 0);
        const int end = std::min(cursor.selectionEnd() - block.position(), int(block.text().size()));
        if (block.position() > cursor.selectionStart() && block.userState() != kContinued)
            text += QLatin1Char('\n');
        text += QStringView(block.text()).sliced(begin, end - begin);
    }
    auto* mime = new QMimeData;
    mime->setText(text);
    return mime;
}

void DetailsPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fixedFont());
    QPlainTextEdit::changeEvent(event);
}

} // namespace keisan::server
