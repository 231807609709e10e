// SPDX-License-Identifier: MIT
#pragma once

#include <QListView>

namespace keisan::client {

// The list of the history. Stays at its end while it is there, begins with the newest where keys come to it,
// and leaves typed characters to the input.
class HistoryView : public QListView {
    Q_OBJECT

public:
    explicit HistoryView(QWidget* parent = nullptr);

    void scrollByPages(int pages);

Q_SIGNALS:
    void copyAsked();
    void removeAsked();
    void insertExpressionAsked(const QModelIndex& index);
    void insertAnswerAsked(const QModelIndex& index);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void updateGeometries() override;

private:
    bool m_follows = true; // the end was in view before the last change
    bool m_settling = false;
};

} // namespace keisan::client
