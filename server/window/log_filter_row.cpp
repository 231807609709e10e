// SPDX-License-Identifier: MIT
#include "server/window/log_filter_row.h"

#include "common/widgets/colours.h"
#include "server/window/folding_row.h"
#include "server/window/models/log_model.h"
#include "server/window/window_actions.h"

#include <QAction>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace keisan::server {

namespace {

constexpr int kClientsInMenu = 30;
constexpr int kEditCharacters = 18; // of the filter can be seen in the narrowest window

QToolButton* buttonOf(QAction* action, const char* name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

LogFilterRow::LogFilterRow(const LogModel& log, WindowActions& actions, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_row(new FoldingRow(this))
    , m_title(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_levels(new QWidget(this))
    , m_levelActions{actions.showInfo, actions.showWarnings, actions.showErrors}
    , m_client(new QToolButton(this))
    , m_follow(new QCheckBox(this)) {
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_row);
    m_row->layout()->setContentsMargins(0, 0, 0, 0);
    m_edit->setObjectName(QStringLiteral("filter"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(kEditCharacters * fontMetrics().averageCharWidth());
    m_title->setBuddy(m_edit);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    buildButtons(actions);
    connect(m_edit, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &LogFilterRow::apply);
    connect(m_client->menu(), &QMenu::aboutToShow, this, &LogFilterRow::fillClientMenu);
    retranslate();
}

void LogFilterRow::buildButtons(WindowActions& actions) {
    auto* levels = new QHBoxLayout(m_levels);
    levels->setContentsMargins(0, 0, 0, 0);
    levels->setSpacing(2);
    for (std::size_t i = 0; i < m_levelButtons.size(); ++i) {
        m_levelButtons[i] = new QToolButton(m_levels);
        m_levelButtons[i]->setObjectName(QStringLiteral("level%1").arg(i));
        m_levelButtons[i]->setCheckable(true);
        levels->addWidget(m_levelButtons[i]);
        connect(m_levelButtons[i], &QToolButton::toggled, m_levelActions[i], &QAction::setChecked);
        connect(m_levelActions[i], &QAction::toggled, m_levelButtons[i], &QToolButton::setChecked);
        m_levelActions[i]->setChecked(true);
        connect(m_levelActions[i], &QAction::toggled, this, &LogFilterRow::apply);
    }
    m_client->setObjectName(QStringLiteral("clientMenu"));
    m_client->setPopupMode(QToolButton::InstantPopup);
    m_client->setMenu(new QMenu(m_client));
    m_follow->setObjectName(QStringLiteral("followBox"));
    m_follow->setChecked(true);
    QToolButton* save = buttonOf(actions.saveLog, "saveButton", m_row);
    save->setPopupMode(QToolButton::MenuButtonPopup);
    save->setMenu(new QMenu(save));
    save->menu()->addActions({actions.saveLog, actions.saveWholeLog});
    m_row->add(m_title, 4);
    m_row->add(m_edit, 0, 1);
    m_row->add(m_levels, 6);
    m_row->add(m_client, 7);
    m_row->add(m_follow);
    m_row->add(buttonOf(actions.pause, "pauseButton", m_row), 5);
    m_row->add(save, 8);
    m_row->add(buttonOf(actions.clearLog, "clearButton", m_row), 9);
}

void LogFilterRow::setText(const QString& text) {
    m_edit->setText(text);
    apply();
}

void LogFilterRow::showOnly(quint64 client) {
    setText(LogFilter::withClient(m_edit->text(), client));
}

void LogFilterRow::focusEdit() {
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

// A text that means nothing hides nothing: all lines stay until it does.
void LogFilterRow::apply() {
    m_delay.stop();
    const auto parsed = LogFilter::parse(m_edit->text());
    const auto* fault = std::get_if<FilterFault>(&parsed);
    m_fault = fault == nullptr ? QString() : fault->reason;
    m_filter = fault == nullptr ? std::get<LogFilter>(parsed) : LogFilter();
    for (std::size_t i = 0; i < m_levelActions.size(); ++i)
        m_filter.setLevel(static_cast<LogLevel>(i), m_levelActions[i]->isChecked());
    nameLevels();
    nameClient();
    colour();
    Q_EMIT filterChanged();
}

void LogFilterRow::fillClientMenu() {
    QMenu* menu = m_client->menu();
    menu->clear();
    menu->addAction(tr("All clients"), this, [this] { showOnly(0); });
    QList<quint64> clients;
    for (int row = m_log.rowCount() - 1; row >= 0 && clients.size() < kClientsInMenu; --row)
        if (const quint64 client = m_log.entry(row).event.client; client != 0 && !clients.contains(client))
            clients += client;
    std::sort(clients.begin(), clients.end());
    for (const quint64 client : clients)
        menu->addAction(tr("Client %1").arg(client), this, [this, client] { showOnly(client); });
}

// The look of a button that is down is hardly to be told in dark colours, so a sign says it too.
void LogFilterRow::nameLevels() {
    const std::array names{tr("Info"), tr("Warnings"), tr("Errors")};
    for (std::size_t i = 0; i < m_levelButtons.size(); ++i) {
        const bool isOn = m_levelActions[i]->isChecked();
        m_levelButtons[i]->setText((isOn ? QStringLiteral("✓ ") : QStringLiteral("– ")) + names[i]);
        m_levelButtons[i]->setAccessibleName(tr("Show lines: %1").arg(names[i]));
    }
}

void LogFilterRow::nameClient() {
    const std::vector<quint64>& clients = m_filter.clients();
    m_client->setText(clients.empty()       ? tr("Client: all")
                      : clients.size() == 1 ? tr("Client: %1").arg(clients.front())
                                            : tr("Client: several"));
    m_client->setAccessibleName(tr("Show one client only") + QStringLiteral(", ") + m_client->text());
}

void LogFilterRow::retranslate() {
    m_title->setText(tr("&Log"));
    m_edit->setPlaceholderText(tr("Filter: zero   client:7   event:error   took>100"));
    m_edit->setAccessibleName(tr("Filter of the log"));
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(
        tr("Stay at the newest line (Ctrl+L). Scrolling up or choosing a line turns it off."));
    apply();
}

void LogFilterRow::colour() {
    // The frame is drawn by the style, so only a style sheet can turn it red.
    const QString sheet = m_fault.isEmpty()
                              ? QString()
                              : QStringLiteral("border: 2px solid %1")
                                    .arg(widgets::colourOf(widgets::Role::Error, palette()).name());
    if (sheet != m_edit->styleSheet())
        m_edit->setStyleSheet(sheet);
    m_edit->setToolTip(m_fault);
}

void LogFilterRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        colour();
    QWidget::changeEvent(event);
}

} // namespace keisan::server
