// SPDX-License-Identifier: MIT
#include "common/widgets/keys_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

namespace keisan::widgets {

namespace {

QString shortcutsOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys += key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

} // namespace

QString withoutMnemonic(QString text) {
    const qsizetype inBrackets = text.indexOf(QLatin1String("(&"));
    if (inBrackets >= 0)
        text.remove(inBrackets, 4);
    return text.remove(QLatin1Char('&'));
}

KeyList keysOf(const QWidget& window) {
    KeyList keys;
    for (const QAction* action : window.findChildren<QAction*>())
        if (!action->shortcuts().isEmpty())
            keys += qMakePair(shortcutsOf(*action), withoutMnemonic(action->text()));
    return keys;
}

KeysDialog::KeysDialog(const KeyList& keys, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keysDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* table = new QTableWidget(static_cast<int>(keys.size()), 2, this);
    table->setObjectName(QStringLiteral("keysTable"));
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(keys[row].first));
        table->setItem(row, 1, new QTableWidgetItem(keys[row].second));
    }
    table->resizeColumnsToContents();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({}); // it is black, also on a dark ground
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    // As wide as its longest line.
    const int columns =
        table->columnWidth(0) + table->columnWidth(1) + table->verticalScrollBar()->sizeHint().width();
    const QMargins margins = column->contentsMargins();
    const int wanted = columns + 2 * table->frameWidth() + margins.left() + margins.right();
    table->horizontalHeader()->setStretchLastSection(true);
    resize(QSize(wanted, fontMetrics().height() * 28).boundedTo(screen()->availableSize()));
}

} // namespace keisan::widgets
