// SPDX-License-Identifier: MIT
#include "server/window/listen_problem_bar.h"

#include "common/widgets/colours.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

namespace keisan::server {

namespace {

constexpr quint16 kUsualPort = 10'000;
constexpr quint16 kFirstUnprivilegedPort = 1024;

} // namespace

ListenProblemBar::ListenProblemBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_useOther(new QPushButton(this))
    , m_anyPort(new QPushButton(this))
    , m_tryAgain(new QPushButton(this)) {
    setObjectName(QStringLiteral("listenProblem"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_text->setObjectName(QStringLiteral("problemText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_useOther->setObjectName(QStringLiteral("useOther"));
    m_anyPort->setObjectName(QStringLiteral("anyPort"));
    m_tryAgain->setObjectName(QStringLiteral("tryAgain"));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton* button : {m_useOther, m_anyPort, m_tryAgain})
        buttons->addWidget(button);
    m_rows = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_rows->addWidget(m_text, 1);
    m_rows->addLayout(buttons);
    connect(m_useOther, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(otherEndpoint()); });
    connect(m_anyPort, &QPushButton::clicked, this, [this] { Q_EMIT startRequested({m_tried.address, 0}); });
    connect(m_tryAgain, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(m_tried); });
    hide();
}

void ListenProblemBar::showProblem(const ServerThread::Endpoint& tried, QAbstractSocket::SocketError error,
                                   const QString& reason) {
    m_tried = tried;
    m_error = error;
    m_reason = reason;
    retranslate();
    colour();
    show();
}

// The nearest thing to what was wanted that is likely to work.
ServerThread::Endpoint ListenProblemBar::otherEndpoint() const {
    if (m_error == QAbstractSocket::SocketAddressNotAvailableError)
        return {QHostAddress(QHostAddress::LocalHost), m_tried.port};
    if (m_error == QAbstractSocket::SocketAccessError || m_tried.port == 65535)
        return {m_tried.address, kUsualPort};
    return {m_tried.address, static_cast<quint16>(m_tried.port + 1)};
}

QString ListenProblemBar::problemText() const {
    switch (m_error) {
    case QAbstractSocket::AddressInUseError:
        return tr("Port %1 is in use by another program.").arg(m_tried.port);
    case QAbstractSocket::SocketAccessError:
        return m_tried.port < kFirstUnprivilegedPort
                   ? tr("Port %1 needs an administrator's rights, as all ports below 1024.").arg(m_tried.port)
                   : tr("This user may not listen on port %1.").arg(m_tried.port);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return tr("This computer has no address %1 (any more).").arg(m_tried.address.toString());
    default: return tr("Cannot listen on port %1: %2").arg(m_tried.port).arg(m_reason);
    }
}

void ListenProblemBar::retranslate() {
    const bool gone = m_error == QAbstractSocket::SocketAddressNotAvailableError;
    const ServerThread::Endpoint other = otherEndpoint();
    m_text->setText(QStringLiteral("▲ ") + problemText());
    m_text->setAccessibleName(problemText());
    m_useOther->setText(tr("Use %1").arg(gone ? other.address.toString() : QString::number(other.port)));
    m_anyPort->setText(tr("Any free port"));
    m_anyPort->setVisible(!gone);
    m_tryAgain->setText(tr("Try again"));
}

void ListenProblemBar::colour() {
    widgets::setTextColour(*m_text, widgets::colourOf(widgets::Role::Error, palette()));
}

// In a narrow window the words need all of the width.
void ListenProblemBar::resizeEvent(QResizeEvent* event) {
    constexpr int kWideLetters = 80;
    const bool isWide = width() >= kWideLetters * fontMetrics().averageCharWidth();
    m_rows->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    QFrame::resizeEvent(event);
}

void ListenProblemBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        colour();
    QFrame::changeEvent(event);
}

} // namespace keisan::server
