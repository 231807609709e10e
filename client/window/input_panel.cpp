// SPDX-License-Identifier: MIT
#include "client/window/input_panel.h"

#include "client/window/expression_tokens.h"
#include "client/window/paste_bar.h"
#include "client/window/preview_line.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace keisan::client {

InputPanel::InputPanel(const HistoryModel& history, QWidget* parent)
    : QWidget(parent)
    , m_recall(history)
    , m_pasteBar(new PasteBar(this))
    , m_edit(new ExpressionEdit(this))
    , m_equals(new QToolButton(this))
    , m_line(new PreviewLine(this)) {
    setFocusProxy(m_edit);
    buildLayout();
    connectParts();
    fitFonts();
    retranslate();
}

void InputPanel::buildLayout() {
    m_equals->setObjectName(QStringLiteral("equalsButton"));
    m_equals->setText(QStringLiteral("="));
    m_equals->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_equals, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pasteBar);
    column->addLayout(row);
    column->addWidget(m_line);
}

void InputPanel::connectParts() {
    connect(m_equals, &QToolButton::clicked, this,
            [this] { Q_EMIT evaluateAsked(ExpressionEdit::AfterEvaluation::Clear); });
    connect(m_edit, &ExpressionEdit::evaluateAsked, this, &InputPanel::evaluateAsked);
    connect(m_edit, &ExpressionEdit::evaluateAsked, this, [this] { m_recall.reset(); });
    connect(m_edit, &ExpressionEdit::edited, this, [this] { m_recall.reset(); });
    connect(m_edit, &ExpressionEdit::olderAsked, this, [this] {
        if (const auto text = m_recall.older(m_edit->expression()))
            m_edit->replaceExpression(*text);
    });
    connect(m_edit, &ExpressionEdit::newerAsked, this, [this] {
        if (const auto text = m_recall.newer(m_edit->expression()))
            m_edit->replaceExpression(*text);
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &InputPanel::retranslate);
    connect(m_edit, &ExpressionEdit::pasteTold, this, &InputPanel::said);
    connect(m_edit, &ExpressionEdit::linesPasted, m_pasteBar, &PasteBar::offer);
    connect(m_pasteBar, &PasteBar::runAsked, this, &InputPanel::runAsked);
    connect(m_pasteBar, &PasteBar::joinAsked, this, &InputPanel::insert);
    connect(m_pasteBar, &PasteBar::cancelled, m_edit, qOverload<>(&QWidget::setFocus));
}

void InputPanel::showPreview(const PreviewWords& words) {
    m_tellsNotConnected = false;
    m_line->showWords(words);
}

void InputPanel::tell(const QString& words) {
    m_tellsNotConnected = false;
    m_line->tell(words);
}

void InputPanel::tellNotConnected() {
    tell(tr("Not connected: F5 connects. Your text is kept."));
    m_tellsNotConnected = true;
}

void InputPanel::setConnected(bool isConnected) {
    if (!isConnected || !m_tellsNotConnected)
        return;
    m_tellsNotConnected = false;
    m_line->takeBack();
}

void InputPanel::announce(const QString& words) {
    m_line->announce(words);
}

void InputPanel::offerCorrection(const QString& expression, int faultStart, int faultLength) {
    if (!m_edit->document()->isEmpty())
        return;
    m_edit->replaceExpression(expression);
    if (faultStart >= 0)
        m_edit->showFault(faultStart, faultLength);
    else
        m_edit->selectAll();
}

void InputPanel::insert(const QString& text) {
    m_edit->textCursor().insertText(text);
    m_edit->setFocus();
    Q_EMIT inserted();
}

void InputPanel::replace(const QString& text) {
    m_edit->replaceExpression(text);
    m_edit->setFocus();
    Q_EMIT inserted();
}

void InputPanel::backspace() {
    m_edit->textCursor().deletePreviousChar();
    m_edit->setFocus();
    Q_EMIT inserted();
}

void InputPanel::clear() {
    replace({});
}

bool InputPanel::event(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_tellsNotConnected)
            tellNotConnected();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) {
        fitFonts();
    }
    return QWidget::event(event);
}

// The fixed font follows the zoom, which is the size of the program's font.
void InputPanel::fitFonts() {
    constexpr double kLarger = 1.15; // as the answers above it
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * kLarger);
    m_edit->setFont(fixed);
    m_equals->setFont(fixed);
    m_equals->setMinimumSize(m_edit->minimumHeight() + 8, m_edit->minimumHeight());
}

void InputPanel::retranslate() {
    m_edit->setAccessibleName(tr("Expression"));
    m_edit->setPlaceholderText(tr("Expression"));
    m_equals->setAccessibleName(tr("Evaluate"));
    const bool isEmpty = m_edit->document()->isEmpty();
    m_equals->setEnabled(!isEmpty);
    m_equals->setToolTip(isEmpty ? tr("Type an expression first") : tr("Evaluate (Enter)"));
}

} // namespace keisan::client
