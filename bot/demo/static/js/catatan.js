/* The facilitator's own window: what is on the wall, what to say, and the controls. */

import { button, card, el } from "./dom.js";
import { redraw } from "./draw.js";
import { assistantLine, shell } from "./shell.js";

const root = document.getElementById("window");
root.className = "notes-window";

function keys(state, tools) {
  return state.part
    ? [
        { keys: ["ArrowRight", " ", "PageDown"], label: "lanjut", run: () => tools.act("next") },
        { keys: ["ArrowLeft", "PageUp"], label: "kembali", run: () => tools.act("back") },
      ]
    : [];
}

function draw(state, tools) {
  document.title = state.part ? `${state.part.title}, catatan Mawas` : "Mawas: Catatan fasilitator";
  redraw(root, (element) => {
    element.append(el("header", { class: "notes-head" }, el("p", { class: "brand" }, "Catatan fasilitator"), el("p", { class: "soft" }, state.session ? state.session.place : "")));
    const line = assistantLine(state, tools.stage);
    if (line) element.append(line);
    element.append(state.session ? body(state, tools) : beginning(tools));
  });
}

function beginning({ interrupted, stage }) {
  return el(
    "main",
    { class: "stack" },
    el("p", {}, "Belum ada pertemuan."),
    el(
      "div",
      { class: "row" },
      interrupted ? button(`Lanjutkan ${interrupted.place}`, () => stage("resume", interrupted.id), { kind: "main", hotkey: "Enter" }) : null,
      el("a", { class: `button ${interrupted ? "" : "main"}`, href: "/mulai" }, interrupted ? "Pilih yang lain" : "Mulai pertemuan"),
    ),
  );
}

function body(state, tools) {
  const { part } = state;
  const notes = el("div", { class: "stack notes" });
  const preview = el("div", { class: "preview" });
  const { script } = tools;
  if (part && script?.renderNotes) script.renderNotes(notes, part.notes, tools.act, part.view, { hidden: state.hidden });
  if (part && script?.render) script.render(preview, part.view, tools.act, { preview: true });
  return el(
    "main",
    { class: "notes-main" },
    el(
      "nav",
      { class: "controls", "aria-label": "Kendali" },
      button("Kembali", () => tools.act("back"), { hotkey: "←", id: "go-back", disabled: !part }),
      button("Lanjut", () => tools.act("next"), { kind: "main", hotkey: "→", id: "go-next", disabled: !part }),
      button(state.hidden ? "Buka layar" : "Sembunyikan layar", () => tools.stage("hide", !state.hidden), { hotkey: "Esc", id: "go-hide" }),
      button("Menu", tools.menu, { hotkey: "M", id: "go-menu" }),
      button("Obrolan", () => tools.stage("live"), { hotkey: "L", id: "go-live" }),
      button(state.theme === "malam" ? "Warna siang" : "Warna gelap", () => tools.stage("theme"), { hotkey: "T", id: "go-theme" }),
      button("Tombol", tools.help, { hotkey: "?", id: "go-help" }),
    ),
    state.hidden ? el("p", { class: "card warn", role: "status" }, "Layar sedang disembunyikan. Peserta hanya melihat judul. Esc membuka layar.") : null,
    part ? el("h1", {}, part.title) : el("p", {}, "Belum ada yang ditampilkan. Tekan M untuk memilih."),
    part
      ? el(
          "div",
          { class: "notes-columns" },
          el("section", { "aria-label": "Catatan" }, notes),
          preview.childNodes.length ? el("section", { "aria-labelledby": "on-wall" }, el("h2", { id: "on-wall", class: "soft small" }, "Di layar sekarang"), preview) : null,
        )
      : null,
    state.handsets
      ? card(
          "Handphone peserta",
          el("p", {}, "Alamat: ", el("strong", {}, state.handsets.address.replace("http://", ""))),
          el("p", {}, "Kode: ", el("strong", { class: "code" }, state.handsets.code)),
          el("img", { src: "/api/qr.svg", alt: "Kode QR ke halaman handphone", width: 180, height: 180 }),
        )
      : null,
  );
}

shell({ events: "/api/events/catatan", draw, extraKeys: keys, onWall: false });
