/* Dialogs: the browser keeps the focus inside, Esc closes.

   dialog(title, fill, props)   opens one; fill(element, close) draws it; arrow up and down go through its buttons and links.
   isOpen()                     whether one is open. */

import { button, el } from "./dom.js";

export const isOpen = () => document.querySelector("dialog[open]") !== null;

export function dialog(title, fill, props = {}) {
  const body = el("div", { class: "dialog-body" });
  const close = () => box.close();
  const box = el(
    "dialog",
    { class: "dialog", "aria-labelledby": "dialog-title", ...props },
    el("div", { class: "dialog-head" }, el("h1", { id: "dialog-title" }, title), button("Tutup", close, { kind: "quiet", hotkey: "Esc" })),
    body,
  );
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && close());
  box.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const stops = [...body.querySelectorAll("button:not(:disabled), a[href]")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length];
    next?.focus();
    event.preventDefault();
  });
  fill(body, close);
  document.body.append(box);
  box.showModal();
  body.querySelector("button, a[href]")?.focus();
  return close;
}

/* Asks before something that cannot be taken back. */
export function confirmed(question, yes) {
  return new Promise((resolve) => {
    dialog(question, (body, close) => {
      let answer = false;
      const choose = (value) => () => {
        answer = value;
        close();
      };
      body.append(el("div", { class: "row" }, button("Batal", choose(false)), button(yes, choose(true), { kind: "danger" })));
      queueMicrotask(() => body.closest("dialog").addEventListener("close", () => resolve(answer)));
    });
  });
}
