// SPDX-License-Identifier: MIT
#include "client/window/name_completer.h"

#include "client/window/expression_tokens.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTreeView>

#include <algorithm>

namespace keisan::client {

namespace {

// Rows that can be hit.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        constexpr int kMinTarget = 24;
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, kMinTarget});
    }
};

QTreeView* makeList() {
    auto* list = new QTreeView;
    list->setObjectName(QStringLiteral("completionList"));
    list->setRootIsDecorated(false);
    list->setItemsExpandable(false);
    list->setUniformRowHeights(true);
    list->setAllColumnsShowFocus(true);
    list->setHeaderHidden(true);
    list->setSelectionBehavior(QAbstractItemView::SelectRows);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->header()->setStretchLastSection(true);
    return list;
}

bool isPlainKey(const QKeyEvent& event) {
    return !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
}

} // namespace

NameCompleter::NameCompleter(QPlainTextEdit& edit)
    : QObject(&edit)
    , m_edit(edit)
    , m_completer(new QCompleter(this))
    , m_list(makeList()) {
    m_completer->setModel(&m_model);
    m_completer->setWidget(&edit);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(kMostRows);
    m_completer->setPopup(m_list);
    m_list->setItemDelegate(new RowDelegate(m_list)); // setPopup gives it another
    m_list->installEventFilter(this);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &NameCompleter::accept);
}

bool NameCompleter::isOpen() const {
    return m_list->isVisible();
}

NameCompleter::KeyUse NameCompleter::takeKey(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Space && event.modifiers() == Qt::ControlModifier) {
        open();
        return KeyUse::Done;
    }
    if (!isOpen())
        return KeyUse::None;
    const QModelIndex chosen = m_list->currentIndex();
    switch (event.key()) {
    case Qt::Key_Escape:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: return KeyUse::LeaveToList;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen.isValid() && isPlainKey(event))
            return KeyUse::LeaveToList;
        close();
        return KeyUse::None;
    case Qt::Key_Tab: {
        const QModelIndex row = chosen.isValid() ? chosen : m_list->model()->index(0, 0);
        const QString name = row.siblingAtColumn(CompletionModel::Name).data().toString();
        close();
        accept(name);
        return KeyUse::Done;
    }
    default: return KeyUse::None;
    }
}

void NameCompleter::followKey(const QKeyEvent& event) {
    const bool isText = !event.text().isEmpty() && event.text().at(0).isPrint();
    const bool isDeletion = event.key() == Qt::Key_Backspace;
    if (!isText && !(isOpen() && isDeletion)) {
        const bool isModifier = event.key() >= Qt::Key_Shift && event.key() <= Qt::Key_ScrollLock;
        if (!isModifier)
            close();
        return;
    }
    const QString text = m_edit.toPlainText();
    const auto prefix = text.size() <= kMostReadAtEveryKey
                            ? namePrefixAt(text, m_edit.textCursor().position())
                            : std::nullopt;
    if (prefix && (prefix->text.size() >= kLettersToOpen || isOpen()))
        offer(*prefix);
    else
        close();
}

void NameCompleter::open() {
    const auto prefix = namePrefixAt(m_edit.toPlainText(), m_edit.textCursor().position());
    if (prefix)
        offer(*prefix);
}

void NameCompleter::close() {
    m_list->hide();
}

bool NameCompleter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        Q_EMIT openChanged(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
}

// A name that is all there already needs no list.
void NameCompleter::offer(const NamePrefix& prefix) {
    m_model.showMembers(prefix.text.contains(u'.'));
    m_completer->setCompletionPrefix(prefix.text);
    const int count = m_completer->completionCount();
    const bool isWhole = count == 1 && m_completer->currentCompletion() == prefix.text;
    if (count == 0 || isWhole)
        return close();
    place();
    m_list->setCurrentIndex({});
}

void NameCompleter::accept(const QString& name) {
    const auto prefix = namePrefixAt(m_edit.toPlainText(), m_edit.textCursor().position());
    if (!prefix || name.isEmpty())
        return;
    QTextCursor cursor = m_edit.textCursor();
    const bool isCalled = m_edit.toPlainText().mid(cursor.position(), 1) == QLatin1String("(");
    cursor.setPosition(prefix->start, QTextCursor::KeepAnchor);
    cursor.insertText(m_model.isFunction(name) && !isCalled ? name + u'(' : name);
    m_edit.setTextCursor(cursor);
}

// Below the name, or above the input when there is no room below: QCompleter sees to that.
void NameCompleter::place() {
    constexpr int kLeastSignature = 12; // characters; in a narrow window it gives way first
    constexpr int kLeastWidth = 240;
    constexpr int kGap = 16;
    const QAbstractItemView& list = *m_list;
    const int letter = list.fontMetrics().averageCharWidth();
    const int most = std::max(m_edit.window()->width() - 2 * kGap, kLeastWidth);
    const int name = list.sizeHintForColumn(CompletionModel::Name) + kGap;
    const int others = name + list.sizeHintForColumn(CompletionModel::Help) + kGap +
                       m_list->verticalScrollBar()->sizeHint().width();
    const int signature = std::min(list.sizeHintForColumn(CompletionModel::Signature) + kGap,
                                   std::max(most - others, kLeastSignature * letter));
    m_list->setColumnWidth(CompletionModel::Name, name);
    m_list->setColumnWidth(CompletionModel::Signature, signature);
    const int left = m_edit.viewport()->x() + m_edit.cursorRect().left();
    QRect rect(left, -1, 0, m_edit.height() + 2); // as high as the input: the list stays off it
    rect.setWidth(std::min(others + signature, most));
    m_completer->complete(rect);
}

} // namespace keisan::client
