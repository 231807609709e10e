// SPDX-License-Identifier: MIT
#pragma once

#include "client/window/history_item.h"

#include <QAbstractListModel>

#include <deque>

namespace keisan::client {

// The expressions of the history with what became of them, oldest first. Views get at most kShownCharacters
// of any text; the whole is in item(). Follows a CalculatorClient's signals once it is told to; sends
// nothing.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum ItemRole { LinesRole = Qt::UserRole + 1, StateRole };

    static constexpr int kMaxItems = 5'000; // the oldest are forgotten first

    explicit HistoryModel(QObject* parent = nullptr);

    void follow(const CalculatorClient& client);

    // A new item at the end: it was submitted under this id.
    void append(const QString& expression, RequestId request);

    void remove(int row);
    void insert(int row, const HistoryItem& item);
    void setNote(int row, const QString& note);

    const HistoryItem& item(int row) const { return m_entries[static_cast<std::size_t>(row)].item; }
    int answeredCount() const { return m_answered; }

    // How the open ones are doing: shown until they end. The views only have to be painted again.
    void setProgress(const CalculatorClient::Waiting& waiting, bool serverIsBusy);

    // After a change of the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        HistoryItem item;
        HistoryLines lines;
    };

    int rowOf(RequestId request) const;
    void end(RequestId request, ItemState state, qint64 elapsedNs, const QByteArray& answer = {});
    void markSent(RequestId request);
    void markProgress(RequestId request, qint64 bytes);
    void composeLines(Entry& entry) const;
    void renew(int row);
    void forgetOldest();
    HistoryLines linesOf(const Entry& entry) const;
    QString waitingText(const HistoryItem& item) const;

    std::deque<Entry> m_entries;
    CalculatorClient::Waiting m_waiting;
    bool m_serverIsBusy = false;
    int m_answered = 0;
};

} // namespace keisan::client
