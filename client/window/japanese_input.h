// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace keisan::client {

// What an input method or the clipboard brings, made into what the language reads: full-width ASCII, the wide
// space, and the lookalikes of - * / . , become their ASCII twins. One code point to one, so that positions
// hold; not NFKC, which would turn 3² into 32. Inside string literals nothing changes, and a ー or ・ between
// letters is a letter. `before` and `after` are the texts around the place where it is inserted.
QString plainInput(const QString& inserted, const QString& before = {}, const QString& after = {});

} // namespace keisan::client
