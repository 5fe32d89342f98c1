#include "core/data.hpp"

#include <gtest/gtest.h>

namespace rashomon {

TEST(ReadTable, KeepsEmptyCellsAndSkipsComments) {
  const auto rows = read_table("# head\na\t\tc\r\n\nlast");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (std::vector<std::string_view>{"a", "", "c"}));
  EXPECT_EQ(rows[1], (std::vector<std::string_view>{"last"}));
}

}  // namespace rashomon
