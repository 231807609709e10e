// SPDX-License-Identifier: MIT
#include "client/window/wire_pane.h"

#include "client/session/calculator_client.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <iterator>

namespace keisan::client {

WirePane::WirePane(const CalculatorClient& client, QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_copy(new QPushButton(this))
    , m_clear(new QPushButton(this)) {
    setObjectName(QStringLiteral("wirePane"));
    m_table->setObjectName(QStringLiteral("wireTable"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(WireModel::Text, QHeaderView::Stretch);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table);
    column->addLayout(buttons);
    connect(&client, &CalculatorClient::lineSent, &m_model, &WireModel::addSent);
    connect(&client, &CalculatorClient::lineReceived, &m_model, &WireModel::addReceived);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        const QScrollBar* bar = m_table->verticalScrollBar();
        if (bar->value() >= bar->maximum() - 1)
            m_table->scrollToBottom();
    });
    connect(m_copy, &QPushButton::clicked, this, &WirePane::copyChosen);
    connect(m_clear, &QPushButton::clicked, &m_model, &WireModel::clear);
    fitTable();
    retranslate();
}

void WirePane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitTable();
    QWidget::changeEvent(event);
}

void WirePane::retranslate() {
    m_table->setAccessibleName(tr("Lines on the wire"));
    m_copy->setText(tr("Copy"));
    m_clear->setText(tr("Clear"));
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, WireModel::ColumnCount - 1);
}

// The line gets all the room that the short columns leave, and a few lines are always seen.
void WirePane::fitTable() {
    constexpr int kLetters[] = {14, 12, 10}; // of the columns before the line
    static_assert(std::size(kLetters) == WireModel::Text);
    constexpr int kLeastRows = 4;
    const int letter = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const int rowHeight = fontMetrics().height() + 8;
    for (int column = 0; column < WireModel::Text; ++column)
        m_table->setColumnWidth(column, kLetters[column] * letter);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + kLeastRows * rowHeight);
}

// The chosen lines, or all of them.
void WirePane::copyChosen() {
    QStringList lines;
    const auto chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& index : chosen)
        lines << m_model.textOf(index.row());
    for (int row = 0; chosen.isEmpty() && row < m_model.rowCount(); ++row)
        lines << m_model.textOf(row);
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace keisan::client
