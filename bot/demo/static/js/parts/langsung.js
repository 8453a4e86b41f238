/* The live chat: the message on one side, the answer step by step on the other. See parts/live.py for the view. */

import { button, card, el, paragraphs, quoted, scrolled, steps } from "../dom.js";

const FIELD = "live-text";

export function render(element, view, act, { preview = false } = {}) {
  const { exchange } = view;
  element.append(
    el(
      "div",
      { class: `live ${exchange ? "" : "empty"}` },
      view.waiting ? waiting() : exchange ? shown(exchange, view, act) : welcome(),
      view.trouble ? el("p", { class: "card warn", role: "alert" }, view.trouble) : null,
      preview ? null : writing(view, act),
    ),
  );
}

function welcome() {
  return el(
    "div",
    { class: "live-welcome" },
    el("h1", {}, "Tanya Mawas"),
    el("p", {}, "Tulis pertanyaan, atau tempel tawaran kerja dari grup."),
    el("p", { class: "soft small" }, "Nomor dan nama orang disamarkan di layar. Mawas program komputer, bukan layanan darurat."),
  );
}

function waiting() {
  return el("p", { class: "live-waiting", role: "status" }, "Mawas sedang membaca ", el("span", { class: "dots", "aria-hidden": "true" }, el("span"), el("span"), el("span")));
}

function shown(exchange, view, act) {
  const { step } = exchange;
  const strong = step.kind === "flag" ? step.flag : null;
  return [
    el(
      "div",
      { class: "live-columns" },
      exchange.said
        ? el("section", { class: "live-said", "aria-label": "Pesan", tabindex: 0 }, el("p", { class: "who" }, exchange.marks.length ? "Tawaran" : "Peserta"), quoted(exchange.said, exchange.marks, strong))
        : null,
      scrolled(
        { class: "live-answer", "aria-label": "Jawaban Mawas", "aria-live": "polite" },
        el(
          "div",
          { class: "live-top" },
          step.kind === "flag" ? el("p", { class: `tag ${step.severity >= 3 ? "danger" : ""}` }, step.severity >= 3 ? "Tanda berat" : "Tanda") : el("p", { class: "who" }, "Mawas"),
          exchange.steps > 1 ? steps(exchange.at, exchange.steps) : null,
        ),
        step.kind === "flag" ? [el("h2", {}, step.title), paragraphs(step.why)] : bubble(step, act),
      ),
    ),
  ];
}

function bubble(step, act) {
  return [
    step.picture ? el("img", { class: "live-picture", src: step.picture, alt: step.text }) : words(step.text),
    step.buttons.length
      ? el("div", { class: "live-buttons" }, step.buttons.map((title, index) => button(title, () => act("press", index), { id: `live-button-${index}`, hotkey: index < 9 ? String(index + 1) : null })))
      : null,
  ];
}

/* The line of sources is there to be looked up, not to be read from the last row. */
function words(text) {
  const blocks = paragraphs(text);
  for (const block of blocks) if (block.textContent.startsWith("Sumber:")) block.className = "source";
  return blocks;
}

function writing(view, act) {
  const field = el("textarea", {
    id: FIELD,
    rows: 1,
    maxlength: 20000,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "Tulis di sini",
    "aria-label": "Pesan untuk Mawas",
    on: {
      keydown: (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        send(field, act);
      },
    },
  });
  field.value = view.draft || "";
  return el(
    "div",
    { class: "live-write" },
    field,
    button("Kirim", () => send(field, act), { kind: "main", disabled: view.waiting, id: "live-send" }),
    view.exchange ? button("Bersihkan", () => act("clear"), { kind: "quiet", id: "live-clear" }) : null,
  );
}

async function send(field, act) {
  const text = field.value;
  // Taken away at once: the next state must not bring it back.
  field.value = "";
  delete field.dataset.typed;
  field.blur();
  if (!(await act("ask", text))) {
    const now = document.getElementById(FIELD) || field;
    now.value = text;
    now.dataset.typed = "";
    now.focus();
  }
}

const write = { key: "k", label: "menulis pesan untuk Mawas", run: () => document.getElementById(FIELD)?.focus() };

export const keys = (view) => [
  write,
  { ...write, key: "Enter", label: "" },
  ...(view.exchange?.step.buttons || []).slice(0, 9).map((title, index) => ({ key: String(index + 1), label: title, do: "press", value: index })),
];

/* The facilitator can write here what the hall need not see being typed. */
export function renderNotes(element, notes, act, view) {
  element.append(
    card("Pesan untuk Mawas", writing(view, act), el("p", { class: "small soft" }, "Yang diketik di sini tidak terlihat di layar. Nomor dan nama disamarkan saat tampil.")),
    ...(view.waiting ? [waiting()] : []),
    ...(view.exchange?.step.buttons?.length
      ? [card("Pilihan yang tampil", el("div", { class: "row" }, view.exchange.step.buttons.map((title, index) => button(title, () => act("press", index), { id: `notes-button-${index}`, hotkey: String(index + 1) }))))]
      : []),
    ...(notes.next ? [card("Sesudah ini", el("p", { class: "soft" }, notes.next))] : []),
  );
}
