// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item_layout.h"

#include <QStyledItemDelegate>

#include <optional>

namespace keisan::client {

// Paints one item of the history: number, expression, and the answer, the message or what is waited for; and
// the buttons that can be clicked on it.
class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

Q_SIGNALS:
    void deedAsked(const QModelIndex& index, keisan::client::ItemDeed deed) const;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    const ItemFonts& fontsFor(const QFont& font) const;
    QString deedText(const HistoryLines& lines, ItemDeed deed) const;
    void paintButton(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                     const QString& text) const;

    mutable std::optional<ItemFonts> m_fonts; // of m_font: measuring fonts is what takes time
    mutable QFont m_font;
};

} // namespace keisan::client
