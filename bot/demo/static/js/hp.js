/* A handset: the code, then one question at a time. It reads and votes, nothing else; nothing is kept but a random token, in a cookie, until
   the browser is closed. */

import { el } from "./dom.js";
import { json, listen } from "./link.js";

const root = document.getElementById("window");
let code = decodeURIComponent(location.hash.slice(1)).trim();
let voted = { poll: null, option: null };
let stop = null;
let now = null;
let trouble = null;

// The code must not stand in the address where somebody looks over a shoulder.
history.replaceState(null, "", location.pathname);

function askCode(message = null) {
  stop?.();
  stop = null;
  const field = el("input", { id: "code", maxlength: 6, autocapitalize: "characters", autocomplete: "off", spellcheck: "false", required: true });
  root.replaceChildren(
    el(
      "main",
      { class: "handset" },
      el("p", { class: "brand" }, "Mawas"),
      el("h1", {}, "Tulis kode di layar"),
      el(
        "form",
        {
          class: "stack",
          on: {
            submit: (event) => {
              event.preventDefault();
              code = field.value.trim();
              join();
            },
          },
        },
        el("label", { for: "code", class: "field" }, el("span", {}, "Kode, 6 huruf dan angka"), field),
        el("button", { type: "submit", class: "button main" }, "Ikut"),
      ),
      message ? el("p", { class: "card warn", role: "alert" }, message) : null,
    ),
  );
  field.focus();
}

async function join() {
  if (!code) return askCode();
  try {
    await json("/api/kode", { kode: code });
  } catch (error) {
    if (error.status) askCode(error.message);
    else setTimeout(join, 2000);
    return;
  }
  stop?.();
  stop = listen(
    `/api/events/hp?kode=${encodeURIComponent(code)}`,
    (state) => {
      now = state;
      trouble = null;
      draw();
    },
    (gone) => {
      if (!gone) return;
      // Mawas may have been started again, with another code.
      stop?.();
      stop = null;
      trouble = "Sambungan terputus. Menyambung lagi ...";
      draw();
      setTimeout(join, 2000);
    },
  );
}

async function vote(question, option) {
  try {
    const answer = await json("/suara", { kode: code, poll: question.poll, option });
    voted = { poll: question.poll, option: answer.option };
    trouble = null;
  } catch (error) {
    trouble = error.message;
  }
  draw();
}

function draw() {
  document.documentElement.dataset.theme = now?.theme || "siang";
  const question = now && !now.hidden ? now.question : null;
  // A page that was opened again hears what this handset chose before.
  const chosen = question && (voted.poll === question.poll ? voted.option : now.chosen);
  root.replaceChildren(
    el(
      "main",
      { class: "handset" },
      el("p", { class: "brand" }, "Mawas"),
      question ? el("h1", {}, question.question) : el("h1", {}, "Lihat layar di depan"),
      question
        ? el(
            "div",
            { class: "stack" },
            question.options.map(({ id, text }) =>
              el("button", { type: "button", class: "button", id: `vote-${id}`, "aria-pressed": String(chosen === id), data: { mark: chosen === id ? "chosen" : "" }, on: { click: () => vote(question, id) } }, text),
            ),
          )
        : el("p", { class: "soft" }, "Pertanyaan muncul di sini. Tidak perlu menyegarkan halaman."),
      question ? el("p", { class: "soft small", role: "status" }, chosen ? "Jawaban terkirim. Anda boleh mengubahnya." : "Pilih satu. Nama Anda tidak dicatat.") : null,
      trouble ? el("p", { class: "card warn", role: "alert" }, trouble) : null,
    ),
  );
}

join();
