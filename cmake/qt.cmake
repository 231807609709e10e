# SPDX-License-Identifier: MIT
# keisan_qt_options: keisan_options and the rules every Qt target of ours follows.
add_library(keisan_qt_options INTERFACE)
target_link_libraries(keisan_qt_options INTERFACE keisan_options)
target_compile_definitions(keisan_qt_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING)
