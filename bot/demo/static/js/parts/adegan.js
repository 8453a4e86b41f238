/* A scene: one thought a screen. See parts/scene.py for the view. */

import { bubble, el, paragraphs, quoted, source, steps } from "../dom.js";
import { contacts, cover, INVENTED, notesOf, talk, told } from "../hall.js";

const DRAW = {
  cover,
  narration: (view) => told(view, "narration"),
  chat: (view) => talk(view.bubbles),
  offer: (view) => el("div", { class: "hall" }, offer(view, [], null)),
  question,
  reveal,
  fact: told,
  referral: (view) => told(view, "do"),
  contacts,
  discussion: (view) => told(view, "question"),
  take_home: takeHome,
};

export function render(element, view) {
  const top = el("div", { class: "hall-top" }, el("p", { class: "small soft" }, view.invented ? INVENTED : ""), steps(view.at, view.of));
  element.append(el("div", { class: "hall-frame" }, top, DRAW[view.screen](view)));
}

function offer(view, marks, strong) {
  const words = quoted(view.text, marks, strong);
  return el("blockquote", { class: "offer" }, el("p", { class: "who" }, view.who), words);
}

/* A question beside what it asks about: nobody has to remember it. */
function question(view) {
  const { offers, bubbles, story } = view.beside;
  const asked = el("div", { class: "hall told question" }, el("p", { class: "big" }, view.text));
  if (offers.length > 1) {
    const papers = el("div", { class: "papers" }, offers.map((each) => offer(each, each.marks, null)));
    return el("div", { class: "hall asked-of" }, papers, asked);
  }
  if (offers.length) return el("div", { class: "hall columns asked-of" }, offer(offers[0], offers[0].marks, null), asked);
  if (bubbles.length) {
    const list = el("div", { class: "talk small-talk" }, bubbles.map(({ who, text, side }) => bubble(who, text, side)));
    return el("div", { class: "hall columns asked-of" }, list, asked);
  }
  return story ? el("div", { class: "hall asked-of" }, el("p", { class: "story" }, story), asked) : asked;
}

function reveal(view) {
  const strong = view.flag ? view.flag.id : null;
  return el("div", { class: "hall columns reveal" }, offer(view, view.marks, strong), el("section", { class: "stack" }, beside(view)));
}

function beside(view) {
  if (view.flag) {
    return [
      el("p", { class: "tag" }, `${view.danger ? "Hal" : "Tanda"} ${view.number} dari ${view.flags}`),
      el("h1", {}, view.flag.title),
      el("div", { class: "why" }, paragraphs(view.flag.why)),
      source(view.flag.source),
    ];
  }
  if (view.rest) return [el("p", { class: "big" }, view.rest.text), source(view.rest.source)];
  if (view.danger) {
    return [
      el("p", { class: "tag danger" }, "Ini bukan tawaran kerja"),
      el("h1", { class: "verdict tinggi" }, view.verdict),
      el("p", { class: "big" }, view.danger.text),
      source(view.danger.source),
    ];
  }
  const found = view.flags ? `Mawas menandai ${view.flags} hal di pesan ini.` : "Dari tulisannya saja belum bisa dipastikan. Cek sendiri.";
  return [el("h1", { class: `verdict ${view.risk}` }, view.verdict), el("p", {}, found)];
}

function takeHome(view) {
  return el("div", { class: "hall told home" }, el("p", { class: "tag good" }, "Dibawa pulang"), el("p", { class: "big" }, view.text), source(view.source));
}

/* An offer on the wall can be put into the live chat. */
export function keys(view, act) {
  const isOffer = view.screen === "offer" || view.screen === "reveal";
  return isOffer ? [{ key: "o", label: "bawa pesan ini ke obrolan Mawas", run: () => act.live(view.text) }] : [];
}

export function renderNotes(element, notes, act) {
  notesOf(element, notes, act);
}
