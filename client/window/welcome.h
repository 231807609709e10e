// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace keisan::client {

// What stands in the place of an empty history: what to do, examples that fill the input when clicked, three
// keys.
class Welcome : public QWidget {
    Q_OBJECT

public:
    explicit Welcome(QWidget* parent = nullptr);

Q_SIGNALS:
    void exampleChosen(const QString& expression);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fitFonts();
    void paintAsLinks();

    QLabel* m_title;
    QLabel* m_keys;
};

} // namespace keisan::client
