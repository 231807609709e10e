// SPDX-License-Identifier: MIT
#pragma once

namespace keisan::eval::oracle {

// Whether this machine's C library computes the functions of <cmath> to the same last digit as the one the
// corpora were made with, at the sample points of corpus/libm.txt.
bool isReferenceCLibrary();

} // namespace keisan::eval::oracle
