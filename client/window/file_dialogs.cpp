// SPDX-License-Identifier: MIT
#include "client/window/file_dialogs.h"

#include "client/window/history_model.h"
#include "client/window/session_file.h"

#include <QFile>
#include <QFileDialog>
#include <QSaveFile>

namespace keisan::client {

FileDialogs::FileDialogs(QWidget& window) : QObject(&window), m_window(window) {}

void FileDialogs::saveExpressions(const HistoryModel& history) {
    QStringList expressions;
    for (int row = 0; row < history.rowCount(); ++row)
        expressions << history.item(row).expression;
    save(tr("Save the expressions"), QStringLiteral("session.txt"), writeSession(expressions));
}

void FileDialogs::saveAnswer(const HistoryItem& item) {
    if (!item.isWhole())
        return Q_EMIT said(tr("Not saved: only the two ends of this answer were kept. Send it again."));
    save(tr("Save the answer"), QStringLiteral("answer.txt"), item.answer + '\n');
}

void FileDialogs::openExpressions() {
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Run expressions from a file"));
    QFile file(path);
    if (path.isEmpty())
        return;
    if (!file.open(QIODevice::ReadOnly))
        return Q_EMIT said(tr("Not opened: %1").arg(file.errorString()));
    Q_EMIT runAsked(readSession(file.readAll()));
}

void FileDialogs::save(const QString& title, const QString& suggestedName, const QByteArray& bytes) {
    const QString path = QFileDialog::getSaveFileName(&m_window, title, suggestedName);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const bool isSaved = file.open(QIODevice::WriteOnly) && file.write(bytes) >= 0 && file.commit();
    Q_EMIT said(isSaved ? tr("Saved as %1").arg(path) : tr("Not saved: %1").arg(file.errorString()));
}

} // namespace keisan::client
