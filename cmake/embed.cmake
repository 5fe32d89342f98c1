# Script: writes a C++ file that carries data files as they are (.incbin) and names them in a table.
# -DROOM= room  -DFILES= paths below BASE joined by |  -DBASE= the data folder  -DOUT= the file to write
string(REPLACE "|" ";" FILES "${FILES}")
set(text "// Generated from data/${ROOM}: do not edit.\n#include \"core/data.hpp\"\n\n")
set(table "")
set(n 0)
foreach(f IN LISTS FILES)
  set(symbol rashomon_data_${ROOM}_${n})
  file(SHA256 ${BASE}/${f} hash)
  string(APPEND text "// ${hash}\n"
    "asm(\".section .rodata\\n.balign 16\\n${symbol}_begin:\\n.incbin \\\"${BASE}/${f}\\\"\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
    "extern \"C\" const char ${symbol}_begin[];\nextern \"C\" const char ${symbol}_end[];\n")
  string(APPEND table "    {\"${f}\", ${symbol}_begin, ${symbol}_end, \"${hash}\"},\n")
  math(EXPR n "${n} + 1")
endforeach()
string(APPEND text "\nnamespace rashomon::embedded {\nstd::span<const DataFile> files_${ROOM}() {\n"
  "  static const DataFile kFiles[] = {\n${table}  };\n  return kFiles;\n}\n}  // namespace rashomon::embedded\n")
file(WRITE ${OUT} "${text}")
