// SPDX-License-Identifier: MIT
#include "client/window/notice_bar.h"

#include "client/window/state_sign.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace keisan::client {

namespace {

void showButton(QPushButton* button, const QString& text) {
    button->setText(text);
    button->setAccessibleName(text);
    button->setVisible(!text.isEmpty());
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new StateSign(this))
    , m_text(new QLabel(this))
    , m_retry(new QPushButton(this))
    , m_giveUp(new QPushButton(this)) {
    setObjectName(QStringLiteral("noticeBar"));
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_retry->setObjectName(QStringLiteral("retryButton"));
    m_giveUp->setObjectName(QStringLiteral("giveUpButton"));
    m_retry->setFocusPolicy(Qt::TabFocus);
    m_giveUp->setFocusPolicy(Qt::TabFocus);
    auto* words = new QHBoxLayout;
    words->addWidget(m_sign);
    words->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_retry);
    buttons->addWidget(m_giveUp);
    m_rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_rows->setContentsMargins(8, 4, 8, 4);
    m_rows->addLayout(words, 1);
    m_rows->addLayout(buttons);
    connect(m_retry, &QPushButton::clicked, this, &NoticeBar::retryAsked);
    connect(m_giveUp, &QPushButton::clicked, this, &NoticeBar::giveUpAsked);
    hide();
}

// In a narrow window the words need all of the width.
void NoticeBar::resizeEvent(QResizeEvent* event) {
    constexpr int kWideLetters = 80;
    const bool isWide = width() >= kWideLetters * fontMetrics().averageCharWidth();
    m_rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QFrame::resizeEvent(event);
}

void NoticeBar::showFace(const ConnectionFace& face) {
    m_sign->setSign(face.sign, face.colour);
    m_text->setText(face.notice);
    m_text->setAccessibleName(face.notice);
    showButton(m_retry, face.retry);
    showButton(m_giveUp, face.giveUp);
    setVisible(!face.notice.isEmpty());
}

} // namespace keisan::client
