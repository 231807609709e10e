// SPDX-License-Identifier: MIT
#include "client/window/history_delegate.h"

#include "client/window/history_model.h"
#include "client/window/painted_text.h"
#include "common/widgets/colours.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace keisan::client {

namespace {

HistoryLines linesAt(const QModelIndex& index) {
    return index.data(HistoryModel::LinesRole).value<HistoryLines>();
}

widgets::Role answerRole(ItemState state) {
    switch (state) {
    case ItemState::Answered: return widgets::Role::Text;
    case ItemState::Failed: return widgets::Role::Error;
    case ItemState::Stopped:
    case ItemState::NotAnswered: return widgets::Role::Warning;
    default: return widgets::Role::Secondary;
    }
}

constexpr int kSignColumns = 3;

// Colour is never the only sign.
QString signedText(const HistoryLines& lines) {
    switch (lines.state) {
    case ItemState::Failed: return QStringLiteral("✗ ") + lines.answer;
    case ItemState::Stopped:
    case ItemState::NotAnswered: return QStringLiteral("⚠ ") + lines.answer;
    case ItemState::Unsent:
    case ItemState::Sent: // the spinner's place
        return lines.answer.isEmpty() ? QString() : QString(kSignColumns, u' ') + lines.answer;
    default: return lines.answer;
    }
}

HistoryLines shownAt(const QModelIndex& index) {
    HistoryLines lines = linesAt(index);
    lines.answer = signedText(lines);
    return lines;
}

constexpr double kGapColumns = 0.4; // between groups of digits, of the width of a digit

void drawText(QPainter* painter, const QRect& rect, const QFont& font, const QColor& colour,
              const QString& text, int flags = Qt::AlignLeft | Qt::TextWrapAnywhere) {
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(rect, flags, text);
}

} // namespace

const ItemFonts& HistoryDelegate::fontsFor(const QFont& font) const {
    if (!m_fonts || m_font != font) {
        m_fonts.emplace(font);
        m_font = font;
    }
    return *m_fonts;
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const ItemLayout layout(shownAt(index), fontsFor(option.font), QRect(0, 0, width, 0));
    return {width, layout.height};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const HistoryLines lines = shownAt(index);
    const ItemFonts& fonts = fontsFor(option.font);
    const ItemLayout layout(lines, fonts, option.rect);
    const auto colour = [&option](widgets::Role role) { return widgets::colourOf(role, option.palette); };
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, widgets::chosenGround(option.palette));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          colour(widgets::Role::Number));
    }
    drawText(painter, layout.number, fonts.small, colour(widgets::Role::Secondary), lines.number,
             Qt::AlignRight | Qt::AlignVCenter);
    painter->setPen(colour(widgets::Role::Text));
    QList<QTextLayout::FormatRange> formats = expressionFormats(lines.expression, option.palette);
    if (lines.faultStart >= 0)
        formats << faultFormat(seenFault(lines.expression, {lines.faultStart, lines.faultLength}),
                               option.palette);
    paintText(*painter, layout.expression, fonts.expression, lines.expression, formats);
    painter->setPen(colour(answerRole(lines.state)));
    paintAnswer(painter, layout.answer, lines, fonts);
    if ((lines.state == ItemState::Unsent || lines.state == ItemState::Sent) && !lines.answer.isEmpty())
        paintSpinner(painter, option, layout.answer);
    drawText(painter, layout.meta, fonts.small, colour(widgets::Role::Secondary),
             fonts.smallMetrics.elidedText(lines.meta, Qt::ElideLeft, layout.meta.width()),
             Qt::AlignRight | Qt::AlignVCenter);
    drawText(painter, layout.remark, fonts.small, colour(widgets::Role::Secondary), lines.remark,
             Qt::AlignLeft | Qt::TextWordWrap);
    drawText(painter, layout.note, fonts.small, colour(widgets::Role::Variable), lines.note,
             Qt::AlignLeft | Qt::TextWordWrap);
    paintButton(painter, option, layout.firstButton, deedText(lines, firstDeed(lines)));
    paintButton(painter, option, layout.secondButton, deedText(lines, secondDeed(lines)));
    painter->restore();
}

void HistoryDelegate::paintAnswer(QPainter* painter, const QRect& rect, const HistoryLines& lines,
                                  const ItemFonts& fonts) const {
    const bool isGrouped = m_grouping && lines.state == ItemState::Answered && !lines.isLong;
    paintText(*painter, rect, fonts.answer, lines.answer,
              isGrouped ? gapFormats(lines.answer, fonts.answerColumn * kGapColumns)
                        : QList<QTextLayout::FormatRange>());
}

// Turns by the clock: the view is painted again ten times a second while something is waited for. A still
// sign where the style wants no animation.
void HistoryDelegate::paintSpinner(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QRect& answer) const {
    constexpr qint64 kTurnMs = 1'000;
    constexpr int kCircle = 360 * 16; // in sixteenths of a degree
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const bool isStill = style->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, option.widget) == 0;
    const qint64 turned = isStill ? 0 : QDateTime::currentMSecsSinceEpoch() % kTurnMs;
    const int side = fontsFor(option.font).answerMetrics.ascent() * 3 / 4;
    const QRectF box(answer.left() + 1.5, answer.center().y() - side / 2.0, side, side);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(widgets::colourOf(widgets::Role::Number, option.palette), 2));
    painter->drawArc(box, static_cast<int>(-turned * kCircle / kTurnMs), kCircle * 3 / 4);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

bool HistoryDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const HistoryLines lines = shownAt(index);
    const ItemLayout layout(lines, fontsFor(option.font), option.rect);
    const ItemDeed deed = layout.deedAt(lines, mouse->position().toPoint());
    if (deed == ItemDeed::None || mouse->button() != Qt::LeftButton)
        return false;
    Q_EMIT deedAsked(index, deed);
    return true;
}

QWidget* HistoryDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                       const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("noteEditor"));
    editor->setAccessibleName(tr("Note"));
    editor->setPlaceholderText(tr("Note"));
    editor->setMaxLength(static_cast<int>(kShownCharacters));
    return editor;
}

void HistoryDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    qobject_cast<QLineEdit*>(editor)->setText(linesAt(index).note);
}

void HistoryDelegate::setModelData(QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const {
    const QString note = qobject_cast<QLineEdit*>(editor)->text().trimmed();
    if (note != linesAt(index).note)
        Q_EMIT noteEdited(index, note);
}

void HistoryDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const {
    const int height = std::min(editor->sizeHint().height(), option.rect.height());
    editor->setGeometry(option.rect.adjusted(40, option.rect.height() - height, -8, 0));
}

QString HistoryDelegate::deedText(const HistoryLines& lines, ItemDeed deed) const {
    switch (deed) {
    case ItemDeed::Stop: return tr("Stop");
    case ItemDeed::SendAgain: return lines.state == ItemState::NotAnswered ? tr("Send again") : tr("Again");
    case ItemDeed::Show: return tr("Show");
    case ItemDeed::Copy: return tr("Copy");
    case ItemDeed::None: break;
    }
    return {};
}

void HistoryDelegate::paintButton(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                                  const QString& text) const {
    if (rect.isEmpty())
        return;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(option.palette.color(QPalette::Mid));
    painter->setBrush(option.palette.button());
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 1.5, -0.5, -1.5), 4, 4);
    drawText(painter, rect, fontsFor(option.font).small, option.palette.color(QPalette::ButtonText), text,
             Qt::AlignCenter);
}

} // namespace keisan::client
