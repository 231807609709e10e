// SPDX-License-Identifier: MIT
#include "client/window/variables_pane.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace keisan::client {

VariablesPane::VariablesPane(const CalculatorClient& client, const SessionVariables& variables,
                             QWidget* parent)
    : QWidget(parent)
    , m_client(client)
    , m_variables(variables)
    , m_table(new QTableView(this))
    , m_words(new QLabel(this)) {
    setObjectName(QStringLiteral("variablesPane"));
    m_table->setObjectName(QStringLiteral("variablesTable"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setSectionResizeMode(VariablesModel::Value, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    m_words->setObjectName(QStringLiteral("variablesWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addWidget(m_words, 1);
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT insertAsked(m_model.name(index.row())); });
    connect(&variables, &SessionVariables::changed, this, &VariablesPane::showVariables);
    connect(&client, &CalculatorClient::stateChanged, this, &VariablesPane::showVariables);
    fitColumns();
    retranslate();
}

void VariablesPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitColumns();
    QWidget::changeEvent(event);
}

bool VariablesPane::eventFilter(QObject* watched, QEvent* event) {
    const QModelIndex current = m_table->currentIndex();
    if (event->type() != QEvent::KeyPress || !current.isValid())
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Delete)
        Q_EMIT deletionAsked(m_model.name(current.row()));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT insertAsked(m_model.name(current.row()));
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

// Names and types are short as a rule; the value gets the rest.
void VariablesPane::fitColumns() {
    constexpr int kNameLetters = 10;
    constexpr int kTypeLetters = 8;
    constexpr int kLeastValueLetters = 12;
    const int letter = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(VariablesModel::Name, kNameLetters * letter);
    m_table->setColumnWidth(VariablesModel::Type, kTypeLetters * letter);
    m_table->setMinimumWidth((kNameLetters + kTypeLetters + kLeastValueLetters) * letter);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void VariablesPane::showVariables() {
    m_model.setVariables(m_variables.variables());
    const QString why = m_model.rowCount() > 0 ? QString() : whyEmpty();
    m_table->setVisible(why.isEmpty());
    m_words->setVisible(!why.isEmpty());
    m_words->setText(why);
}

QString VariablesPane::whyEmpty() const {
    switch (m_client.status().mode) {
    case CalculatorClient::Mode::Structured: return tr("No variables. Try x = 3.");
    case CalculatorClient::Mode::Plain:
        return tr("This server speaks the plain protocol, which does not tell the variables.");
    case CalculatorClient::Mode::Unknown: break;
    }
    return tr("Not connected: variables live on the server.");
}

void VariablesPane::retranslate() {
    m_table->setAccessibleName(tr("Variables"));
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, VariablesModel::ColumnCount - 1);
    showVariables();
}

} // namespace keisan::client
