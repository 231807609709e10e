// SPDX-License-Identifier: MIT
#include "server/window/now_delegate.h"

#include "common/widgets/colours.h"
#include "server/window/models/clients_model.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace keisan::server {

namespace {

constexpr int kPadding = 8; // left and right of the button's word

bool runs(const QModelIndex& index) {
    return index.data(ClientsModel::RunsRole).toBool();
}

} // namespace

NowDelegate::NowDelegate(QAbstractItemView& view) : QStyledItemDelegate(&view) {}

void NowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(ClientsModel::SlowRole).toBool())
        return;
    option->font.setBold(true); // never the colour alone
    option->palette.setColor(QPalette::Text, widgets::colourOf(widgets::Role::Warning, option->palette));
}

QRect NowDelegate::buttonRect(const QStyleOptionViewItem& option) const {
    const int width = option.fontMetrics.horizontalAdvance(tr("Stop")) + 2 * kPadding;
    return {option.rect.right() - width, option.rect.top() + 1, width, option.rect.height() - 2};
}

void NowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const QStyle* style = option.widget->style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QStyleOptionViewItem text = option;
    text.rect.setLeft(option.rect.left() + kPadding); // the figures of the column before it end there
    if (runs(index))
        text.rect.setRight(buttonRect(option).left() - kPadding / 2);
    QStyledItemDelegate::paint(painter, text, index);
    if (runs(index))
        paintButton(painter, option, m_pressed == index);
}

void NowDelegate::paintButton(QPainter* painter, const QStyleOptionViewItem& option, bool isDown) const {
    QStyleOptionButton button;
    button.rect = buttonRect(option);
    button.text = tr("Stop");
    button.palette = option.palette;
    button.fontMetrics = option.fontMetrics;
    button.state = QStyle::State_Enabled | (isDown ? QStyle::State_Sunken : QStyle::State_Raised);
    option.widget->style()->drawControl(QStyle::CE_PushButton, &button, painter, option.widget);
}

bool NowDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                              const QModelIndex& index) {
    const bool press = event->type() == QEvent::MouseButtonPress;
    if (!press && event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const bool onButton = mouse->button() == Qt::LeftButton && runs(index) &&
                          buttonRect(option).contains(mouse->position().toPoint());
    const bool clicked = !press && onButton && m_pressed == index;
    m_pressed = press && onButton ? QPersistentModelIndex(index) : QPersistentModelIndex();
    if (auto* view = qobject_cast<QAbstractItemView*>(parent()))
        view->update(index);
    if (clicked)
        Q_EMIT stopRequested(index);
    return onButton;
}

} // namespace keisan::server
