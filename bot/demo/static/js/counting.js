/* Counting hands, for the quiz and the check: a tile a choice with a field for the number, a bar that grows, and votes of handsets.

   Keyboard: the digits 1 to 9 put the cursor into the field of a choice (`countKeys`); Enter keeps the number and goes to the next field;
   after the last one the arrow keys step again. */

import { button, el, source } from "./dom.js";

const percent = (value, of) => (of > 0 ? Math.round((100 * value) / of) : 0);

export function counting(view, act) {
  return [
    el("div", { class: "tiles" }, view.choices.map((choice, index) => tile(choice, index, view, act))),
    el("p", { class: "small soft" }, view.counted ? `Terhitung ${view.counted} jawaban.` : "Angkat tangan, lalu ketik jumlahnya."),
  ];
}

function tile(choice, index, view, act) {
  const field = el("input", {
    id: `count-${choice.id}`,
    class: "hands",
    type: "text",
    inputmode: "numeric",
    autocomplete: "off",
    maxlength: 4,
    "aria-label": `Jumlah tangan untuk ${choice.text}`,
    value: choice.hands === null ? "" : choice.hands,
    on: {
      change: () => keep(field, choice, act),
      keydown: (event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        const next = view.choices[index + 1];
        keep(field, choice, act);
        field.blur();
        if (next) document.getElementById(`count-${next.id}`)?.focus();
      },
    },
  });
  return el(
    "div",
    { class: "tile" },
    el("label", { for: field.id }, el("kbd", { "aria-hidden": "true" }, String(index + 1)), el("span", {}, choice.text)),
    field,
    el("span", { class: "bar", css: { "--share": `${percent(choice.total, view.counted)}%` }, "aria-hidden": "true" }),
    el("span", { class: "votes small soft" }, choice.votes ? `HP: ${choice.votes}` : ""),
  );
}

function keep(field, choice, act) {
  const typed = field.value.trim();
  const before = choice.hands === null ? "" : String(choice.hands);
  if (typed === "" || typed === before) return;
  choice.hands = typed;
  act("count", { choice: choice.id, n: /^\d{1,4}$/.test(typed) ? Number(typed) : typed });
}

/* Keys that put the cursor into a field; for `keys` of a part. */
export function countKeys(view) {
  if (view.screen !== "soal") return [];
  return view.choices.map((choice, index) => ({ key: String(index + 1), label: `isi jumlah "${choice.text}"`, run: () => document.getElementById(`count-${choice.id}`)?.focus() }));
}

/* The facilitator's window: what to say, the answer, the counts. */
export function talk(element, notes, act) {
  element.append(
    ...[
      el("p", {}, notes.say),
      notes.answer ? el("section", { class: "card" }, el("h2", {}, [`Jawaban: ${notes.answer}.`, notes.caution].filter(Boolean).join(" ")), el("p", {}, notes.text), source(notes.source)) : null,
      notes.choices ? el("ul", { class: "hands-list" }, notes.choices.map((choice) => el("li", {}, line(choice)))) : null,
      notes.warning ? el("p", { class: "card warn" }, notes.warning) : null,
      notes.choices ? button("Kosongkan hitungan tangan", () => act("clear", null), { kind: "quiet", id: "clear-counts" }) : null,
    ].filter(Boolean),
  );
}

function line(choice) {
  const hands = choice.hands === null ? "belum dihitung" : `${choice.hands} tangan`;
  return `${choice.text}: ${hands}${choice.votes ? `, ${choice.votes} suara HP` : ""}`;
}
