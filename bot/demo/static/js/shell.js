/* What the projector's and the facilitator's window share: state, keys, banner, drawing of the part.

   shell({events, draw, extraKeys})
     events     address of the events
     draw       draw(state, tools): fills the page; tools as below
     extraKeys  extraKeys(state, tools) -> rows for the help and the keyboard
   tools: {act(do, value), with act.live(text), stage(do, value), script, help(), menu(), interrupted: a session to go on with, or null} */

import { el, button } from "./dom.js";
import { closeDialogs, dialog, isOpen } from "./dialogs.js";
import { bindKeys, keyName } from "./keys.js";
import { interruptedSession } from "./interrupted.js";
import { acts, listen } from "./link.js";
import { openMenu } from "./menu.js";
import { partScript } from "./part.js";

const TOAST_SECONDS = 7;

export function shell({ events, draw, extraKeys, onWall }) {
  let state = null;
  let script = null;
  let told = null;
  let timer = 0;
  let newest = 0;
  // Whether Esc asked the wall to hide or to show, until a state says so.
  let asked = null;
  let interrupted = null;
  const toast = document.body.appendChild(el("div", { class: "toast", role: "status", hidden: true }));
  const banner = document.body.appendChild(el("div", { class: "banner", role: "alert", hidden: true }));

  const tell = (message) => {
    clearTimeout(timer);
    toast.hidden = !message;
    toast.textContent = message || "";
    if (message) timer = setTimeout(() => tell(null), TOAST_SECONDS * 1000);
  };
  const send = acts(tell);
  const menu = () => closeDialogs() || !state?.session || openMenu(send.stage, { onWall, id: state.session.id, isCovered: () => onWall && isHidden() });
  // A part may hand a text to the live chat: it stands in its field, to be sent by the facilitator.
  const act = Object.assign((...said) => send.part(...said), { live: (draft) => send.stage("live", { draft }) });
  const tools = { act, stage: send.stage, help, menu, get script() { return script; }, get interrupted() { return interrupted; } };

  function help() {
    if (closeDialogs()) return;
    dialog(
      "Tombol",
      (body) => {
        const names = ({ keys, name }) => (name ? [name] : keys.map(keyName));
        const rows = table().filter(({ label }) => label);
        body.append(el("dl", { class: "keys" }, rows.map((row) => [el("dt", {}, names(row).map((name) => el("kbd", {}, name))), el("dd", {}, row.label)])));
      },
      { hotkey: "?" },
    );
  }

  function table() {
    if (!state) return [];
    const covering = [
      { keys: ["Escape"], label: "sembunyikan layar, tekan lagi untuk membuka", always: true, run: hide },
      // What the black button of a presenter's remote sends.
      { keys: ["b", "."], label: "", run: hide },
    ];
    if (isOpen()) return [...covering, { keys: ["m", "?"], label: "", run: closeDialogs }];
    // A wall that is hidden stays as it is whatever is pressed: the notes lead.
    if (onWall && state.hidden) return [...covering, { keys: ["f"], label: "", run: fullScreen }];
    const own = state.part && script?.keys ? script.keys(state.part.view, act) : [];
    return [
      ...(extraKeys?.(state, tools) || []),
      ...own.map(({ key, keys = [key], do: act, value, run, ...row }) => ({ ...row, keys, run: run || (() => send.part(act, value)) })),
      ...covering,
      { keys: ["m"], label: "menu: pilih yang ditampilkan", run: menu },
      { keys: ["l"], label: "obrolan langsung, tekan lagi untuk kembali", run: () => send.stage("live") },
      { keys: ["t"], label: "siang atau gelap", run: () => send.stage("theme") },
      { keys: ["f"], label: "layar penuh", run: fullScreen },
      { keys: ["?"], label: "tombol apa saja", run: help },
      ...(interrupted ? [{ keys: ["Enter"], label: `lanjutkan ${interrupted.place}`, run: () => send.stage("resume", interrupted.id) }] : []),
    ];
  }

  const isHidden = () => asked ?? state.hidden;

  function hide() {
    // Esc leaves a field and closes what is open; but first of all what is on the wall disappears at once.
    const wasOpen = closeDialogs();
    document.activeElement?.blur();
    if (!state.session || (wasOpen && isHidden())) return;
    const hidden = !isHidden();
    if (onWall) {
      asked = hidden;
      document.documentElement.classList.toggle("covered", hidden);
    }
    send.stage("hide", hidden);
  }

  // Where the browser keeps Esc for itself to leave the full screen, leaving it hides as Esc does.
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && !leaving && state && !isHidden()) hide();
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
      const number = ++newest;
      const name = next.part?.name;
      const found = name ? await partScript(name).catch(() => null) : null;
      // While a script was fetched a newer state may have come: what was hidden since then must not be drawn again.
      if (number !== newest) return;
      state = next;
      script = found;
      document.documentElement.dataset.theme = state.theme;
      if (!state.session || state.hidden === asked) asked = null;
      // What was sent before Esc does not uncover the wall.
      if (asked === null) document.documentElement.classList.remove("covered");
      if (state.trouble && state.trouble !== told) tell(state.trouble);
      told = state.trouble;
      if (onWall && state.hidden) closeDialogs();
      interrupted = state.session ? null : interrupted;
      draw(state, tools);
      if (state.session || !state.open) return;
      interrupted = await interruptedSession();
      if (interrupted && number === newest) draw(state, tools);
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
