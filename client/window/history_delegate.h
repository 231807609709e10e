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

    // Thin gaps between the groups of digits.
    void setGrouping(bool grouping) { m_grouping = grouping; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

    // The editor is the one line of an item's note.
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    void noteEdited(const QModelIndex& index, const QString& note) const;
    void deedAsked(const QModelIndex& index, keisan::client::ItemDeed deed) const;

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    const ItemFonts& fontsFor(const QFont& font) const;
    QString deedText(const HistoryLines& lines, ItemDeed deed) const;
    void paintAnswer(QPainter* painter, const QRect& rect, const HistoryLines& lines,
                     const ItemFonts& fonts) const;
    void paintSpinner(QPainter* painter, const QStyleOptionViewItem& option, const QRect& answer) const;
    void paintButton(QPainter* painter, const QStyleOptionViewItem& option, const QRect& rect,
                     const QString& text) const;

    bool m_grouping = true;
    mutable std::optional<ItemFonts> m_fonts; // of m_font: measuring fonts is what takes time
    mutable QFont m_font;
};

} // namespace keisan::client
