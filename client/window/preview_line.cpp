// SPDX-License-Identifier: MIT
#include "client/window/preview_line.h"

#include "common/widgets/colours.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace keisan::client {

namespace {

using Kind = PreviewWords::Kind;

// In one line, the advice behind the value.
QString textOf(const PreviewWords& words) {
    const QString text = words.kind == Kind::Failure && !words.type.isEmpty()
                             ? words.type + QStringLiteral(": ") + words.text
                             : words.text;
    QStringList parts{text, words.hint};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("     "));
}

} // namespace

PreviewLine::PreviewLine(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_type(new QLabel(this)) {
    m_text->setObjectName(QStringLiteral("previewLine"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // however long, the window stays
    m_type->setObjectName(QStringLiteral("previewType"));
    m_type->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 0, 4, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_type);
    fit();
}

void PreviewLine::showWords(const PreviewWords& words) {
    m_words = words;
    m_told.clear();
    compose();
}

void PreviewLine::tell(const QString& text) {
    m_told = text;
    compose();
    announce(text);
}

void PreviewLine::takeBack() {
    m_told.clear();
    compose();
}

void PreviewLine::announce(const QString& text) {
    m_text->setAccessibleName(text);
    QAccessibleEvent announcement(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void PreviewLine::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fit();
}

void PreviewLine::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    compose();
}

// The texts are short: they come from the models.
void PreviewLine::compose() {
    const bool isValue = m_told.isEmpty() && m_words.kind == Kind::Value;
    const QString text = m_told.isEmpty() ? textOf(m_words) : m_told;
    m_type->setText(isValue ? m_words.type : QString());
    const int room = width() - 8 - (isValue ? m_type->sizeHint().width() + 8 : 0);
    const QString shown = m_text->fontMetrics().elidedText(text, Qt::ElideMiddle, std::max(room, 0));
    m_text->setText(shown);
    m_text->setToolTip(shown == text ? QString() : text);
    if (m_told.isEmpty() && !text.isEmpty()) // what was announced stays until there is something else
        m_text->setAccessibleName(text);
    const auto role = isValue || !m_told.isEmpty() ? widgets::Role::Text : widgets::Role::Secondary;
    widgets::setTextColour(*m_text, widgets::colourOf(role, palette()));
}

void PreviewLine::fit() {
    setFixedHeight(fontMetrics().height() + 4);
    widgets::setTextColour(*m_type, widgets::colourOf(widgets::Role::Secondary, palette()));
    compose();
}

} // namespace keisan::client
