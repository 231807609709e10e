// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

#include <vector>

class QMenu;
class QTableView;

namespace keisan::server {

// Which columns of a table are seen: those that its user wants, as long as there is room for them; in a
// narrow table the least important fold away. The header's context menu is for choosing: it ticks what is
// seen, and what is ticked there is seen however narrow the table is, which then scrolls. Belongs to the
// table.
class ColumnFolder : public QObject {
    Q_OBJECT

public:
    struct Column {
        int characters = 0; // as wide as, at first; the one that stretches: at least
        int foldsAs = 0;    // 0 is always seen and cannot be unwanted; the greatest number folds first
        bool wanted = true;
        bool stretches = false;  // takes what is left
        int leastCharacters = 0; // to which it shrinks before it would squeeze the others; 0: it does not
        QStringList (*words)() = nullptr; // in the window's language; the column holds each of them whole
        bool always = false;              // wanted where there was no room for it: it does not fold any more
        int unshrunk = 0;                 // its width before it shrank to `shrunk`, in pixels
        int shrunk = 0;
    };

    // The model has been set, and has a column for each.
    ColumnFolder(QTableView& table, std::vector<Column> columns);

    // As they are remembered: positions, widths, also those before they shrank, and what was wanted.
    QByteArray state() const;
    void restore(const QByteArray& state);

    void setWanted(int column, bool wanted);
    void fold();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int character() const;
    void zoom();
    int widthOfWords(int column) const;
    void widenToWords();
    int leastWidth(int column) const;
    int fullWidth(int column) const;
    void shrink();
    void stretch(bool scrolls);
    void fillMenu(QMenu& menu);
    void showMenu(const QPoint& at);

    QTableView& m_table;
    std::vector<Column> m_columns;
    int m_character = 0; // width of a digit when the columns had their widths
};

} // namespace keisan::server
