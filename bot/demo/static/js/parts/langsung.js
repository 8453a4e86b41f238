/* The live chat: the message on one side, the answer step by step on the other. See parts/live.py for the view. */

import { button, card, el, paragraphs, quoted, source, steps } from "../dom.js";
import { paged } from "../pager.js";
import { mirror, veiled } from "../typing.js";

const FIELD = "live-text";
const GO_ON = "Lanjutkan obrolan ini";

export function render(element, view, act, { preview = false } = {}) {
  const { exchange } = view;
  element.append(
    el(
      "div",
      { class: `live ${exchange ? "" : "empty"}` },
      view.waiting ? waiting() : exchange ? shown(exchange, view, act) : welcome(),
      view.trouble ? el("p", { class: "card warn", role: "alert" }, view.trouble) : null,
      preview ? null : view.draft ? ready(view, act) : writing(view, act),
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
        ? el(
            "section",
            { class: "live-said", "aria-label": "Pesan", tabindex: 0 },
            el("p", { class: "who" }, exchange.marks.length ? "Tawaran" : "Peserta"),
            paged(quoted(exchange.said, exchange.marks, strong)),
            exchange.pressed ? el("p", { class: "live-pressed" }, `Dipilih: ${exchange.pressed}`) : null,
          )
        : null,
      el(
        "section",
        { class: "live-answer", "aria-label": "Jawaban Mawas", "aria-live": "polite", tabindex: 0 },
        el(
          "div",
          { class: "live-top" },
          step.kind === "flag" ? el("p", { class: `tag ${step.severity >= 3 ? "danger" : ""}` }, step.severity >= 3 ? "Tanda berat" : "Tanda") : el("p", { class: "who" }, "Mawas"),
          exchange.steps > 1 ? steps(exchange.at, exchange.steps) : null,
        ),
        step.kind === "flag" ? [paged(el("h2", {}, step.title), paragraphs(step.why)), source(step.source)] : bubble(step, act),
      ),
    ),
  ];
}

/* The line of sources stands below every page. */
function bubble(step, act) {
  const said = step.picture ? [el("img", { class: "live-picture", src: step.picture, alt: step.text })] : words(step.text);
  const last = said.at(-1)?.matches(".source") ? said.pop() : null;
  return [
    said.length ? paged(said) : null,
    last,
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

/* A pasted text may hold names and numbers: the hall does not see it before they are masked. */
function ready({ draft, goes_on: goesOn, waiting: isWaiting }, act) {
  return el(
    "div",
    { class: "live-write" },
    el("p", { class: "live-ready", role: "status" }, `Teks ditempel, ${draft.lines} baris. Isinya tampil sesudah disamarkan.`),
    button("Kirim", () => act("send"), { kind: "main", hotkey: "Enter", disabled: isWaiting, id: "live-send" }),
    goesOn ? button(GO_ON, () => act("send", true), { disabled: isWaiting, id: "live-go-on" }) : null,
    button("Buang", () => act("put", ""), { kind: "quiet", id: "live-drop" }),
  );
}

/* Puts away what is pasted or dropped, with what was typed around it. */
const putting = (act) => (event) => {
  const pasted = (event.clipboardData || event.dataTransfer)?.getData("text");
  if (!pasted) return;
  event.preventDefault();
  const { value, selectionStart, selectionEnd } = event.target;
  const whole = value.slice(0, selectionStart) + pasted + value.slice(selectionEnd);
  put(event.target, "");
  delete event.target.dataset.typed;
  event.target.blur();
  act("put", whole);
};

/* draft: a text that stands in the field, in the facilitator's window only; null on the wall, where what is typed is veiled and what is
   pasted is put away. */
function writing(view, act, draft = null) {
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
        send(field, act, event.ctrlKey && view.goes_on ? "go_on" : "ask");
      },
      ...(draft === null ? { paste: putting(act), drop: putting(act) } : {}),
    },
  });
  const line = draft === null ? veiled(field) : null;
  if (!line) field.value = draft;
  return el(
    "div",
    { class: "live-write" },
    field,
    button("Kirim", () => send(field, act, "ask"), { kind: "main", hotkey: "Enter", disabled: view.waiting, id: "live-send" }),
    view.goes_on ? button(GO_ON, () => send(field, act, "go_on"), { hotkey: "Ctrl Enter", disabled: view.waiting, id: "live-go-on" }) : null,
    view.exchange ? button("Bersihkan", () => (put(field, ""), act("clear")), { kind: "quiet", id: "live-clear" }) : null,
    line,
  );
}

/* As if it had been typed, for whoever listens to the field. */
function put(field, text) {
  field.value = text;
  field.dispatchEvent(new Event("input"));
}

/* how: "ask" begins another conversation, "go_on" goes on with this one. */
async function send(field, act, how) {
  const text = field.value;
  // Taken away at once: the next state must not bring it back.
  put(field, "");
  delete field.dataset.typed;
  field.blur();
  if (!(await act(how, text))) {
    const now = document.getElementById(FIELD) || field;
    put(now, text);
    now.dataset.typed = "";
    now.focus();
  }
}

const focus = () => document.getElementById(FIELD)?.focus();

export const keys = (view, act) => [
  { key: "k", label: "menulis pesan untuk Mawas", run: focus },
  // Where no field stands, a text stands ready.
  { key: "Enter", label: view.draft ? "kirim teks yang ditempel" : "", run: () => (document.getElementById(FIELD) ? focus() : act("send")) },
  ...(view.exchange?.step.buttons || []).slice(0, 9).map((title, index) => ({ key: String(index + 1), label: title, do: "press", value: index })),
];

/* Somebody in the hall may have asked for help. */
function danger({ contacts }, hidden) {
  return el(
    "section",
    { class: "card danger-card", role: "alert" },
    el("h2", {}, hidden ? "Layar disembunyikan. Panduan bagian 6" : "Tekan Esc. Panduan bagian 6"),
    el(
      "ol",
      {},
      el("li", {}, "Beri jeda lima menit. Jangan jelaskan mengapa."),
      el("li", {}, "Ajak ke tempat yang tidak terdengar orang lain, bersama pendamping bila ia mau."),
      el("li", {}, "Dengarkan. Jangan paksa bercerita, jangan catat nama."),
    ),
    contacts.map(({ name, numbers }) => [el("p", {}, el("strong", {}, name)), numbers.map((number) => el("p", { class: "number-line" }, number))]),
    hidden ? el("p", { class: "small" }, "Hanya contoh? Tekan Esc: jawabannya tampil di layar.") : null,
  );
}

/* The facilitator can write here what the hall need not see being typed. */
export function renderNotes(element, notes, act, view, { hidden = false } = {}) {
  element.append(
    ...(notes.danger ? [danger(notes.danger, hidden)] : []),
    mirror(),
    card(
      "Pesan untuk Mawas",
      writing(view, act, notes.draft || ""),
      el("p", { class: "small soft" }, "Yang diketik atau ditempel di sini tidak terlihat di layar. Nomor dan nama disamarkan saat tampil."),
      el("p", { class: "small soft" }, `Setiap pesan adalah obrolan baru: Mawas melupakan yang sebelumnya. Orangnya masih sama? Pakai tombol jawabannya, atau ${GO_ON}.`),
    ),
    ...(view.waiting ? [waiting()] : []),
    ...(view.exchange?.step.buttons?.length
      ? [card("Pilihan yang tampil", el("div", { class: "row" }, view.exchange.step.buttons.map((title, index) => button(title, () => act("press", index), { id: `notes-button-${index}`, hotkey: String(index + 1) }))))]
      : []),
    ...(notes.next ? [card("Sesudah ini", el("p", { class: "soft" }, notes.next))] : []),
  );
}
