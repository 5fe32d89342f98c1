#include "ingest/charset.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "core/data.hpp"
#include "ingest/chars.hpp"

namespace rashomon::embedded {
std::span<const DataFile> files_ingest();
}

namespace rashomon::ingest {
namespace {

constexpr std::size_t kUtf16Within = 4096;  // bytes in which the pattern of UTF-16 is looked for

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

Converter open(const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::unordered_map<std::string_view, std::string_view> read_labels() {
  std::unordered_map<std::string_view, std::string_view> out;
  for (const auto& row : read_table(find_data(embedded::files_ingest(), "ingest/charsets.tsv")))
    for (std::size_t i = 0; i < row[1].size();) {
      const std::size_t stop = std::min(row[1].find(' ', i), row[1].size());
      out.emplace(row[1].substr(i, stop - i), row[0]);
      i = stop + 1;
    }
  return out;
}

std::size_t count_errors(std::string_view text) {
  std::size_t n = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]), b = static_cast<unsigned char>(text[i + 1]);
    n += a == 0xC2 && b < 0xA0;  // C1 controls
    n += a == 0xEF && b == 0xBF && i + 2 < text.size() && static_cast<unsigned char>(text[i + 2]) == 0xBD;
  }
  return n;
}

}  // namespace

std::string charset_of_label(std::string_view label) {
  static const auto labels = read_labels();
  const auto skip = [](char c) { return c == '"' || c == '\'' || static_cast<unsigned char>(c) <= ' '; };
  while (!label.empty() && skip(label.front())) label.remove_prefix(1);
  while (!label.empty() && skip(label.back())) label.remove_suffix(1);
  const auto found = labels.find(lower_ascii(label.substr(0, 64)));
  return found == labels.end() ? std::string() : std::string(found->second);
}

std::optional<Decoded> decode(std::string_view bytes, std::string_view charset) {
  const Converter from = open(std::string(charset)), to = open("UTF-8");
  if (!from || !to) return {};
  Decoded out;
  out.text.reserve(bytes.size() + bytes.size() / 2);
  const char* in = bytes.data();
  const char* const in_end = in + bytes.size();
  UChar pivot[1024];
  UChar *pivot_in = pivot, *pivot_out = pivot;
  char buffer[4096];
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool reset = true; status == U_BUFFER_OVERFLOW_ERROR; reset = false) {
    char* at = buffer;
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &at, buffer + sizeof buffer, &in, in_end, pivot, &pivot_in, &pivot_out,
                   pivot + 1024, reset, true, &status);
    out.text.append(buffer, static_cast<std::size_t>(at - buffer));
  }
  std::size_t replaced = 0;
  out.text = valid_utf8(out.text, replaced);
  out.errors = count_errors(out.text);
  return out;
}

std::string_view marked_charset(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "UTF-8";
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "UTF-32LE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "UTF-32BE";
  return {};
}

std::string_view unmarked_utf16(std::string_view bytes) {
  // In the alphabets' part of Unicode one byte of each pair is small; text has hardly any bytes below a blank else.
  const std::string_view head = bytes.substr(0, kUtf16Within & ~std::size_t{1});
  if (head.size() < 8 || bytes.size() % 2 != 0) return {};
  std::size_t first = 0, second = 0;
  const auto is_high = [](char c) { return static_cast<unsigned char>(c) < 0x09; };
  for (std::size_t i = 0; i + 1 < head.size(); i += 2) first += is_high(head[i]), second += is_high(head[i + 1]);
  const std::size_t pairs = head.size() / 2;
  if (second * 10 > pairs * 7 && first * 10 < pairs) return "UTF-16LE";
  if (first * 10 > pairs * 7 && second * 10 < pairs) return "UTF-16BE";
  return {};
}

}  // namespace rashomon::ingest
