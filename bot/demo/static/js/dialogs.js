/* Dialogs: the browser keeps the focus inside.

   dialog(title, fill, props)   opens one; fill(element, close) draws it; arrows go to the next button, link or field in their direction;
                                props.hotkey is the key that closes it too.
   isOpen()                     whether one is open.
   closeDialogs()               closes all; whether there was one.
   confirmed(question, yes)     asks before something that cannot be taken back. */

import { button, el } from "./dom.js";
import { isTyping } from "./keys.js";

const ARROWS = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] };
// A little to the side is nearer than the next row.
const ACROSS = 3;

export const isOpen = () => document.querySelector("dialog[open]") !== null;

export function closeDialogs() {
  const open = [...document.querySelectorAll("dialog[open]")];
  for (const each of open) each.close();
  return open.length > 0;
}

export function dialog(title, fill, { hotkey = null, ...props } = {}) {
  const body = el("div", { class: "dialog-body" });
  const close = () => box.close();
  const box = el(
    "dialog",
    { class: "dialog", "aria-labelledby": "dialog-title", ...props },
    el("div", { class: "dialog-head" }, el("h1", { id: "dialog-title" }, title), button("Tutup", close, { kind: "quiet", hotkey })),
    body,
  );
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", (event) => event.target === box && close());
  box.addEventListener("keydown", (event) => {
    const direction = ARROWS[event.key];
    if (!direction || isTyping(event.target)) return;
    const stops = [...body.querySelectorAll("button:not(:disabled), a[href], input")];
    nearest(stops, document.activeElement, direction)?.focus();
    event.preventDefault();
  });
  fill(body, close);
  document.body.append(box);
  box.showModal();
  body.querySelector("button, a[href], input")?.focus();
  return close;
}

/* What comes next in a direction, as the eye sees it; null at the edge. */
function nearest(stops, from, [x, y]) {
  if (!stops.includes(from)) return stops[0] || null;
  const middle = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [fromX, fromY] = middle(from);
  let best = null;
  let least = Infinity;
  for (const stop of stops) {
    const [toX, toY] = middle(stop);
    const along = (toX - fromX) * x + (toY - fromY) * y;
    const across = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
    // Half a letter is no step: neighbours in a row are not quite level.
    if (along > 4 && along + ACROSS * across < least) {
      best = stop;
      least = along + ACROSS * across;
    }
  }
  return best;
}

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
