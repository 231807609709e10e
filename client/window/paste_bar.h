// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace keisan::client {

// Asks what is to become of several pasted lines: run one after the other, be joined into one, or nothing.
// Hidden until lines are offered.
class PasteBar : public QFrame {
    Q_OBJECT

public:
    explicit PasteBar(QWidget* parent = nullptr);

    void offer(const QStringList& lines);

Q_SIGNALS:
    void runAsked(const QStringList& lines);
    void joinAsked(const QString& line);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    QPushButton* addButton(const char* name);

    QStringList m_lines;
    QLabel* m_text;
    QPushButton* m_run;
    QPushButton* m_join;
    QPushButton* m_cancel;
};

} // namespace keisan::client
