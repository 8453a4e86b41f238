/* Counting hands, for the quiz and the check: a tile a choice with a field for the number, a bar that grows, and votes of handsets.

   Keyboard: a number goes into the first field that is empty (`countKeys`), no digit of it is lost; Enter keeps it and goes to the next field,
   arrow up and down go through the fields. All other keys leave the field and do what they do everywhere. */

import { button, el, percent, source } from "./dom.js";
import { thoughts } from "./pager.js";

export function counting(view, act) {
  return [
    el("div", { class: "tiles" }, view.choices.map((choice, index) => tile(choice, index, view, act))),
    el("p", { class: "small soft" }, view.counted ? `Terhitung ${view.counted} jawaban.` : "Angkat tangan. Ketik jumlahnya, lalu Enter, satu per satu."),
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
        const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        keep(field, choice, act);
        field.blur();
        fieldOf(view.choices[index + by])?.select();
      },
    },
  });
  return el(
    "div",
    { class: "tile" },
    el("label", { for: field.id }, el("span", {}, choice.text)),
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

const fieldOf = (choice) => (choice ? document.getElementById(`count-${choice.id}`) : null);

/* Digits are typed into the first empty field; when all are counted they are counted again. For `keys` of a part. */
export function countKeys(view) {
  if (view.screen !== "soal") return [];
  const run = () => {
    const fields = view.choices.map(fieldOf).filter(Boolean);
    (fields.find(({ value }) => value === "") || fields[0])?.select();
  };
  return [{ keys: [..."0123456789"], name: "angka", label: "jumlah tangan, lalu Enter", passes: true, run }];
}

/* What the footer of the wall says of it. */
export const countHint = (view) => (view.screen === "soal" ? ["angka, Enter", "jumlah tangan"] : null);

/* The answer beside what was counted: both at once where there is room, else what was counted first and why after it. */
export function answered(screen, { steps, asked, chart, answer, caution = "", text, source: from }) {
  return thoughts(
    screen,
    steps,
    el("div", { class: "first-thought stack" }, asked),
    el(
      "div",
      { class: "columns" },
      chart ? el("div", { class: "first-thought" }, chart) : null,
      el(
        "section",
        { class: "card point" },
        el("h2", { class: "asked" }, `Jawaban: ${answer}`),
        caution ? el("p", { class: "caution" }, caution) : null,
        el("div", { class: "second-thought" }, el("p", {}, text), source(from)),
      ),
    ),
  );
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
