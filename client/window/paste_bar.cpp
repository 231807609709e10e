// SPDX-License-Identifier: MIT
#include "client/window/paste_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace keisan::client {

PasteBar::PasteBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)) {
    setObjectName(QStringLiteral("pasteBar"));
    setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    m_run = addButton("pasteRunButton");
    m_join = addButton("pasteJoinButton");
    m_cancel = addButton("pasteCancelButton");
    connect(m_run, &QPushButton::clicked, this, [this] { Q_EMIT runAsked(m_lines); });
    connect(m_join, &QPushButton::clicked, this,
            [this] { Q_EMIT joinAsked(m_lines.join(QLatin1Char(' '))); });
    connect(m_cancel, &QPushButton::clicked, this, &PasteBar::cancelled);
    retranslate();
    hide();
}

QPushButton* PasteBar::addButton(const char* name) {
    auto* button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(true);
    layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, &QWidget::hide);
    return button;
}

void PasteBar::offer(const QStringList& lines) {
    m_lines = lines;
    retranslate();
    show();
    m_run->setFocus();
}

void PasteBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void PasteBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        m_cancel->click();
    else
        QFrame::keyPressEvent(event);
}

void PasteBar::retranslate() {
    m_text->setText(tr("Pasted lines: %1").arg(m_lines.size()));
    m_run->setText(tr("Run one after the other"));
    m_join->setText(tr("Join"));
    m_cancel->setText(tr("Cancel"));
    for (QPushButton* button : {m_run, m_join, m_cancel})
        button->setAccessibleName(button->text());
}

} // namespace keisan::client
