#include "ingest/encoding.hpp"

#include <gtest/gtest.h>

#include "ingest/charset.hpp"
#include "ingest/ingest.hpp"
#include "ingest/invisible.hpp"

namespace rashomon::ingest {
namespace {

using Warnings = std::vector<std::string>;

/// `text` in a legacy charset whose letters are at those offsets from Unicode: enough for one alphabet.
std::string shifted(std::u32string_view text, char32_t from, unsigned to) {
  std::string out;
  for (const char32_t c : text) out.push_back(static_cast<char>(c < 0x80 ? c : c - from + to));
  return out;
}

constexpr std::u32string_view kRussian = U"Мост закрыт вчера утром, люди ушли домой.";
constexpr std::string_view kRussianUtf8 = "Мост закрыт вчера утром, люди ушли домой.";

TEST(Encoding, CyrillicIsToldApartWithoutADeclaration) {
  Warnings warnings;
  EXPECT_EQ(text_of_bytes(shifted(kRussian, 0x410, 0xC0), warnings), kRussianUtf8);  // windows-1251
  EXPECT_EQ(text_of_bytes(shifted(kRussian, 0x410, 0xB0), warnings), kRussianUtf8);  // ISO-8859-5
  EXPECT_EQ(warnings, (Warnings{"The text was converted from windows-1251 to UTF-8.",
                                "The text was converted from ISO-8859-5 to UTF-8."}));
}

TEST(Encoding, ArabicAndTurkishCodePagesAreDetected) {
  Warnings warnings;
  // "The bridge was closed yesterday morning, the minister said."
  EXPECT_EQ(text_of_bytes("\xC3\xDB\xE1\xDE \xC7\xE1\xCC\xD3\xD1 \xD5\xC8\xC7\xCD \xC3\xE3\xD3\xA1 \xDE\xC7\xE1 "
                          "\xC7\xE1\xE6\xD2\xED\xD1.",
                          warnings),
            "أغلق الجسر صباح أمس، قال الوزير.");
  EXPECT_EQ(
      text_of_bytes("K\xF6pr\xFC d\xFCn kapat\xFDld\xFD, \xFEimdi ula\xFE\xFDm yok, da\xF0 yolu a\xE7\xFDk.", warnings),
      "Köprü dün kapatıldı, şimdi ulaşım yok, dağ yolu açık.");
  EXPECT_EQ(warnings[0], "The text was converted from windows-1256 to UTF-8.");
  EXPECT_EQ(warnings[1], "The text was converted from windows-1254 to UTF-8.");
}

TEST(Encoding, Utf16IsReadWithAndWithoutAMark) {
  std::string little, big;
  for (const char32_t c : kRussian) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  Warnings warnings;
  EXPECT_EQ(text_of_bytes(little, warnings), kRussianUtf8);
  EXPECT_EQ(text_of_bytes(big, warnings), kRussianUtf8);
  EXPECT_EQ(page_of_bytes("\xFE\xFF" + big, warnings), kRussianUtf8);
}

TEST(Encoding, ADeclarationThatDoesNotDecodeIsNotFollowed) {
  Warnings warnings;
  const std::string page = "<meta charset='shift_jis'><p>" + shifted(kRussian, 0x410, 0xC0) + "</p>";
  EXPECT_NE(page_of_bytes(page, warnings).find(kRussianUtf8), std::string::npos);
  ASSERT_EQ(warnings.size(), 2U);
  EXPECT_EQ(warnings[0], "The declared charset windows-31j does not decode the bytes.");
  EXPECT_EQ(warnings[1], "The page was read as windows-1251, which was detected.");
}

TEST(Encoding, TheTransportsCharsetGoesBeforeThePages) {
  Warnings warnings;
  EXPECT_EQ(page_of_bytes("<meta charset=windows-1252><p>\xCF\xEE\xF0\xF2</p>", warnings, "Windows-1251").substr(27),
            "<p>Порт</p>");
  EXPECT_TRUE(warnings.empty());
}

TEST(Encoding, AnUnknownDeclarationIsAWarning) {
  Warnings warnings;
  EXPECT_EQ(page_of_bytes("<meta charset=klingon><p>caf\xE9</p>", warnings).substr(22), "<p>café</p>");
  EXPECT_EQ(warnings.front(), "The declared charset klingon is not known.");
}

TEST(Encoding, ValidUtf8StaysWhateverIsDeclared) {
  Warnings warnings;
  EXPECT_EQ(text_of_bytes("Café – Ärger", warnings, "iso-8859-1"), "Café – Ärger");
  EXPECT_TRUE(warnings.empty());
}

TEST(Encoding, DamagedUtf8KeepsItsLetters) {
  Warnings warnings;
  EXPECT_EQ(text_of_bytes("Порт закрыт \xD0", warnings), "Порт закрыт \uFFFD");
  EXPECT_EQ(warnings, Warnings{"1 ill-formed UTF-8 sequences were replaced by U+FFFD."});
}

TEST(Encoding, LabelsAreThoseOfBrowsers) {
  EXPECT_EQ(charset_of_label(" \"ISO-8859-1\""), "windows-1252");
  EXPECT_EQ(charset_of_label("latin5"), "windows-1254");
  EXPECT_EQ(charset_of_label("no such"), "");
}

TEST(Encoding, EveryLabelOfTheTableHasAConverter) {
  for (const std::string_view label :
       {"utf-8",       "utf-16",   "cp1250", "cp1251",      "latin1",  "cp1253",    "latin5",
        "cp1255",      "cp1256",   "cp1257", "cp1258",      "tis-620", "latin2",    "latin3",
        "latin4",      "cyrillic", "arabic", "greek",       "hebrew",  "latin6",    "iso-8859-13",
        "iso-8859-14", "latin9",   "koi8-r", "koi8-u",      "cp866",   "macintosh", "x-mac-cyrillic",
        "gbk",         "big5",     "euc-jp", "iso-2022-jp", "sjis",    "euc-kr"})
    EXPECT_TRUE(decode("abc", charset_of_label(label))) << label;
}

TEST(Encoding, InvisibleCharactersOfATextAreKeptAndCounted) {
  const auto document = read_text("Rain\u202E fell\u200B on\x01 Tosk\uFEFF.", {});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "Rain\u202E fell\u200B on\x01 Tosk\uFEFF.");
  EXPECT_EQ(document->warnings.front(),
            "The text holds 1 bidirectional control, 2 zero-width characters and 1 control character; they are kept.");
}

TEST(Encoding, InvisibleCharactersOfAPageAreLeftOutAndCounted) {
  const auto document = read_html("<p>Rain&#8238; fell\u200B on&shy; Tosk.</p>", {});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "Rain fell on Tosk.");
  EXPECT_EQ(document->warnings.front(),
            "The text held 1 bidirectional control and 2 zero-width characters; they were left out.");
}

}  // namespace
}  // namespace rashomon::ingest
