// SPDX-License-Identifier: MIT
#include "client/window/status_line.h"

#include "client/session/settings.h"
#include "client/window/window_actions.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <chrono>

namespace keisan::client {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kMessageStays = 5s;

} // namespace

StatusLine::StatusLine(const WindowActions& actions, QWidget* parent)
    : QStatusBar(parent)
    , m_count(new QLabel(this)) {
    m_count->setObjectName(QStringLiteral("answerCount"));
    addPermanentWidget(m_count);
    m_notation = addButton("notation");
    m_grouping = addButton("grouping");
    m_zoom = addButton("zoom");
    m_language = addButton("language");
    m_notation->setMenu(actions.notationMenu());
    m_language->setMenu(actions.languageMenu());
    for (QToolButton* button : {m_notation, m_language})
        button->setPopupMode(QToolButton::InstantPopup);
    connect(m_grouping, &QToolButton::clicked, actions.action(Deed::Grouping), &QAction::trigger);
    connect(m_zoom, &QToolButton::clicked, actions.action(Deed::ZoomReset), &QAction::trigger);
}

void StatusLine::say(const QString& message) {
    showMessage(message, static_cast<int>(kMessageStays.count()));
}

void StatusLine::showCount(int answers) {
    m_count->setText(tr("Answers: %1").arg(QLocale().toString(answers)));
}

void StatusLine::showSettings(const Settings& settings) {
    const auto show = [](QToolButton* button, const QString& text, const QString& whatItDoes) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(whatItDoes);
    };
    show(m_notation, settings.notation, tr("How answers are written"));
    show(m_grouping, settings.grouping ? tr("grouping on") : tr("grouping off"),
         tr("Digits in groups (Ctrl+G)"));
    show(m_zoom, tr("%1 %").arg(settings.zoomPercent), tr("Back to 100 % (Ctrl+0)"));
    show(m_language,
         QLocale().language() == QLocale::Japanese ? QStringLiteral("日本語") : QStringLiteral("English"),
         tr("Language"));
    fold();
}

void StatusLine::resizeEvent(QResizeEvent* event) {
    QStatusBar::resizeEvent(event);
    fold();
}

QToolButton* StatusLine::addButton(const char* name) {
    auto* button = new QToolButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus); // by keyboard there are the menus
    addPermanentWidget(button);
    return button;
}

// In a narrow window the messages need the room: the last buttons go first.
void StatusLine::fold() {
    int room = width() * 3 / 5 - m_count->sizeHint().width();
    for (QToolButton* button : {m_notation, m_zoom, m_grouping, m_language}) {
        room -= button->sizeHint().width();
        button->setVisible(room >= 0);
    }
}

} // namespace keisan::client
