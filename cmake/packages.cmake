# Third-party libraries: Debian's packages, named once here (docs/dependencies.md says why each).
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(DEFLATE REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
include(lexbor)  # the HTML parser: Debian 12 lacks it, tools/setup fetches its source
add_library(rapidjson INTERFACE)  # Debian's package has headers and no target
set(rapidjson ${RAPIDJSON_INCLUDE_DIRS})
include(rapidjson_patched)  # RapidJSON 1.1 without two lines that Clang, clang-tidy and UBSan refuse
target_include_directories(rapidjson SYSTEM INTERFACE ${rapidjson})
if(RASHOMON_TESTS)
  find_package(GTest REQUIRED)
endif()

# What each room links beyond the rooms it uses. A third-party header may be included only in a room listed with it.
set(RASHOMON_LINKS_every fmt::fmt tl::expected)
set(RASHOMON_LINKS_core rapidjson OpenSSL::Crypto PkgConfig::XXHASH ICU::uc Threads::Threads)
set(RASHOMON_LINKS_unpack ZLIB::ZLIB PkgConfig::DEFLATE PkgConfig::ZSTD PkgConfig::BROTLI)
set(RASHOMON_LINKS_ingest rapidjson lexbor ICU::uc ICU::i18n)
set(RASHOMON_LINKS_language rapidjson PkgConfig::PCRE2 ICU::uc)
set(RASHOMON_LINKS_mentions rapidjson ICU::uc)
set(RASHOMON_LINKS_store rapidjson SQLite::SQLite3)
set(RASHOMON_LINKS_publish rapidjson)
set(RASHOMON_LINKS_app ZLIB::ZLIB)
