// SPDX-License-Identifier: MIT
#include "client/window/history_actions.h"

#include "client/session/settings.h"
#include "client/window/history_model.h"
#include "client/window/history_panel.h"
#include "client/window/window_actions.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace keisan::client {

namespace {

struct CopyChoice {
    Deed deed;
    CopyForm form;
};

constexpr CopyChoice kCopies[] = {{Deed::CopyAnswer, CopyForm::Answer},
                                  {Deed::CopyExpression, CopyForm::Expression},
                                  {Deed::CopyBoth, CopyForm::Both},
                                  {Deed::CopyAsShown, CopyForm::AsShown},
                                  {Deed::CopyAsTable, CopyForm::MarkdownTable},
                                  {Deed::CopyAsSession, CopyForm::PythonSession}};

struct NotationChoice {
    Deed deed;
    Notation notation;
};

constexpr NotationChoice kNotationChoices[] = {
    {Deed::AsPython, Notation::Python},       {Deed::AsHexadecimal, Notation::Hexadecimal},
    {Deed::AsOctal, Notation::Octal},         {Deed::AsBinary, Notation::Binary},
    {Deed::Scientific, Notation::Scientific}, {Deed::Engineering, Notation::Engineering}};

} // namespace

HistoryActions::HistoryActions(const WindowActions& actions, HistoryModel& history, HistoryPanel& panel,
                               Settings& settings)
    : QObject(&panel)
    , m_actions(actions)
    , m_history(history)
    , m_panel(panel)
    , m_settings(settings) {
    m_history.setNotationOfNew(notationNamed(m_settings.notation));
    connectCopies();
    connectNotations();
    connectDeeds();
    QMenu* menu = m_actions.answerMenu();
    connect(menu, &QMenu::aboutToShow, this, &HistoryActions::offerWhatCanBeDone);
    connect(&panel, &HistoryPanel::menuAsked, menu, [menu](QPoint place) { menu->popup(place); });
}

void HistoryActions::connectCopies() {
    for (const CopyChoice& choice : kCopies) {
        connect(m_actions.action(choice.deed), &QAction::triggered, this,
                [this, form = choice.form] { m_panel.copyChosen(form); });
    }
}

void HistoryActions::connectNotations() {
    for (const NotationChoice& choice : kNotationChoices) {
        connect(m_actions.action(choice.deed), &QAction::triggered, this,
                [this, notation = choice.notation] { show(notation); });
    }
}

void HistoryActions::connectDeeds() {
    const auto on = [this](Deed deed, auto slot) {
        connect(m_actions.action(deed), &QAction::triggered, this, slot);
    };
    on(Deed::ShowWhole, [this] { doToEach(ItemDeed::Show); });
    on(Deed::StopItem, [this] { doToEach(ItemDeed::Stop); });
    on(Deed::SendAgain, [this] { doToEach(ItemDeed::SendAgain); });
    on(Deed::FocusHistory, [this] { m_panel.focusHistory(); });
    on(Deed::ScrollPageUp, [this] { m_panel.scrollByPages(-1); });
    on(Deed::ScrollPageDown, [this] { m_panel.scrollByPages(1); });
    on(Deed::ScrollToStart, [this] { m_panel.scrollToStart(); });
    on(Deed::ScrollToEnd, [this] { m_panel.scrollToEnd(); });
    on(Deed::EditNote, [this] { m_panel.editNote(); });
    on(Deed::RemoveItems, [this] { m_panel.removeChosen(); });
    on(Deed::ClearHistory, [this] { m_panel.clearHistory(); });
    on(Deed::InsertExpression, [this] {
        for (const int row : m_panel.rowsForDeed())
            Q_EMIT insertAsked(m_history.item(row).expression);
    });
    on(Deed::InsertAnswer, [this] {
        for (const int row : m_panel.rowsForDeed())
            m_panel.insertAnswer(row);
    });
}

// Only those without keys: what has a key always says itself why it does nothing.
void HistoryActions::offerWhatCanBeDone() const {
    const QList<int> rows = m_panel.rowsForDeed();
    const bool isOpen =
        std::any_of(rows.begin(), rows.end(), [this](int row) { return m_history.item(row).isOpen(); });
    m_actions.action(Deed::StopItem)->setEnabled(isOpen);
    for (const Deed deed : {Deed::ShowWhole, Deed::SendAgain, Deed::InsertAnswer})
        m_actions.action(deed)->setEnabled(!rows.isEmpty() && !isOpen);
}

// By their serials: sending again adds a row, and a full history forgets its first one for it.
void HistoryActions::doToEach(ItemDeed deed) {
    QList<quint64> serials;
    for (const int row : m_panel.rowsForDeed())
        serials << m_history.item(row).serial;
    for (const quint64 serial : serials) {
        if (const int row = m_history.rowOfSerial(serial); row >= 0)
            Q_EMIT deedAsked(row, deed);
    }
}

// Choosing the notation that is shown already goes back to Python's.
void HistoryActions::show(Notation notation) {
    const QList<int> rows = m_panel.rowsForDeed();
    const bool isShown = rows.isEmpty() ? m_settings.notation == nameOf(notation)
                                        : std::all_of(rows.begin(), rows.end(), [&](int row) {
                                              return m_history.item(row).notation == notation;
                                          });
    const Notation chosen = isShown ? Notation::Python : notation;
    bool isWritable = rows.isEmpty();
    for (const int row : rows) {
        m_history.setNotation(row, chosen);
        isWritable = isWritable || !written(m_history.item(row).answer, chosen).isEmpty();
    }
    if (!m_panel.hasChosen()) {
        m_settings.notation = nameOf(chosen);
        m_history.setNotationOfNew(chosen);
    }
    Q_EMIT notationChanged();
    if (!isWritable)
        Q_EMIT said(tr("This answer has no form in %1").arg(nameOf(chosen)));
}

} // namespace keisan::client
