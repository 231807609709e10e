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

    // Entries of earlier runs, in front of all others.
    void prepend(const QList<HistoryItem>& items);

    // By the user, who may want it back.
    void remove(int row);
    void restore(int row, const HistoryItem& item);
    void setNote(int row, const QString& note);
    void setKept(int row, const HistoryEntry& kept);

    int rowOfSerial(quint64 serial) const; // -1: it is gone

    // The row of an open item; -1 when there is none.
    int rowOf(RequestId request) const;

    const HistoryItem& item(int row) const { return m_entries[static_cast<std::size_t>(row)].item; }
    int answeredCount() const { return m_answered; }

    // How the open ones are doing: shown until they end. The views only have to be painted again.
    void setProgress(const CalculatorClient::Waiting& waiting, bool serverIsBusy);

    // After a change of the language.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void itemEnded(int row); // answered, failed, stopped or lost
    void noteChanged(int row);
    void itemRemoved(const keisan::client::HistoryItem& item);
    void itemRestored(int row);

private:
    struct Entry {
        HistoryItem item;
        HistoryLines lines;
    };

    void insert(int row, const HistoryItem& item);
    void drop(int row);
    void end(RequestId request, ItemState state, qint64 elapsedNs, const QByteArray& answer = {});
    void markSent(RequestId request);
    void markProgress(RequestId request, qint64 bytes);
    Entry entryFor(const HistoryItem& item);
    void composeLines(Entry& entry) const;
    void renew(int row);
    void forgetOldest();
    HistoryLines linesOf(const Entry& entry) const;
    QString waitingText(const HistoryItem& item) const;

    std::deque<Entry> m_entries;
    CalculatorClient::Waiting m_waiting;
    bool m_serverIsBusy = false;
    int m_answered = 0;
    quint64 m_lastSerial = 0;
};

} // namespace keisan::client
