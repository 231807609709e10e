// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QStringList>

class QWidget;

namespace keisan::client {

class HistoryModel;
struct HistoryItem;

// Asks for a file and writes or reads it: the expressions of a session, one answer in full. Says what came of
// it; a file is written whole or not at all.
class FileDialogs : public QObject {
    Q_OBJECT

public:
    explicit FileDialogs(QWidget& window);

    void saveExpressions(const HistoryModel& history);
    void saveAnswer(const HistoryItem& item);
    void openExpressions(); // then runAsked

Q_SIGNALS:
    void runAsked(const QStringList& expressions);
    void said(const QString& message);

private:
    void save(const QString& title, const QString& suggestedName, const QByteArray& bytes);

    QWidget& m_window;
};

} // namespace keisan::client
