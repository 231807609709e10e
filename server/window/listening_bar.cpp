// SPDX-License-Identifier: MIT
#include "server/window/listening_bar.h"

#include "common/widgets/colours.h"
#include "server/window/models/log_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyledItemDelegate>

#include <algorithm>

namespace keisan::server {

using State = ServerThread::State;

namespace {

constexpr int kMinTargetPixels = 24;
constexpr int kListPadding = 24;       // for the list's frame and scroll bar
constexpr int kAddressCharacters = 16; // seen in any case; the list shows all

// What an address is good for, as the list says behind it.
constexpr int kNoteRole = Qt::UserRole + 1;

class AddressDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text += index.data(kNoteRole).toString();
    }
};

QString noteOf(const QHostAddress& address) {
    if (address.isLoopback())
        return ListeningBar::tr(" (this computer only)");
    if (address == QHostAddress::AnyIPv4)
        return ListeningBar::tr(" (every IPv4 address)");
    return address == QHostAddress::AnyIPv6 ? ListeningBar::tr(" (every address)") : QString();
}

// The shape says what the colour says.
QString signOf(State state, bool failed) {
    switch (state) {
    case State::Starting: return QStringLiteral("◐");
    case State::Listening: return QStringLiteral("●");
    case State::Stopping: return QStringLiteral("◑");
    case State::Stopped: break;
    }
    return failed ? QStringLiteral("▲") : QStringLiteral("○");
}

widgets::Role roleOf(State state, bool failed) {
    if (state == State::Listening)
        return widgets::Role::Good;
    if (state != State::Stopped)
        return widgets::Role::Warning;
    return failed ? widgets::Role::Error : widgets::Role::Secondary;
}

} // namespace

ListeningBar::ListeningBar(QWidget* parent)
    : FoldingRow(parent)
    , m_sign(new QLabel(this))
    , m_word(new QLabel(this))
    , m_copy(new QPushButton(this))
    , m_addressLabel(new QLabel(this))
    , m_address(new QComboBox(this))
    , m_portLabel(new QLabel(this))
    , m_port(new QSpinBox(this))
    , m_startStop(new QPushButton(this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base); // what the colours of the state are made for
    m_word->setObjectName(QStringLiteral("state"));
    m_word->setTextFormat(Qt::PlainText);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    m_copy->setObjectName(QStringLiteral("copyEndpoint"));
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setItemDelegate(new AddressDelegate(m_address));
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_address->setMinimumWidth(kAddressCharacters * fontMetrics().averageCharWidth());
    m_addressLabel->setBuddy(m_address);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setRange(0, 65535);
    m_portLabel->setBuddy(m_port);
    m_startStop->setObjectName(QStringLiteral("startStop"));
    setFocusProxy(m_startStop);

    layout()->setContentsMargins(8, 6, 8, 6);
    add(m_sign);
    add(m_word);
    add(m_copy, 5);
    addStretch();
    add(m_addressLabel, 4);
    add(m_address, 2);
    add(m_portLabel, 3);
    add(m_port, 1);
    add(m_startStop);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_copy, m_address, m_port, m_startStop})
        widget->setMinimumHeight(kMinTargetPixels);

    m_startStop->installEventFilter(this);
    fillAddresses();
    connect(m_startStop, &QPushButton::clicked, this, &ListeningBar::pressed);
    connect(m_copy, &QPushButton::clicked, this, &ListeningBar::copyRequested);
    connect(m_address, &QComboBox::currentIndexChanged, this, &ListeningBar::chosenChanged);
    connect(m_port, &QSpinBox::valueChanged, this, &ListeningBar::chosenChanged);
    retranslate();
}

// The computer's addresses may have changed since they were last looked at.
void ListeningBar::fillAddresses() {
    QList<QHostAddress> addresses{QHostAddress(QHostAddress::LocalHost)};
    for (const QHostAddress& own : QNetworkInterface::allAddresses())
        if (!addresses.contains(own))
            addresses += own;
    addresses += {QHostAddress(QHostAddress::AnyIPv4), QHostAddress(QHostAddress::AnyIPv6)};
    const QString chosen = m_address->currentData().toString();
    const QSignalBlocker noChange(m_address);
    m_address->clear();
    for (const QHostAddress& address : addresses)
        m_address->addItem(address.toString(), address.toString());
    if (!chosen.isEmpty() && m_address->findData(chosen) < 0)
        m_address->addItem(chosen, chosen);
    m_address->setCurrentIndex(std::max(0, m_address->findData(chosen)));
    nameAddresses();
}

ServerThread::Endpoint ListeningBar::chosen() const {
    return {QHostAddress(m_address->currentData().toString()), static_cast<quint16>(m_port->value())};
}

// An address this computer does not have (any more) is offered all the same: listening says what is wrong
// with it.
void ListeningBar::choose(const ServerThread::Endpoint& endpoint) {
    const QString address = endpoint.address.toString();
    if (m_address->findData(address) < 0)
        m_address->addItem(address, address);
    m_address->setCurrentIndex(m_address->findData(address));
    m_port->setValue(endpoint.port);
}

void ListeningBar::showState(State state, const ServerThread::Endpoint& actual, bool failed) {
    if (state == State::Stopped && m_state != State::Stopped)
        fillAddresses();
    m_state = state;
    m_actual = actual;
    m_failed = failed;
    retranslate();
    colour();
}

void ListeningBar::setOwed(int answers) {
    if (answers == m_owed)
        return;
    m_owed = answers;
    retranslate();
}

void ListeningBar::pressed() {
    if (m_state == State::Stopped)
        Q_EMIT startRequested(chosen());
    else
        Q_EMIT stopRequested();
}

QString ListeningBar::stateText() const {
    const QString where = shownEndpoint(m_actual.address, m_actual.port);
    switch (m_state) {
    case State::Starting: return tr("Starting on %1").arg(where);
    case State::Listening: return tr("Listening on %1").arg(where);
    case State::Stopping: return tr("Stopping (%Ln answer(s) owed)", nullptr, m_owed);
    case State::Stopped: break;
    }
    return m_failed ? tr("Cannot listen") : tr("Stopped");
}

void ListeningBar::retranslate() {
    const bool stopped = m_state == State::Stopped;
    m_sign->setText(signOf(m_state, m_failed));
    m_word->setText(stateText());
    m_word->setAccessibleName(stateText());
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy host and port"));
    m_copy->setToolTip(tr("Copies %1").arg(shownEndpoint(m_actual.address, m_actual.port)));
    setWanted(m_copy, m_state == State::Listening);
    m_addressLabel->setText(tr("&Address"));
    m_address->setAccessibleName(tr("Address to listen on"));
    m_portLabel->setText(tr("&Port"));
    m_port->setAccessibleName(tr("Port to listen on"));
    m_port->setSpecialValueText(tr("any"));
    m_startStop->setText(stopped ? tr("Start") : m_state == State::Stopping ? tr("Stop now") : tr("Stop"));
    m_startStop->setToolTip(stopped
                                ? tr("Listen for clients (F5)")
                                : tr("No new clients; answers owed are sent first (F5). Again: at once."));
    lockFields();
    nameAddresses();
}

void ListeningBar::lockFields() {
    const bool stopped = m_state == State::Stopped;
    const QString locked = stopped ? QString() : tr("Stop the server first to change this.");
    m_address->setEnabled(stopped);
    m_address->setToolTip(locked);
    m_port->setEnabled(stopped);
    m_port->setToolTip(stopped ? tr("0: any free port") : locked);
}

void ListeningBar::nameAddresses() {
    for (int i = 0; i < m_address->count(); ++i) {
        const QString address = m_address->itemData(i).toString();
        const QString note = noteOf(QHostAddress(address));
        m_address->setItemData(i, note, kNoteRole);
        m_address->setItemData(i, address + note, Qt::AccessibleTextRole);
    }
    m_address->view()->setMinimumWidth(m_address->view()->sizeHintForColumn(0) + kListPadding);
}

void ListeningBar::colour() {
    const QColor colour = widgets::colourOf(roleOf(m_state, m_failed), palette());
    widgets::setTextColour(*m_sign, colour);
    widgets::setTextColour(*m_word, colour);
}

// A double click is one click: its second half would start again what has just stopped, or leave the clients
// no time for what they are owed.
bool ListeningBar::eventFilter(QObject* watched, QEvent* event) {
    return (watched == m_startStop && event->type() == QEvent::MouseButtonDblClick) ||
           FoldingRow::eventFilter(watched, event);
}

void ListeningBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        colour();
    FoldingRow::changeEvent(event);
}

} // namespace keisan::server
