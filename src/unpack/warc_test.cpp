#include "unpack/warc.hpp"

#include <gtest/gtest.h>

#include "unpack/http.hpp"
#include "unpack/inflate.hpp"
#include "unpack/test_archives.hpp"

namespace rashomon::unpack {
namespace {

// "number:type block;" of every record, the error in its place.
std::string records(Source& source, std::size_t largest = 1 << 20) {
  std::string out;
  read_warc(source, [&](Result<WarcRecord>&& record, std::size_t number) {
    const auto block = record ? record->block(largest) : tl::unexpected(record.error());
    out +=
        std::to_string(number) + ":" + (block ? record->type + " " + std::string(*block) : block.error().message) + ";";
    return true;
  });
  return out;
}

std::string records(std::string_view bytes, std::size_t largest = 1 << 20) {
  MemorySource source(bytes);
  return records(source, largest);
}

TEST(Warc, ReadsRecordsOfAllTypes) {
  const std::string bytes =
      warc_record("warcinfo", "", "software: x") + warc_record("response", "<https://a.example/>", "HTTP/1.1");
  EXPECT_EQ(records(bytes), "1:warcinfo software: x;2:response HTTP/1.1;");
  MemorySource source(bytes);
  read_warc(source, [&](Result<WarcRecord>&& record, std::size_t number) {
    if (number == 2) {
      EXPECT_EQ(record->uri, "https://a.example/");
    }
    EXPECT_EQ(record->date, "2021-03-04T05:06:07Z");
    return true;
  });
}

TEST(Warc, GoesOnBehindDamage) {
  const std::string first = warc_record("resource", "u", "one"), second = warc_record("resource", "u", "two");
  EXPECT_EQ(records(first + "stray bytes\nmore\n" + second),
            "1:resource one;2:There are bytes between records that belong to none.;3:resource two;");
  EXPECT_EQ(records("WARC/1.0\r\nWARC-Type: resource\r\n\r\nlost\r\n\r\n" + second),
            "1:The record states no length.;2:resource two;");
  EXPECT_EQ(records(first + second.substr(0, second.size() - 6)),
            "1:resource one;2:The archive ends within the record.;");
}

TEST(Warc, TellsThatItIsCutWhetherOrNotTheBlockIsAskedFor) {
  const std::string bytes = warc_record("resource", "u", std::string(200'000, 'x')).substr(0, 150'000);
  MemorySource source(bytes);
  std::string out;
  read_warc(source, [&](Result<WarcRecord>&& record, std::size_t number) {
    out +=
        std::to_string(number) + ":" + (record ? std::to_string(record->head().size()) : record.error().message) + ";";
    return true;
  });
  EXPECT_EQ(out, "1:65536;1:The archive ends within the record.;");
  EXPECT_EQ(records(bytes), "1:The archive ends within the record.;");
}

TEST(Warc, PassesOverWhatIsTooLarge) {
  EXPECT_EQ(records(warc_record("resource", "u", std::string(200, 'x')) + warc_record("resource", "u", "two"), 100),
            "1:It is larger than 100 bytes.;2:resource two;");
}

TEST(Warc, LosesOneRecordToADamagedMember) {
  std::string damaged = gzipped(warc_record("resource", "u", "two"));
  damaged[damaged.size() / 2] ^= 0x3F;
  const std::string bytes =
      gzipped(warc_record("resource", "u", "one")) + damaged + gzipped(warc_record("resource", "u", "three"));
  MemorySource source(bytes);
  Budget budget;
  InflateSource inflated(source, Wrapping::gzip, budget);
  const std::string found = records(inflated);
  EXPECT_TRUE(found.starts_with("1:resource one;2:")) << found;
  EXPECT_TRUE(found.ends_with(":resource three;")) << found;
}

std::string body_of(const std::string& headers, const std::string& body) {
  const std::string message = "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
  const auto response = parse_http(message);
  if (!response) return response.error().message;
  Budget budget;
  const auto decoded = decode_body(*response, 1 << 20, budget);
  return decoded ? *decoded : "error: " + decoded.error().message;
}

TEST(Http, TakesCodingsAway) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzipped("a page")), "a page");
  EXPECT_EQ(body_of("content-encoding: deflate\r\n", deflated("a page", -15)), "a page");
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", zstded("a page")), "a page");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "4;x=y\r\na pa\r\n2\r\nge\r\n0\r\n\r\n"), "a page");
  EXPECT_EQ(body_of("Content-Encoding: lzma\r\n", "?"), "error: Its body is encoded as \"lzma\", which is not read.");
}

TEST(Http, TakesABodyAsItIsThatWasStoredDecoded) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", "<p>a page</p>"), "<p>a page</p>");
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", "<p>a page</p>"), "<p>a page</p>");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "<p>a page</p>"), "<p>a page</p>");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "fee\nfie"), "fee\nfie") << "text of hexadecimal digits";
}

TEST(Headers, ReadParametersAndFoldedLines) {
  const Headers headers =
      Headers::parse("Content-Type: multipart/mixed;\r\n boundary=\"a;b\"; charset=KOI8-R\r\n\r\nX: no");
  EXPECT_EQ(main_value(headers.get("content-type")), "multipart/mixed");
  EXPECT_EQ(parameter(headers.get("CONTENT-TYPE"), "boundary"), "a;b");
  EXPECT_EQ(parameter(headers.get("Content-Type"), "charset"), "KOI8-R");
  EXPECT_EQ(headers.get("X"), "");
}

}  // namespace
}  // namespace rashomon::unpack
