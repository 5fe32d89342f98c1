# Third-party libraries: Debian's packages, named once here (docs/dependencies.md says why each).
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ICU REQUIRED COMPONENTS uc)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
if(RASHOMON_TESTS)
  find_package(GTest REQUIRED)
endif()

# What each room links beyond the rooms it uses. A third-party header may be included only in a room listed with it.
set(RASHOMON_LINKS_core fmt::fmt tl::expected OpenSSL::Crypto PkgConfig::XXHASH ICU::uc Threads::Threads)
set(RASHOMON_LINKS_language PkgConfig::PCRE2 ICU::uc)
set(RASHOMON_LINKS_store SQLite::SQLite3)
