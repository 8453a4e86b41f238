/* What scenes and role-plays share on the wall and in the facilitator's window.

   cover(view)               title, teaser, the invented people, of which real cases it is made
   talk(bubbles)             the newest chat bubbles, as many as a wall holds
   told(view, kind)          a big sentence with its source
   contacts(view)            whom to contact: names, numbers, dates
   notesOf(element, notes, act)   the facilitator's window: what to say, what comes, messages for the live chat, where to jump */

import { bubble, button, card, el, source } from "./dom.js";

export const INVENTED = "Percakapan rekaan, polanya dari kasus nyata";

export function cover(view) {
  return el(
    "div",
    { class: "hall cover" },
    el("h1", {}, view.title),
    el("p", { class: "teaser" }, view.teaser),
    el("ul", { class: "people" }, view.people.map((person) => el("li", {}, person))),
    el("p", { class: "small soft" }, view.text),
    source(view.source),
  );
}

const MOST_BUBBLES = 3;

export function talk(bubbles) {
  const newest = bubbles.slice(-MOST_BUBBLES);
  const list = el("div", { class: "talk" }, newest.map(({ who, text, side }) => bubble(who, text, side)));
  return el("div", { class: "hall" }, list);
}

export function told(view, kind = "fact") {
  return el("div", { class: `hall told ${kind}` }, el("p", { class: "big" }, view.text), source(view.source));
}

export function contacts(view) {
  return el(
    "div",
    { class: "hall" },
    el("h1", {}, "Siapa yang dihubungi"),
    el(
      "ul",
      { class: "contacts" },
      view.contacts.map(({ name, numbers, rest }) =>
        el("li", { class: "card" }, el("h2", {}, name), numbers.map((number) => el("p", { class: "number-line" }, number)), el("p", { class: "small soft" }, rest)),
      ),
    ),
  );
}

export function notesOf(element, notes, act) {
  element.append(
    ...[
      el("p", { class: "say" }, notes.say),
      notes.more ? el("p", {}, notes.more) : null,
      notes.answer ? card("Yang bisa ditambahkan", el("p", {}, notes.answer.text), source(notes.answer.source)) : null,
      notes.flags?.length ? el("p", {}, `Tanda bahaya: ${notes.flags.join("; ")}`) : null,
      notes.coming ? el("p", { class: "soft" }, `Berikutnya: ${notes.coming}`) : null,
      card("Tokoh", el("ul", {}, notes.people.map((person) => el("li", {}, person)))),
      card(
        "Coba langsung dengan Mawas",
        el("p", { class: "soft" }, "Pesannya masuk ke kolom obrolan. Kirim sendiri. Tekan L untuk kembali ke sini."),
        el("div", { class: "stack" }, notes.live.map((text, index) => button(short(text), () => act.live(text), { id: `live-${index}` }))),
      ),
      card(
        "Loncat ke",
        el("div", { class: "row" }, notes.stations.map(({ go, title, here }) => button(title, () => act("go", go), { id: `go-${go}`, "aria-current": here ? "step" : null }))),
      ),
    ].filter(Boolean),
  );
}

function short(text) {
  const line = text.replace(/\s*\n\s*/g, " / ");
  return line.length > 90 ? `${line.slice(0, 88)}…` : line;
}
