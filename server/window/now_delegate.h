// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemView;

namespace keisan::server {

// Draws what a client is having evaluated, amber once it takes long, with a button that stops it. The button
// is for the mouse; the keyboard has the window's action.
class NowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit NowDelegate(QAbstractItemView& view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

Q_SIGNALS:
    void stopRequested(const QModelIndex& index);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintButton(QPainter* painter, const QStyleOptionViewItem& option, bool isDown) const;
    QRect buttonRect(const QStyleOptionViewItem& option) const;

    QPersistentModelIndex m_pressed; // whose button is down
};

} // namespace keisan::server
