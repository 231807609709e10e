// SPDX-License-Identifier: MIT
#include "client/window/notice_bar.h"

#include "client/window/state_sign.h"

#include <QHBoxLayout>
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
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(m_sign);
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    row->addWidget(m_giveUp);
    connect(m_retry, &QPushButton::clicked, this, &NoticeBar::retryAsked);
    connect(m_giveUp, &QPushButton::clicked, this, &NoticeBar::giveUpAsked);
    hide();
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
