/* What the projector's and the facilitator's window share: state, keys, banner, drawing of the part.

   shell({events, draw, extraKeys})
     events     address of the events
     draw       draw(state, tools): fills the page; tools as below
     extraKeys  extraKeys(state, tools) -> rows for the help and the keyboard
   tools: {act(do, value), with act.live(text), stage(do, value), script, help(), menu()} */

import { el, button } from "./dom.js";
import { dialog, isOpen } from "./dialogs.js";
import { bindKeys, keyName } from "./keys.js";
import { acts, listen } from "./link.js";
import { openMenu } from "./menu.js";
import { partScript } from "./part.js";

const TOAST_SECONDS = 7;

export function shell({ events, draw, extraKeys, onWall }) {
  let state = null;
  let script = null;
  let told = null;
  let timer = 0;
  const toast = document.body.appendChild(el("div", { class: "toast", role: "status", hidden: true }));
  const banner = document.body.appendChild(el("div", { class: "banner", role: "alert", hidden: true }));

  const tell = (message) => {
    clearTimeout(timer);
    toast.hidden = !message;
    toast.textContent = message || "";
    if (message) timer = setTimeout(() => tell(null), TOAST_SECONDS * 1000);
  };
  const send = acts(tell);
  const menu = () => isOpen() || !state?.session || openMenu(send.stage, { onWall, id: state.session.id });
  // A part may hand a text to the live chat: it stands in its field, to be sent by the facilitator.
  const act = Object.assign((...said) => send.part(...said), { live: (draft) => send.stage("live", { draft }) });
  const tools = { act, stage: send.stage, help, menu, get script() { return script; } };

  function help() {
    if (isOpen()) return;
    dialog("Tombol", (body) => {
      body.append(
        el(
          "dl",
          { class: "keys" },
          table().filter(({ label }) => label).map(({ keys, label }) => [el("dt", {}, keys.map((key) => el("kbd", {}, keyName(key)))), el("dd", {}, label)]),
        ),
      );
    });
  }

  function table() {
    if (!state || isOpen()) return [];
    const own = state.part && script?.keys && !state.hidden ? script.keys(state.part.view, act) : [];
    return [
      ...(extraKeys?.(state, tools) || []),
      ...own.map(({ key, label, do: act, value, run }) => ({ keys: [key], label, run: run || (() => send.part(act, value)) })),
      { keys: ["Escape"], label: "sembunyikan layar, tekan lagi untuk membuka", always: true, run: hide },
      // What the black button of a presenter's remote sends.
      { keys: ["b", "."], label: "", run: hide },
      { keys: ["m"], label: "menu: pilih yang ditampilkan", run: menu },
      { keys: ["l"], label: "obrolan langsung, tekan lagi untuk kembali", run: () => send.stage("live") },
      { keys: ["t"], label: "siang atau gelap", run: () => send.stage("theme") },
      { keys: ["f"], label: "layar penuh", run: fullScreen },
      { keys: ["?"], label: "tombol apa saja", run: help },
    ];
  }

  function hide() {
    // Esc in a field leaves it first; but what is on the wall disappears at once.
    document.activeElement?.blur();
    if (!state.session) return;
    if (onWall) document.documentElement.classList.toggle("covered", !state.hidden);
    send.stage("hide", !state.hidden);
  }

  // Where the browser keeps Esc for itself to leave the full screen, leaving it hides as Esc does.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && !leaving && state && !state.hidden) hide();
    leaving = false;
  });

  bindKeys(table);
  document.addEventListener("click", ({ detail, target }) => {
    // A button that was clicked with the mouse must not be pressed again by the space bar.
    if (detail > 0) target.closest?.("button")?.blur();
  });

  listen(
    events,
    async (next) => {
      const name = next.part?.name;
      const found = name ? await partScript(name).catch(() => null) : null;
      state = next;
      script = found;
      document.documentElement.dataset.theme = state.theme;
      document.documentElement.classList.remove("covered");
      if (state.trouble && state.trouble !== told) tell(state.trouble);
      told = state.trouble;
      draw(state, tools);
    },
    (gone) => {
      banner.hidden = !gone;
      banner.textContent = gone ? "Mawas tidak terjangkau. Jalankan lagi ./mawas demo. Halaman ini menyambung sendiri." : "";
    },
  );
}

let leaving = false;

async function fullScreen() {
  if (document.fullscreenElement) {
    leaving = true;
    document.exitFullscreen();
    return;
  }
  await document.documentElement.requestFullscreen?.();
  // Chromium leaves Esc to the page when asked.
  await navigator.keyboard?.lock?.(["Escape"]).catch(() => {});
}

/* How the assistant is, when it is not ready. */
export function assistantLine(state, stage) {
  const { state: how, words } = state.assistant;
  if (how === "siap") return null;
  return el(
    "p",
    { class: `assistant ${how}`, role: "status" },
    el("span", { class: "dot", "aria-hidden": "true" }),
    el("span", {}, words),
    how === "gagal" ? button("Muat lagi", () => stage("reload"), {}) : null,
  );
}
