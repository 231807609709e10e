// SPDX-License-Identifier: MIT
#include "server/window/notices.h"

#include "server/window/notice_line.h"

#include <QEvent>
#include <QVBoxLayout>

namespace keisan::server {

Notices::Notices(QWidget* parent)
    : QWidget(parent)
    , m_network(new NoticeLine(this))
    , m_privacy(new NoticeLine(this))
    , m_oneAtATime(new NoticeLine(this)) {
    m_network->setObjectName(QStringLiteral("networkNotice"));
    m_privacy->setObjectName(QStringLiteral("privacyNotice"));
    m_oneAtATime->setObjectName(QStringLiteral("oneAtATimeNotice"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (NoticeLine* line : {m_network, m_privacy, m_oneAtATime})
        column->addWidget(line);
    retranslate();
}

void Notices::setOpenToNetwork(bool open) {
    m_openToNetwork = open;
    retranslate();
}

void Notices::setLogsExpressions(bool logs) {
    m_logsExpressions = logs;
    retranslate();
}

void Notices::setOneAtATime(bool on, int waitingClients) {
    if (on == m_isOneAtATime && waitingClients == m_waitingClients)
        return;
    m_isOneAtATime = on;
    m_waitingClients = waitingClients;
    retranslate();
}

void Notices::retranslate() {
    m_network->setNotice(m_openToNetwork ? tr("Everyone in this network can compute here.") : QString());
    m_privacy->setNotice(m_logsExpressions
                             ? QString()
                             : tr("Expressions and answers are not logged, only their length and time."));
    m_oneAtATime->setNotice(m_isOneAtATime
                                ? tr("One client at a time: %Ln client(s) wait.", nullptr, m_waitingClients)
                                : QString());
    setVisible(m_openToNetwork || !m_logsExpressions || m_isOneAtATime);
}

void Notices::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
