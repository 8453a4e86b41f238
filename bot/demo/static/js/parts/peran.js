/* A role-play: a recruiter writes, the hall chooses, the trick is named. See parts/roleplay.py for the view. */

import { bubble, button, el, quoted, source } from "../dom.js";
import { contacts, cover, INVENTED, notesOf, talk, told } from "../hall.js";

const DRAW = {
  cover,
  story: (view) => told(view, "narration"),
  chat: (view) => talk(view.bubbles),
  choose,
  reply,
  trick,
  answers,
  refuse: (view) => sentences(view.sentences),
  tally,
  happened: (view) => el("div", { class: "hall told" }, el("p", { class: "tag" }, "Yang benar terjadi"), el("p", { class: "big" }, view.text), source(view.source)),
  referral: (view) => told(view, "do"),
  contacts,
};

export function render(element, view, act) {
  const top = el("div", { class: "hall-top" }, path(view), el("p", { class: "small soft" }, view.invented ? INVENTED : ""));
  element.append(el("div", { class: "hall-frame" }, top, DRAW[view.screen](view, act)));
}

/* The stages as a path, so that the hall sees how far the talk has come. */
function path({ stages, stage }) {
  return el(
    "ol",
    { class: "path", "aria-label": "Tahap perekrut" },
    stages.map((name, index) => el("li", { class: index < stage ? "done" : "", "aria-current": index === stage ? "step" : null }, name)),
  );
}

function choose(view, act) {
  return el(
    "div",
    { class: "hall stack" },
    el("h1", {}, view.question),
    el(
      "ol",
      { class: "options" },
      view.options.map(({ id, text, chosen, votes }, index) =>
        el(
          "li",
          {},
          button(text, () => act("choose", id), { id: `answer-${id}`, hotkey: String(index + 1), data: { mark: chosen ? "chosen" : "" } }),
          votes ? el("span", { class: "small soft" }, `${votes} suara HP`) : null,
        ),
      ),
    ),
  );
}

function reply(view) {
  return el("div", { class: "hall stack" }, view.bubbles.map(({ who, text, side }) => bubble(who, text, side)), el("p", { class: "card point" }, view.text), source(view.source));
}

function trick(view) {
  return el(
    "div",
    { class: "hall columns" },
    el("blockquote", { class: "offer" }, quoted(view.said, view.marks)),
    el(
      "section",
      { class: "stack" },
      el("p", { class: "tag danger" }, "Tipu dayanya"),
      el("h1", {}, view.name),
      el("p", {}, view.text),
      source(view.source),
    ),
  );
}

function answers(view) {
  return el(
    "div",
    { class: "hall stack" },
    el("h1", {}, "Jawaban mana yang melindungi?"),
    el(
      "ol",
      { class: "answers" },
      view.options.map(({ text, protects, chosen }) =>
        el(
          "li",
          { class: "card", data: { mark: protects ? "right" : "" } },
          el("p", {}, text),
          el("p", { class: "verdict-line" }, protects ? "✓ melindungi" : "belum melindungi", chosen ? ", pilihan balai" : ""),
        ),
      ),
    ),
  );
}

function sentences(list) {
  return el(
    "div",
    { class: "hall told" },
    el("p", { class: "tag good" }, "Kalimat siap pakai"),
    list.map((sentence) => el("p", { class: "big" }, `“${sentence}”`)),
    el("p", { class: "small soft" }, "Ucapkan bersama-sama."),
  );
}

function tally(view) {
  const chosen = view.kept.length ? `Di tahap: ${view.kept.join(", ")}.` : "Tidak apa-apa. Sekarang kita tahu tipu dayanya.";
  return el(
    "div",
    { class: "hall told" },
    el("p", { class: "big" }, `Balai memilih jawaban yang melindungi di ${view.protected} dari ${view.rounds} tahap`),
    el("p", {}, chosen),
  );
}

/* Digits choose while the hall is asked. */
export function keys(view) {
  if (view.screen !== "choose") return [];
  return view.options.map(({ id, text }, index) => ({ key: String(index + 1), label: `pilih "${text}"`, do: "choose", value: id }));
}

export function renderNotes(element, notes, act) {
  notesOf(element, notes, act);
}
