#include "language/conllu.hpp"

#include <gtest/gtest.h>

namespace rashomon::language {
namespace {

TEST(ToConllu, WritesOneWordLineAToken) {
  const std::string text = "In Aleppo\n\nShells";
  Parse parse;
  parse.tokens = {{{0, 2}, "IN", "ADP", "", "in", "ROOT", 0, 0, 2, 0, "", false, true},
                  {{3, 9}, "NNP", "PROPN", "Number=Sing", "Aleppo", "pobj", 0, 1, 2, 0, "GPE", true, false},
                  {{9, 11}, "_SP", "SPACE", "", "\n\n", "dep", 1, 2, 2, 0, "", false, false},
                  {{11, 17}, "NNS", "NOUN", "Number=Plur", "shell", "ROOT", 3, 3, 3, 1, "", false, false}};
  parse.sentences = {{{0, 11}, 0, 3}, {{11, 17}, 3, 4}};
  EXPECT_EQ(to_conllu(text, parse),
            "# sent_id = 1\n# text = In Aleppo  \n"
            "1\tIn\tin\tADP\tIN\t_\t0\tROOT\t_\tBytes=0:2\n"
            "2\tAleppo\tAleppo\tPROPN\tNNP\tNumber=Sing\t1\tpobj\t_\tBytes=3:9|NER=B-GPE|SpaceAfter=No\n"
            "3\t\\n\\n\t\\n\\n\tSPACE\t_SP\t_\t2\tdep\t_\tBytes=9:11|SpaceAfter=No\n\n"
            "# sent_id = 2\n# text = Shells\n"
            "1\tShells\tshell\tNOUN\tNNS\tNumber=Plur\t0\tROOT\t_\tBytes=11:17|SpaceAfter=No\n\n");
}

}  // namespace
}  // namespace rashomon::language
