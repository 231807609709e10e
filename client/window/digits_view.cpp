// SPDX-License-Identifier: MIT
#include "client/window/digits_view.h"

#include "common/widgets/colours.h"

#include <QEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

namespace keisan::client {

namespace {

// A place in the text as a place in the document, which has a break after every line, and back.
int documentPlace(qsizetype place) {
    return static_cast<int>(place + place / DigitsView::kLineLength);
}

qsizetype textPlace(int place) {
    return place - place / (DigitsView::kLineLength + 1);
}

} // namespace

DigitsView::DigitsView(QWidget* parent) : QPlainTextEdit(parent), m_margin(new QWidget(this)) {
    setObjectName(QStringLiteral("digitsView"));
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_margin->installEventFilter(this);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, qOverload<>(&QWidget::update));
}

void DigitsView::showText(const QString& text) {
    m_text = text;
    QString lines;
    lines.reserve(text.size() + text.size() / kLineLength + 1);
    for (qsizetype place = 0; place < text.size(); place += kLineLength) {
        if (place > 0)
            lines += QLatin1Char('\n');
        lines += QStringView(text).mid(place, kLineLength);
    }
    setPlainText(lines);
    placeMargin();
}

bool DigitsView::findNext(const QString& text) {
    if (text.isEmpty())
        return false;
    qsizetype place = m_text.indexOf(text, textPlace(textCursor().selectionEnd()), Qt::CaseInsensitive);
    if (place < 0)
        place = m_text.indexOf(text, 0, Qt::CaseInsensitive);
    if (place < 0)
        return false;
    QTextCursor cursor = textCursor();
    cursor.setPosition(documentPlace(place));
    cursor.setPosition(documentPlace(place + text.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    return true;
}

QMimeData* DigitsView::createMimeDataFromSelection() const {
    auto* selection = new QMimeData;
    const qsizetype start = textPlace(textCursor().selectionStart());
    selection->setText(m_text.mid(start, textPlace(textCursor().selectionEnd()) - start));
    return selection;
}

void DigitsView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void DigitsView::placeMargin() {
    const bool isNeeded = m_text.size() > kLineLength;
    const int width = isNeeded ? fontMetrics().horizontalAdvance(QLocale().toString(m_text.size())) + 12 : 0;
    setViewportMargins(width, 0, 0, 0);
    m_margin->setGeometry(QRect(contentsRect().topLeft(), QSize(width, contentsRect().height())));
    m_margin->setVisible(isNeeded);
}

bool DigitsView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_margin || event->type() != QEvent::Paint)
        return QPlainTextEdit::eventFilter(watched, event);
    paintMargin();
    return true;
}

void DigitsView::paintMargin() {
    QPainter painter(m_margin);
    painter.setFont(font());
    painter.setPen(widgets::colourOf(widgets::Role::Secondary, palette()));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > m_margin->height())
            break;
        painter.drawText(QRectF(0, box.top(), m_margin->width() - 6, box.height()), Qt::AlignRight,
                         QLocale().toString(block.blockNumber() * kLineLength + 1));
    }
}

} // namespace keisan::client
