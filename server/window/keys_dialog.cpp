// SPDX-License-Identifier: MIT
#include "server/window/keys_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace keisan::server {

namespace {

// "&Quit" and the Japanese "終了(&Q)" without their mnemonics.
QString plainText(QString text) {
    const qsizetype inBrackets = text.indexOf(QLatin1String("(&"));
    if (inBrackets >= 0)
        text.remove(inBrackets, 4);
    return text.remove(QLatin1Char('&'));
}

QString keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys += key.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

} // namespace

KeysDialog::KeysDialog(const QWidget& window, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("keys"));
    setWindowTitle(tr("Keys"));
    auto* form = new QFormLayout(this);
    for (const QAction* action : window.findChildren<QAction*>())
        if (!action->shortcuts().isEmpty())
            form->addRow(new QLabel(keysOf(*action), this), new QLabel(plainText(action->text()), this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

} // namespace keisan::server
