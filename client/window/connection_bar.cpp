// SPDX-License-Identifier: MIT
#include "client/window/connection_bar.h"

#include "client/window/state_sign.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QWhatsThis>

namespace keisan::client {

namespace {

constexpr int kWideColumns = 80; // digits of the window's font

} // namespace

ConnectionBar::ConnectionBar(QWidget* parent)
    : QWidget(parent)
    , m_sign(new StateSign(this))
    , m_word(new QLabel(this))
    , m_serverLabel(new QLabel(this))
    , m_server(new QComboBox(this))
    , m_portLabel(new QLabel(this))
    , m_port(new QSpinBox(this))
    , m_button(new QPushButton(this))
    , m_mode(new QToolButton(this)) {
    setObjectName(QStringLiteral("connectionBar"));
    m_sign->setObjectName(QStringLiteral("stateSign"));
    m_word->setObjectName(QStringLiteral("stateWord"));
    m_word->setTextFormat(Qt::PlainText);
    m_server->setObjectName(QStringLiteral("serverField"));
    m_server->setEditable(true);
    m_server->setInsertPolicy(QComboBox::NoInsert);
    m_server->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_server->setMinimumContentsLength(12);
    m_port->setObjectName(QStringLiteral("portField"));
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_button->setObjectName(QStringLiteral("connectButton"));
    m_button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where it was
    m_mode->setObjectName(QStringLiteral("modeButton"));
    m_mode->setAutoRaise(true);
    m_mode->setFocusPolicy(Qt::TabFocus);
    m_mode->hide();
    m_serverLabel->setBuddy(m_server);
    m_portLabel->setBuddy(m_port);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 8, 0, 6);
    row->addWidget(m_sign);
    row->addWidget(m_word, 1);
    row->addWidget(m_serverLabel);
    row->addWidget(m_server);
    row->addWidget(m_portLabel);
    row->addWidget(m_port);
    row->addWidget(m_button);
    row->addWidget(m_mode);

    connect(m_mode, &QToolButton::clicked, this, [this] {
        QWhatsThis::showText(m_mode->mapToGlobal(m_mode->rect().bottomLeft()), m_explanation, m_mode);
    });
    connect(m_button, &QPushButton::clicked, this, &ConnectionBar::press);
    connect(m_server->lineEdit(), &QLineEdit::editingFinished, this, &ConnectionBar::splitPastedAddress);
    connect(m_server->lineEdit(), &QLineEdit::returnPressed, this, &ConnectionBar::connectAsked);
    setAddress({});
    retranslate();
}

std::optional<ServerAddress> ConnectionBar::address() const {
    std::optional<ServerAddress> typed = ServerAddress::fromText(m_server->currentText().trimmed());
    if (!typed || m_server->currentText().trimmed() != typed->host)
        return typed; // host and port in one, or nothing
    return ServerAddress{typed->host, static_cast<quint16>(m_port->value())};
}

void ConnectionBar::setAddress(const ServerAddress& address) {
    m_server->setEditText(address.host);
    m_port->setValue(address.port);
}

void ConnectionBar::setKnownServers(const QStringList& servers) {
    const QString text = m_server->currentText();
    m_server->clear();
    m_server->addItems(servers);
    m_server->setEditText(text);
}

void ConnectionBar::showFace(const ConnectionFace& face) {
    m_face = face;
    m_sign->setSign(face.sign, face.colour);
    m_word->setText(face.word);
    m_word->setToolTip(face.word);
    m_word->setAccessibleName(face.word);
    fold();
    m_server->setEnabled(face.canEditAddress);
    m_port->setEnabled(face.canEditAddress);
    retranslate();
}

void ConnectionBar::showMode(const ModeWords& words) {
    m_mode->setText(words.label);
    m_mode->setToolTip(words.tip);
    m_mode->setAccessibleName(words.label);
    m_mode->setAccessibleDescription(words.tip);
    m_mode->setVisible(!words.label.isEmpty());
    m_explanation = words.explanation;
    m_sign->setToolTip(words.tip);
    if (!words.tip.isEmpty())
        m_word->setToolTip(words.tip);
}

void ConnectionBar::focusServer() {
    m_server->setFocus(Qt::ShortcutFocusReason);
    m_server->lineEdit()->selectAll();
}

void ConnectionBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ConnectionBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fold();
}

// In a narrow window the state's words need the room: the labels go, and the address where it cannot be
// changed.
void ConnectionBar::fold() {
    const bool isWide = width() >= fontMetrics().horizontalAdvance(QLatin1Char('0')) * kWideColumns;
    for (QLabel* label : {m_serverLabel, m_portLabel})
        label->setVisible(isWide);
    m_server->setVisible(isWide || m_face.canEditAddress);
    m_port->setVisible(isWide || m_face.canEditAddress);
}

void ConnectionBar::retranslate() {
    m_serverLabel->setText(tr("&Server"));
    m_portLabel->setText(tr("&Port"));
    m_server->setAccessibleName(tr("Server"));
    m_port->setAccessibleName(tr("Port"));
    switch (m_face.deed) {
    case ConnectionFace::Deed::Connect: m_button->setText(tr("Connect")); break;
    case ConnectionFace::Deed::Cancel: m_button->setText(tr("Cancel")); break;
    case ConnectionFace::Deed::Disconnect: m_button->setText(tr("Disconnect")); break;
    }
    m_button->setAccessibleName(m_button->text());
    m_button->setDefault(m_face.deed == ConnectionFace::Deed::Connect);
}

void ConnectionBar::splitPastedAddress() {
    const auto typed = ServerAddress::fromText(m_server->currentText().trimmed());
    if (typed && typed->host != m_server->currentText().trimmed())
        setAddress(*typed);
}

void ConnectionBar::press() {
    if (m_face.deed == ConnectionFace::Deed::Connect)
        Q_EMIT connectAsked();
    else
        Q_EMIT leaveAsked();
}

} // namespace keisan::client
