// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace keisan::client {

// What stands in the place of an empty history: what to do, examples that fill the input when clicked, three
// keys. In a small window the last of these are left out.
class Welcome : public QWidget {
    Q_OBJECT

public:
    explicit Welcome(QWidget* parent = nullptr);

Q_SIGNALS:
    void exampleChosen(const QString& expression);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void retranslate();
    void fitFonts();
    void paintAsLinks();

    QLabel* m_title;
    QList<QPushButton*> m_examples;
    QLabel* m_keys;
};

} // namespace keisan::client
