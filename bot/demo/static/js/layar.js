/* The projector: one thought a screen, large. */

import { button, el } from "./dom.js";
import { dialog, isOpen } from "./dialogs.js";
import { redraw } from "./draw.js";
import { layOut, layOutAgain, pagesOf, turn } from "./pager.js";
import { assistantLine, shell } from "./shell.js";
import { dayInWords } from "./words.js";

const root = document.getElementById("window");
root.className = "wall-window";
const head = el("header", { class: "wall-head" });
const main = el("main", { class: "wall-main", id: "stage", tabindex: 0 });
const foot = el("footer", { class: "wall-foot" });
root.replaceChildren(head, main, foot);
let shownPart = null;

// The message beside an answer has pages of its own.
const lookUpOrDown = (by) => turn(main, by, true) || main.scrollBy({ top: (by * main.clientHeight) / 3 });

/* A long text is read to its end before the next step comes. */
function forward(tools) {
  if (turn(main, 1)) return;
  const { scrollTop, clientHeight, scrollHeight } = main;
  if (scrollTop + clientHeight < scrollHeight - 8) main.scrollBy({ top: clientHeight * 0.8 });
  else tools.act("next");
}

function backward(tools) {
  if (!turn(main, -1)) tools.act("back");
}

// Letters, pictures and the window itself may change their size later.
new ResizeObserver(() => layOutAgain(main)).observe(main);
main.addEventListener("load", () => layOutAgain(main), { capture: true });

function keys(state, tools) {
  if (!state.session || state.hidden) return [];
  const steps = state.part
    ? [
        { keys: ["ArrowRight", " ", "PageDown"], label: "lanjut", run: () => forward(tools) },
        { keys: ["ArrowLeft", "PageUp"], label: "kembali", run: () => backward(tools) },
        { keys: ["ArrowDown"], label: "tawaran yang panjang: halaman berikutnya", run: () => lookUpOrDown(1) },
        { keys: ["ArrowUp"], label: "tawaran yang panjang: halaman sebelumnya", run: () => lookUpOrDown(-1) },
      ]
    : [];
  return state.handsets ? [...steps, { keys: ["h"], label: "cara ikut lewat handphone", run: () => handsets(state) }] : steps;
}

function handsets({ handsets: { address, code } }) {
  if (isOpen()) return;
  dialog("Ikut menjawab lewat handphone", (body) => {
    body.append(
      el(
        "div",
        { class: "join" },
        el("img", { src: "/api/qr.svg", alt: `Kode QR ke ${address}`, width: 300, height: 300 }),
        el(
          "ol",
          {},
          el("li", {}, "Sambungkan handphone ke hotspot laptop ini."),
          el("li", {}, "Pindai gambar ini, atau buka ", el("strong", {}, address.replace("http://", "")), "."),
          el("li", {}, "Tulis kode ", el("strong", { class: "code" }, code), "."),
        ),
      ),
    );
  });
}

function draw(state, tools) {
  const part = state.hidden ? null : state.part;
  const isSame = part && shownPart === JSON.stringify([part.name, part.title]);
  shownPart = part && JSON.stringify([part.name, part.title]);
  root.dataset.state = state.hidden ? "hidden" : part ? "part" : "title";
  document.title = part ? `${part.title}, Mawas` : "Mawas: Layar";
  head.replaceChildren(...(part ? [el("h1", { class: "wall-title" }, part.title), el("p", { class: "wall-place" }, state.session.place)] : []));
  if (part && tools.script) {
    const [before, scrolled] = [pagesOf(main), main.scrollTop];
    redraw(main, (element) => tools.script.render(element, part.view, tools.act));
    const step = JSON.stringify([part.name, part.view.at ?? null, part.view.exchange?.number ?? null, part.view.exchange?.at ?? null, part.view.screen ?? null]);
    // A new thought begins at its top; one that is drawn again stays where it was read.
    const stays = isSame && main.dataset.step === step;
    layOut(main, (index) => (stays ? before[index] ?? 0 : null));
    main.scrollTo({ top: stays ? scrolled : 0 });
    main.dataset.step = step;
    // The words that are spoken of must be seen.
    if (!stays) main.querySelector("mark.strong:not(.paged *)")?.scrollIntoView({ block: "center" });
  } else {
    main.replaceChildren(title(state, tools));
  }
  foot.replaceChildren(...footer(state, tools, part));
}

function title(state, tools) {
  if (!state.session) {
    return el("div", { class: "title-screen" }, el("h1", {}, "Belum ada pertemuan"), beginning(tools));
  }
  return el(
    "div",
    { class: "title-screen" },
    el("p", { class: "brand" }, "Mawas"),
    el("h1", {}, state.session.place),
    state.hidden ? null : el("p", { class: "soft" }, dayInWords(state.session.date)),
    state.hidden
      ? null
      : el(
          "div",
          { class: "row" },
          button("Pilih yang ditampilkan", tools.menu, { kind: "main", hotkey: "M" }),
          button("Obrolan langsung", () => tools.stage("live"), { hotkey: "L" }),
        ),
  );
}

/* What can be done where no session is on: the one that was interrupted goes on with one key. */
function beginning({ interrupted, stage }) {
  const other = interrupted ? "Pilih yang lain" : "Mulai atau lanjutkan";
  return el(
    "div",
    { class: "row" },
    interrupted ? button(`Lanjutkan ${interrupted.place}`, () => stage("resume", interrupted.id), { kind: "main", hotkey: "Enter" }) : null,
    el("a", { class: `button ${interrupted ? "" : "main"}`, href: "/mulai" }, other),
  );
}

function footer(state, tools, part) {
  if (state.hidden || !state.session) return [];
  return [
    assistantLine(state, tools.stage),
    el(
      "nav",
      { class: "wall-keys", "aria-label": "Kendali" },
      part ? button("Kembali", () => backward(tools), { kind: "quiet", hotkey: "←" }) : null,
      part ? button("Lanjut", () => forward(tools), { kind: "quiet", hotkey: "→" }) : null,
      part ? button("Menu", tools.menu, { kind: "quiet", hotkey: "M" }) : null,
      state.handsets ? button("Handphone", () => handsets(state), { kind: "quiet", hotkey: "H" }) : null,
      part && tools.script?.hint?.(part.view) ? hinted(tools.script.hint(part.view)) : null,
      button("Sembunyikan", () => tools.stage("hide", true), { kind: "quiet", hotkey: "Esc" }),
      button("Tombol", tools.help, { kind: "quiet", hotkey: "?" }),
    ),
  ].filter(Boolean);
}

const hinted = ([keys, label]) => el("span", { class: "hinted" }, el("kbd", {}, keys), " ", label);

shell({ events: "/api/events/layar", draw, extraKeys: keys, onWall: true });
