// SPDX-License-Identifier: MIT
#include "client/window/answer_pane.h"

#include "client/window/digits_view.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace keisan::client {

AnswerPane::AnswerPane(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_table(new QTreeWidget(this))
    , m_advice(new QLabel(this))
    , m_find(new QLineEdit(this))
    , m_digits(new DigitsView(this))
    , m_copy(new QPushButton(this))
    , m_save(new QPushButton(this)) {
    setObjectName(QStringLiteral("answerPane"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("formsTable"));
    m_table->setHeaderHidden(true);
    m_table->setRootIsDecorated(false);
    m_table->setColumnCount(2);
    m_table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_advice->setWordWrap(true);
    m_find->setObjectName(QStringLiteral("findField"));
    m_find->setClearButtonEnabled(true);
    m_copy->setObjectName(QStringLiteral("copyFormButton"));
    m_save->setObjectName(QStringLiteral("saveAnswerButton"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_table, 2);
    column->addWidget(m_advice);
    column->addWidget(m_find);
    column->addWidget(m_digits, 3);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &AnswerPane::copyForm);
    connect(m_save, &QPushButton::clicked, this, &AnswerPane::saveAnswer);
    connect(m_find, &QLineEdit::returnPressed, this, &AnswerPane::findNext);
    connect(m_table, &QTreeWidget::itemActivated, this, &AnswerPane::copyForm);
    fitFonts();
    retranslate();
}

void AnswerPane::showItem(const HistoryItem& item) {
    m_item = item;
    m_digits->showText(QString::fromUtf8(item.answer));
    m_forms =
        item.state == ItemState::Answered && item.isWhole() ? numberForms(item.answer) : QList<NumberForm>();
    fillForms();
    retranslate();
}

void AnswerPane::fillForms() {
    m_table->clear();
    for (const NumberForm& form : m_forms) {
        auto* row = new QTreeWidgetItem(m_table, {form.name, headAndTail(QString::fromLatin1(form.text))});
        row->setFont(1, m_digits->font());
    }
    m_table->setVisible(!m_forms.isEmpty());
    m_table->setCurrentItem(m_table->topLevelItem(0));
}

void AnswerPane::copyForm() {
    const int row = m_table->indexOfTopLevelItem(m_table->currentItem());
    const bool hasForm = row >= 0 && row < m_forms.size();
    QGuiApplication::clipboard()->setText(hasForm ? QString::fromLatin1(m_forms[row].text)
                                                  : QString::fromUtf8(m_item.answer));
    Q_EMIT said(hasForm ? tr("Copied: %1").arg(m_forms[row].name) : tr("Copied"));
}

void AnswerPane::saveAnswer() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the answer"), QStringLiteral("answer.txt"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(m_item.answer + '\n') >= 0 && file.commit();
    Q_EMIT said(isSaved ? tr("Saved as %1").arg(path) : tr("Not saved: %1").arg(file.errorString()));
}

void AnswerPane::findNext() {
    if (!m_digits->findNext(m_find->text().trimmed()))
        Q_EMIT said(tr("Not found in this answer"));
}

void AnswerPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitFonts();
    QWidget::changeEvent(event);
}

void AnswerPane::fitFonts() {
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF());
    m_digits->setFont(fixed);
}

void AnswerPane::retranslate() {
    const QString digits = QLocale().toString(m_item.answer.size());
    m_title->setText(m_item.expression.isEmpty()
                         ? tr("Choose an item of the history.")
                         : tr("%1\n%2 characters").arg(headAndTail(m_item.expression), digits));
    m_table->setAccessibleName(tr("Forms of the number"));
    m_digits->setAccessibleName(tr("The whole answer"));
    m_find->setPlaceholderText(tr("Find in this answer (Enter: next)"));
    m_find->setAccessibleName(tr("Find in this answer"));
    m_copy->setText(tr("Copy"));
    m_save->setText(tr("Save…"));
    const bool isTooLong = isIntText(m_item.answer) && m_item.answer.size() > kMostConvertedDigits;
    m_advice->setText(!m_item.isWhole() ? tr("Only its two ends were kept. Send it again to see it whole.")
                      : isTooLong       ? tr("For hex and binary of so many digits ask the server: hex(_)")
                      : floatOf(m_item.answer)
                          ? tr("A float is the binary fraction nearest to what was written; ints are exact.")
                          : QString());
    m_advice->setVisible(!m_advice->text().isEmpty());
}

} // namespace keisan::client
