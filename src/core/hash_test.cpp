#include "core/hash.hpp"

#include <gtest/gtest.h>

namespace rashomon {

TEST(Sha256, AgreesWithTheStandardsExample) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ContentId, TellsTheBordersOfItsPartsApart) {
  EXPECT_NE(content_id("c", {"ab", "c"}), content_id("c", {"a", "bc"}));
  EXPECT_EQ(content_id("c", {"ab", "c"}).size(), 18U);
}

}  // namespace rashomon
