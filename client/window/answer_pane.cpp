// SPDX-License-Identifier: MIT
#include "client/window/answer_pane.h"

#include "client/window/digits_view.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace keisan::client {

namespace {

constexpr int kRowPadding = 8; // above and below the text of a form, together

} // namespace

AnswerPane::AnswerPane(QWidget* parent)
    : QWidget(parent)
    , m_expression(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_table(new QTreeWidget(this))
    , m_advice(new QLabel(this))
    , m_why(new QPushButton(this))
    , m_ask(new QPushButton(this))
    , m_find(new QLineEdit(this))
    , m_digits(new DigitsView(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this)) {
    nameParts();
    buildLayout();
    connectParts();
    fitFonts();
    retranslate();
}

void AnswerPane::nameParts() {
    setObjectName(QStringLiteral("answerPane"));
    m_facts->setObjectName(QStringLiteral("answerFacts"));
    m_table->setObjectName(QStringLiteral("formsTable"));
    m_advice->setObjectName(QStringLiteral("answerAdvice"));
    m_why->setObjectName(QStringLiteral("whyButton"));
    m_ask->setObjectName(QStringLiteral("askServerButton"));
    m_find->setObjectName(QStringLiteral("findField"));
    m_copy->setObjectName(QStringLiteral("copyFormButton"));
    m_save->setObjectName(QStringLiteral("saveAnswerButton"));
}

void AnswerPane::buildLayout() {
    for (QLabel* label : {m_expression, m_facts, m_advice}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    m_table->setHeaderHidden(true);
    m_table->setRootIsDecorated(false);
    m_table->setColumnCount(2);
    m_table->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_table->setIndentation(0);
    m_table->setUniformRowHeights(true);
    m_table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_why->setCheckable(true);
    QSizePolicy keepsItsRoom = m_why->sizePolicy(); // the pane is as wide for an int as for a float
    keepsItsRoom.setRetainSizeWhenHidden(true);
    m_why->setSizePolicy(keepsItsRoom);
    m_find->setClearButtonEnabled(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    buttons->addWidget(m_why);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_expression);
    column->addWidget(m_facts);
    column->addWidget(m_table);
    column->addWidget(m_advice);
    column->addWidget(m_ask, 0, Qt::AlignLeft);
    column->addLayout(buttons);
    column->addWidget(m_find);
    column->addWidget(m_digits, 1);
}

void AnswerPane::connectParts() {
    connect(m_copy, &QPushButton::clicked, this, &AnswerPane::copyForm);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(m_item); });
    connect(m_ask, &QPushButton::clicked, this,
            [this] { Q_EMIT evaluateAsked(QStringLiteral("hex(%1)").arg(m_name)); });
    connect(m_why, &QPushButton::toggled, this, &AnswerPane::askWhy);
    connect(m_find, &QLineEdit::returnPressed, this, &AnswerPane::findNext);
    connect(m_table, &QTreeWidget::itemActivated, this, &AnswerPane::copyForm);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &AnswerPane::showForm);
}

void AnswerPane::showItem(const HistoryItem& item, const QString& name) {
    const bool isSame = item.serial != 0 && item.serial == m_item.serial && item.answer == m_item.answer;
    m_item = item;
    m_name = name;
    if (!isSame)
        fillForms();
    retranslate();
}

void AnswerPane::forgetName() {
    m_name.clear();
    retranslate();
}

// The chosen form, which a row of the table may have no room for; without forms the answer itself.
void AnswerPane::showForm() {
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    if (row >= 0)
        return m_digits->showText(QString::fromLatin1(m_forms[row].text));
    const QString answer = QString::fromUtf8(m_item.answer);
    m_digits->showText(m_item.isWhole()
                           ? answer
                           : answer + QStringLiteral(" … ") + QString::fromUtf8(m_item.kept.answerTail));
}

void AnswerPane::askWhy(bool why) {
    fillForms();
    retranslate();
    const auto reason =
        std::find_if(m_forms.begin(), m_forms.end(), [](const NumberForm& form) { return form.tellsWhy; });
    if (why && reason != m_forms.end())
        m_table->setCurrentItem(m_table->topLevelItem(static_cast<int>(reason - m_forms.begin())));
}

void AnswerPane::fillForms() {
    const bool isNumber = m_item.state == ItemState::Answered && m_item.isWhole();
    m_forms = isNumber ? numberForms(m_item.answer) : QList<NumberForm>();
    if (!m_why->isChecked())
        m_forms.removeIf([](const NumberForm& form) { return form.tellsWhy; });
    const QSignalBlocker shownOnce(m_table); // at the end: a long answer takes a while
    m_table->clear();
    for (const NumberForm& form : m_forms) {
        QString shown = headAndTail(QString::fromLatin1(form.text));
        shown += form.remark.isEmpty() ? QString() : QStringLiteral("   ") + form.remark;
        auto* row = new QTreeWidgetItem(m_table, {form.name, shown});
        row->setFont(1, m_digits->font());
        row->setToolTip(1, shown);
        row->setSizeHint(1, {0, m_digits->fontMetrics().height() + kRowPadding});
    }
    m_table->setVisible(!m_forms.isEmpty());
    m_table->setCurrentItem(m_table->topLevelItem(0));
    showForm();
    // All rows are seen where there is room, and nothing else; a few in a small window.
    constexpr int kLeastRows = 3;
    const int rows = static_cast<int>(m_forms.size());
    const int rowHeight = m_digits->fontMetrics().height() + kRowPadding;
    const int frame = 2 * m_table->frameWidth();
    m_table->setMinimumHeight(rowHeight * std::min(rows, kLeastRows) + frame);
    m_table->setMaximumHeight(rowHeight * rows + frame);
}

void AnswerPane::copyForm() {
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    const bool hasForm = row >= 0 && row < m_forms.size();
    QGuiApplication::clipboard()->setText(hasForm ? QString::fromLatin1(m_forms[row].text)
                                                  : QString::fromUtf8(m_item.answer));
    Q_EMIT said(hasForm            ? tr("Copied: %1").arg(m_forms[row].name)
                : m_item.isWhole() ? tr("Copied")
                                   : tr("Copied only the beginning: the whole answer was not kept"));
}

void AnswerPane::focusFind() {
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

QSize AnswerPane::minimumSizeHint() const {
    constexpr int kLeastLines = 20; // facts, forms, buttons, and a few of the digits
    return {QWidget::minimumSizeHint().width(), kLeastLines * fontMetrics().lineSpacing()};
}

void AnswerPane::findNext() {
    if (!m_digits->findNext(m_find->text().trimmed()))
        Q_EMIT said(tr("Not found in this answer"));
}

void AnswerPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        fillForms();
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        fitFonts();
        fillForms();
    }
    QWidget::changeEvent(event);
}

void AnswerPane::fitFonts() {
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_digits->setFont(fixed);
    m_expression->setFont(fixed);
}

// What kind of answer it is, how long, and what it took.
QString AnswerPane::facts() const {
    if (m_item.state != ItemState::Answered)
        return {};
    const qsizetype digits = digitCount(m_item.answer);
    const qint64 characters = m_item.isWhole() ? m_item.answer.size() : m_item.kept.answerCharacters;
    QStringList facts;
    if (digits > 0 && m_item.isWhole())
        facts << QStringLiteral("int") << tr("exact") << tr("%1 digits").arg(QLocale().toString(digits));
    else if (floatOf(m_item.answer))
        facts << QStringLiteral("float") << tr("64 bits");
    else
        facts << m_item.type << tr("%1 characters").arg(QLocale().toString(characters));
    if (m_item.number > 0)
        facts.prepend(m_name);
    if (m_item.cost >= 0)
        facts << tr("cost %1").arg(QLocale().toString(m_item.cost));
    facts.removeAll(QString());
    return facts.join(QStringLiteral("   "));
}

QString AnswerPane::advice() const {
    if (!m_item.isWhole())
        return tr("Only its two ends were kept. Send it again to see it whole.");
    if (isIntText(m_item.answer) && m_item.answer.size() > kMostConvertedDigits)
        return tr("Other bases of so many digits are the server's work.");
    if (floatOf(m_item.answer) && m_why->isChecked())
        return tr("A float is the binary fraction nearest to what was written. Ints are exact; "
                  "(%1).as_integer_ratio() shows the fraction.")
            .arg(QString::fromUtf8(m_item.answer));
    return {};
}

void AnswerPane::retranslate() {
    const bool isEmpty = m_item.expression.isEmpty();
    const bool isTooLong = isIntText(m_item.answer) && m_item.answer.size() > kMostConvertedDigits;
    m_expression->setText(isEmpty ? tr("Choose an item of the history.") : headAndTail(m_item.expression));
    m_facts->setText(facts());
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_advice->setText(advice());
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_ask->setText(tr("Ask the server: %1").arg(QStringLiteral("hex(%1)").arg(m_name)));
    m_ask->setVisible(isTooLong && m_item.isWhole() && !m_name.isEmpty());
    m_why->setText(tr("Why?"));
    m_why->setToolTip(tr("What the bits of this float really say"));
    m_why->setVisible(floatOf(m_item.answer).has_value());
    m_table->setAccessibleName(tr("Forms of the number"));
    m_digits->setAccessibleName(tr("The whole answer"));
    m_find->setPlaceholderText(tr("Find in this answer"));
    m_find->setToolTip(tr("Enter: the next place"));
    m_find->setAccessibleName(tr("Find in this answer"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    for (QPushButton* button : {m_copy, m_save})
        button->setEnabled(!m_item.answer.isEmpty());
}

} // namespace keisan::client
