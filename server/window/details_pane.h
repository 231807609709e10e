// SPDX-License-Identifier: MIT
#pragma once

#include "server/window/models/log_entry.h"

#include <QPlainTextEdit>

#include <optional>

namespace keisan::server {

// Everything about one line of the log, whole texts included. A long text stands in lines of kLineCharacters,
// as one long line would take Qt seconds; what is copied from it is joined again.
class DetailsPane : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int kLineCharacters = 100;

    explicit DetailsPane(QWidget* parent = nullptr);

    void showEntry(const LogEntry* entry); // nullptr: none is chosen

protected:
    QMimeData* createMimeDataFromSelection() const override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    QString headText() const;
    QString requestText() const; // of the head, what only a request has
    void appendText(const QString& title, const QByteArray& text, qint64 bytesAsTheyCame);

    std::optional<LogEntry> m_entry;
};

} // namespace keisan::server
