# A copy of Debian's RapidJSON 1.1 headers with two lines mended as later versions of it have them; sets `rapidjson`.
# - document.h assigns a const member in a template that nobody uses: Clang 19 refuses it.
# - stack.h adds an offset to a null pointer while the stack is empty: UBSan refuses it.
set(patched ${CMAKE_BINARY_DIR}/rapidjson_patched)
file(COPY ${rapidjson}/rapidjson DESTINATION ${patched} PATTERN document.h EXCLUDE PATTERN stack.h EXCLUDE)
function(mend_line file before after)
  file(READ ${rapidjson}/rapidjson/${file} text)
  string(REPLACE "${before}" "${after}" text "${text}")
  set(there "")
  if(EXISTS ${patched}/rapidjson/${file})
    file(READ ${patched}/rapidjson/${file} there)
  endif()
  if(NOT there STREQUAL text)  # a new time stamp would build everything again
    file(WRITE ${patched}/rapidjson/${file} "${text}")
  endif()
endfunction()
mend_line(document.h "{ s = rhs.s; length = rhs.length; }" "= delete;")
mend_line(internal/stack.h "stackTop_ + sizeof(T) * count > stackEnd_" "sizeof(T) * count > static_cast<std::size_t>(stackEnd_ - stackTop_)")
set(rapidjson ${patched})
