// SPDX-License-Identifier: MIT
#pragma once

#include <QPlainTextEdit>

namespace keisan::client {

// A text of any length without line breaks, shown in lines of kLineLength with the place of each line in the
// margin: a million digits in one block would take seconds. What is selected is copied without the breaks.
class DigitsView : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int kLineLength = 100;

    explicit DigitsView(QWidget* parent = nullptr);

    void showText(const QString& text);

    // Selects the next occurrence after the cursor, across line ends, and from the start again; false for
    // none.
    bool findNext(const QString& text);

protected:
    QMimeData* createMimeDataFromSelection() const override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintMargin();
    void placeMargin();

    QString m_text;
    QWidget* m_margin;
};

} // namespace keisan::client
