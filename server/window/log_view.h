// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace keisan::server {

// The log as a table that follows its end, until the reader scrolls up or chooses a line; then it stands
// still, whatever comes or goes, and counts what is new. Rows have one height and columns are never measured
// by content: both would look at every line.
class LogView : public QTableView {
    Q_OBJECT

public:
    explicit LogView(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;

    bool follows() const { return m_follows; }
    void setFollows(bool follows); // true: goes to the end
    int newLines() const { return m_newLines; }

Q_SIGNALS:
    void followsChanged(bool follows);
    void newLinesChanged(int lines); // since it stopped following
    void choiceChanged();

protected:
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

protected Q_SLOTS:
    void updateGeometries() override;

private:
    void goToEnd();
    void scrolled(int value);
    void setNewLines(int lines);
    void standStill(int removed);
    void setRowHeight();

    bool m_follows = true;
    bool m_adjusting = false; // the scroll bar moves, but the reader did not move it
    int m_newLines = 0;
    int m_topBeforeRemoval = 0;
};

} // namespace keisan::server
