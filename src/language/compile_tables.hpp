#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/mapped_file.hpp"
#include "core/model_file.hpp"
#include "core/result.hpp"
#include "language/msgpack.hpp"

namespace rashomon::language {

/// A file of the package that is one MessagePack value; the value's strings live as long as the file.
struct PackageFile {
  MappedFile file;
  MsgValue value;
};

/// Errors: missing_model, malformed_input naming the file.
[[nodiscard]] Result<PackageFile> read_package_file(const std::string& path);

/// Sections "tokenizer.*": patterns in PCRE2's spelling, special cases. Errors: missing_model, malformed_input.
[[nodiscard]] Result<void> compile_tokenizer(const std::string& package, std::vector<ModelSection>& out);

/// Sections "lexeme.*": normal forms of words. Errors: missing_model, malformed_input.
[[nodiscard]] Result<void> compile_norms(const std::string& package, std::vector<ModelSection>& out);

/// Sections "ruler.*", over the tags and dependency labels given. Errors: missing_model, malformed_input.
[[nodiscard]] Result<void> compile_attribute_rules(const std::string& package, const std::vector<std::string>& tags,
                                                   const std::vector<std::string>& deps,
                                                   std::vector<ModelSection>& out);

/// Sections "lemma.*". Errors: missing_model, malformed_input.
[[nodiscard]] Result<void> compile_lemmas(const std::string& package, std::vector<ModelSection>& out);

/// All strings that an expression of letters, `[…]` and `?` between ^ and $ matches; empty if it is of another kind.
[[nodiscard]] std::vector<std::string> strings_of_pattern(std::string_view expression);

/// A Python regular expression in PCRE2's spelling, for text without white space.
[[nodiscard]] std::string to_pcre2(std::string_view expression);

}  // namespace rashomon::language
