#include "mentions/actor_raw.hpp"
#include "mentions/fold.hpp"

namespace rashomon::mentions {
namespace {

// "it is clear that", "it rained": an it that stands for nothing.
bool is_empty_it(const Reading& r, std::uint32_t i) {
  const auto& t = r.token(i);
  if (t.dep == "expl") return true;
  if (t.dep != "nsubj" && t.dep != "nsubjpass") return false;
  const auto& verb = r.token(t.head);
  if (verb.lemma != "be" && verb.lemma != "seem" && verb.lemma != "appear" && t.dep != "nsubjpass") return false;
  for (const std::uint32_t c : near_children(r.parse, t.head)) {
    const std::string_view dep = r.token(c).dep;
    if (dep == "ccomp" || dep == "acomp" || dep == "attr" || dep == "xcomp" || dep == "advcl") return true;
  }
  return t.dep == "nsubjpass" || verb.lemma == "be";
}

}  // namespace

void find_actor_pronouns(const Reading& reading, RawActors& raws) {
  const auto& lexicon = reading.actors;
  for (std::uint32_t i = 0; i < reading.size(); ++i) {
    const std::string_view tag = reading.token(i).tag;
    if (raws.at[i] >= 0 || (tag != "PRP" && tag != "PRP$")) continue;
    const std::string_view w = reading.word(i);
    RawActor raw;
    raw.type = RawType::pronoun;
    raw.begin = raw.head = i;
    raw.end = i + 1;
    if (lexicon.is("he", w) || lexicon.is("she", w)) raw.kind = ActorKind::person;
    else if (lexicon.is("they", w)) raw.plural = true;
    else if (!lexicon.is("it", w) || is_empty_it(reading, i)) continue;
    raws.add(raw);
  }
}

}  // namespace rashomon::mentions
