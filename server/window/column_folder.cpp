// SPDX-License-Identifier: MIT
#include "server/window/column_folder.h"

#include "server/window/folding.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <QStyle>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace keisan::server {

ColumnFolder::ColumnFolder(QTableView& table, std::vector<Column> columns)
    : QObject(&table)
    , m_table(table)
    , m_columns(std::move(columns)) {
    QHeaderView* header = m_table.horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    m_character = character();
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        header->resizeSection(i, std::max(column.characters * m_character, widthOfWords(i)));
        if (column.stretches)
            header->setSectionResizeMode(i, QHeaderView::Stretch);
    }
    connect(header, &QHeaderView::customContextMenuRequested, this, &ColumnFolder::showMenu);
    connect(m_table.model(), &QAbstractItemModel::headerDataChanged, this, &ColumnFolder::widenToWords);
    m_table.viewport()->installEventFilter(this);
}

int ColumnFolder::character() const {
    return m_table.fontMetrics().horizontalAdvance(QLatin1Char('0'));
}

// The columns grow and shrink with the font; what they have then is no width that they shrank to.
void ColumnFolder::zoom() {
    const int now = character();
    const int before = std::exchange(m_character, now);
    QHeaderView* header = m_table.horizontalHeader();
    for (int i = 0; i < static_cast<int>(m_columns.size()) && now != before; ++i) {
        if (header->isSectionHidden(i))
            continue;
        header->resizeSection(i, fullWidth(i) * now / before);
        Column& column = m_columns[static_cast<std::size_t>(i)];
        column.unshrunk = column.shrunk = 0;
    }
    widenToWords();
}

// Of its name, and of the words that its cells may hold.
int ColumnFolder::widthOfWords(int column) const {
    const int margins =
        2 * (m_table.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &m_table) + 1);
    int width = m_table.horizontalHeader()->sectionSizeHint(column);
    if (const auto words = m_columns[static_cast<std::size_t>(column)].words)
        for (const QString& word : words())
            width = std::max(width, m_table.fontMetrics().horizontalAdvance(word) + margins);
    return width;
}

// So that they can be read in another language, too.
void ColumnFolder::widenToWords() {
    QHeaderView* header = m_table.horizontalHeader();
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
        if (!header->isSectionHidden(i))
            header->resizeSection(i, std::max(header->sectionSize(i), widthOfWords(i)));
    fold();
}

QByteArray ColumnFolder::state() const {
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_table.horizontalHeader()->saveState();
    for (const Column& column : m_columns)
        out << column.wanted << column.always << column.unshrunk << column.shrunk;
    return state;
}

void ColumnFolder::restore(const QByteArray& state) {
    QDataStream in(state);
    QByteArray header;
    in >> header;
    std::vector<Column> columns = m_columns;
    for (Column& column : columns)
        in >> column.wanted >> column.always >> column.unshrunk >> column.shrunk;
    if (in.status() == QDataStream::Ok && m_table.horizontalHeader()->restoreState(header))
        m_columns = columns;
    fold();
}

void ColumnFolder::setWanted(int column, bool wanted) {
    Column& wish = m_columns[static_cast<std::size_t>(column)];
    wish.wanted = wanted;
    wish.always = false;
    fold();
    wish.always = wanted && m_table.isColumnHidden(column);
    if (wish.always)
        fold();
}

int ColumnFolder::leastWidth(int column) const {
    const Column& wish = m_columns[static_cast<std::size_t>(column)];
    if (wish.stretches)
        return wish.characters * m_character;
    if (wish.leastCharacters > 0)
        return wish.leastCharacters * m_character;
    // Of a hidden section the header only knows its width once it is shown.
    const QHeaderView* header = m_table.horizontalHeader();
    return std::max(header->sectionSize(column), wish.characters * m_character);
}

// A table that is not seen yet does not know its width.
void ColumnFolder::fold() {
    if (!m_table.isVisible())
        return;
    std::vector<FoldablePart> parts;
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        const int foldsAs = column.always ? 0 : column.foldsAs;
        parts.push_back({leastWidth(i), foldsAs, column.wanted || column.foldsAs == 0});
    }
    const std::vector<bool> seen = whatFits(parts, 0, m_table.viewport()->width());
    for (int i = 0; i < static_cast<int>(seen.size()); ++i)
        if (m_table.isColumnHidden(i) == seen[static_cast<std::size_t>(i)])
            m_table.setColumnHidden(i, !seen[static_cast<std::size_t>(i)]);
    shrink();
}

// Before it shrank, unless it was given another width since.
int ColumnFolder::fullWidth(int column) const {
    const Column& wish = m_columns[static_cast<std::size_t>(column)];
    const int width = m_table.horizontalHeader()->sectionSize(column);
    return wish.unshrunk > 0 && width == wish.shrunk ? wish.unshrunk : width;
}

// What folding leaves no room for, the columns give that can, and get back when there is room. What is always
// seen and still has none is scrolled to.
void ColumnFolder::shrink() {
    int excess = -m_table.viewport()->width();
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
        if (!m_table.isColumnHidden(i))
            excess += m_columns[static_cast<std::size_t>(i)].stretches ? leastWidth(i) : fullWidth(i);
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        Column& column = m_columns[static_cast<std::size_t>(i)];
        if (column.leastCharacters == 0 || m_table.isColumnHidden(i))
            continue;
        const int full = fullWidth(i);
        column.unshrunk = full;
        column.shrunk = std::clamp(full - excess, std::min(leastWidth(i), full), full);
        m_table.setColumnWidth(i, column.shrunk);
        excess -= full - column.shrunk;
    }
    stretch(excess > 0 && std::any_of(m_columns.begin(), m_columns.end(),
                                      [](const Column& column) { return column.always; }));
}

// A table that scrolls has nothing left to stretch over.
void ColumnFolder::stretch(bool scrolls) {
    QHeaderView* header = m_table.horizontalHeader();
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        if (!m_columns[static_cast<std::size_t>(i)].stretches)
            continue;
        header->setSectionResizeMode(i, scrolls ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (scrolls)
            header->resizeSection(i, leastWidth(i));
    }
}

void ColumnFolder::fillMenu(QMenu& menu) {
    const QAbstractItemModel* model = m_table.model();
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        const Column& column = m_columns[static_cast<std::size_t>(i)];
        if (column.foldsAs == 0)
            continue;
        QAction* action = menu.addAction(model->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool wanted) { setWanted(i, wanted); });
    }
}

void ColumnFolder::showMenu(const QPoint& at) {
    auto* menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("columnMenu"));
    fillMenu(*menu);
    menu->popup(m_table.horizontalHeader()->mapToGlobal(at));
}

// Only the viewport is watched, and its last events come when the table is no table any more.
bool ColumnFolder::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FontChange)
        zoom();
    else if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fold();
    return QObject::eventFilter(watched, event);
}

} // namespace keisan::server
