// SPDX-License-Identifier: MIT
#include <QApplication>
#include <QMainWindow>

// The least a Qt program with a window is: what the windows of both programs are measured against.
int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(900, 600);
    window.show();
    return QApplication::exec();
}
