#include "ingest/mail.hpp"

#include <gtest/gtest.h>

#include "ingest/mhtml.hpp"
#include "ingest/mime_header.hpp"
#include "ingest/transfer.hpp"

namespace rashomon::ingest {
namespace {

Result<Document> mail(std::string_view bytes) { return read_mail(read_mime(bytes), {}, {}); }

constexpr std::string_view kNewsletter =
    "Received: from a by b\r\n"
    "From: =?utf-8?q?Tosk_Harbour?= =?utf-8?q?_Watch?= <newsletter@tosk-watch.example>\r\n"
    "Date: Mon, 5 May 2031 23:50:00 -0700\r\n"
    "Subject: =?windows-1251?B?z+7w8iDn4Orw+/I=?=:\r\n bridge closed\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n"
    "This is no part.\r\n--outer\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n"
    "--in\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "The ferry to Lund was stop=\r\nped on Monday, the harbour master said =E2=80=93 again.\r\n"
    "--in\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>See our site.</p>\r\n"
    "--in--\r\n"
    "--outer\r\nContent-Type: application/octet-stream; name=\"list.txt\"\r\nContent-Disposition: attachment;\r\n"
    " filename*=utf-8''f%C3%A4hre.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nVHdvIGZlcnJpZXMu\r\n--outer--\r\n";

TEST(Mail, HeadersAreDecodedAndGiveTheFacts) {
  const auto document = mail(kNewsletter);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->title, "Порт закрыт: bridge closed");
  EXPECT_EQ(document->outlet, "Tosk Harbour Watch");
  EXPECT_EQ(document->published.range.start->iso(), "2031-05-05");
  EXPECT_EQ(document->published.basis, "mail");
  EXPECT_TRUE(document->bylines.empty());
}

TEST(Mail, TheAlternativeThatHoldsTheTextIsTaken) {
  EXPECT_EQ(mail(kNewsletter)->text, "The ferry to Lund was stopped on Monday, the harbour master said – again.");
  const auto page = mail(
      "From: a@b.example\nDate: Mon, 5 May 2031 10:00:00 +0000\n"
      "Content-Type: multipart/alternative; boundary=x\n\n--x\n\nThe ferry sank on Monday.\n--x\n"
      "Content-Type: text/html\n\n<h1>Ferry sinks</h1><p>The ferry sank on Monday.</p>\n--x--\n");
  EXPECT_EQ(page->text, "Ferry sinks\nThe ferry sank on Monday.");
}

TEST(Mail, AttachmentsAreListedWithTheirNamesAndBytes) {
  const Mime mime = read_mime(kNewsletter);
  const MailParts parts = sort_parts(mime);
  ASSERT_EQ(parts.attached.size(), 1U);
  EXPECT_EQ(name_of_part(mime, parts.attached[0]), "fähre.txt");
  EXPECT_EQ(mime.parts[parts.attached[0]].bytes(), "Two ferries.");
}

TEST(Mail, APersonWhoWritesIsAByline) {
  const auto document = mail(
      "From: \"Ann Example\" <ann.example@paper.example>\nSubject: A\nDate: 5 May 2031 10:00 +0000\n\nRain fell.\n");
  EXPECT_EQ(document->bylines, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(document->outlet, "");
}

TEST(Mail, WhatIsCutOffEndsWhereTheBytesEnd) {
  for (std::size_t n = 0; n <= kNewsletter.size(); ++n) {
    const Mime mime = read_mime(kNewsletter.substr(0, n));
    ASSERT_FALSE(mime.parts.empty());
    static_cast<void>(read_mail(mime, {}, {}).has_value());
  }
}

TEST(Mail, NestingPastTheLimitIsNotOpenedAndSaidSo) {
  std::string bytes = "From: a@b.example\nDate: 5 May 2031 10:00 +0000\n";
  for (int i = 0; i < 10'000; ++i)
    bytes += "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
  const Mime mime = read_mime(bytes + "\nRain.\n");
  EXPECT_EQ(mime.limit, "Parts nested more than 64 levels deep are not opened.");
  EXPECT_EQ(mime.parts.size(), 64U);
}

TEST(Mail, ABoundaryOfAnOuterPartEndsTheInnerOnes) {
  const Mime mime = read_mime(
      "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n"
      "--b\n\none\n--a\n\ntwo\n--b\nstill two\n--a--\nend\n");
  ASSERT_EQ(mime.parts.size(), 4U);
  EXPECT_EQ(mime.parts[2].body, "one");
  EXPECT_EQ(mime.parts[3].body, "two\n--b\nstill two");
}

TEST(Mail, ItIsKnownByItsHeaders) {
  EXPECT_TRUE(looks_like_mail(kNewsletter));
  EXPECT_TRUE(looks_like_mail("From bo Mon May  5 10:00:00 2031\nFrom: bo@b.example\nDate: x\n\n"));
  EXPECT_FALSE(looks_like_mail("From: the archive\n\nRain fell."));
  EXPECT_FALSE(looks_like_mail("From: the desk\nDate: 5 May\nRain fell.\n"));
  EXPECT_FALSE(looks_like_mail("Rain fell.\nFrom: a\nDate: b\n"));
  EXPECT_FALSE(looks_like_mhtml(kNewsletter));
}

TEST(Mail, ASavedPageIsItsMainPart) {
  constexpr std::string_view kSaved =
      "From: <Saved by a browser>\nSnapshot-Content-Location: https://post.example/2031/05/05/bridge\nMIME-Version: "
      "1.0\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"----x\"\n\n------x\nContent-Type: text/html\n"
      "Content-Location: https://ads.example/\n\n<p>Buy a boat.</p>\n------x\nContent-Type: text/html; "
      "charset=windows-1252\n"
      "Content-Transfer-Encoding: quoted-printable\nContent-Location: https://post.example/2031/05/05/bridge\n\n"
      "<h1>Caf=E9 closes</h1><p>The bridge fell.</p>\n------x--\n";
  ASSERT_TRUE(looks_like_mhtml(kSaved));
  const auto document = read_mhtml(read_mime(kSaved), {}, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "Café closes\nThe bridge fell.");
  EXPECT_EQ(document->url, "https://post.example/2031/05/05/bridge");
}

TEST(Mail, EncodedWordsThatCutACharacterAreJoined) {
  EXPECT_EQ(header_text("=?utf-8?b?0J8=?=\n =?utf-8?b?0Q==?= =?utf-8?b?gNC40LLQtdGC?= x =?none"),
            "П\xD1\x80ивет x =?none");
  EXPECT_EQ(header_text("=?utf-8?q?a_b?= c"), "a b c");
}

TEST(Mail, TransferEncodingsForgiveWhatIsNone) {
  EXPECT_EQ(base64_decoded("UmFp\r\nbi4*="), "Rain.");
  EXPECT_EQ(quoted_printable_decoded("a=3Db=\r\nc=ZZ=4"), "a=bc=ZZ=4");
  EXPECT_EQ(quoted_printable_decoded("end="), "end");
}

}  // namespace
}  // namespace rashomon::ingest
