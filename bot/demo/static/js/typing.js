/* What is typed on the wall: dots there, the words in the facilitator's window.

   veiled(field)     the wall's field shows dots, and tells the other windows of this browser what is typed; F2 shows the letters until it is
                     left. Nothing goes to the server before it is sent. Returns a line that says how many letters there are.
   mirror()          a card for the facilitator's window: what is being typed on the wall. */

import { el } from "./dom.js";

const IDLE = "Yang diketik tampil sebagai titik. Bacanya di jendela catatan.";
// The wall is drawn again while somebody types: what was typed outlives its field.
let typed = "";
let heard = "";
const wire = "BroadcastChannel" in globalThis ? new BroadcastChannel("mawas-ketikan") : null;

export function veiled(field) {
  const line = el("p", { class: "live-count" });
  const tell = () => {
    const letters = Array.from(typed).length;
    line.textContent = letters ? `${letters} huruf diketik. Bacanya di jendela catatan. F2: perlihatkan di layar ini.` : IDLE;
  };
  const veil = () => field.classList.add("veiled");
  field.value = typed;
  veil();
  tell();
  field.addEventListener("input", () => {
    typed = field.value;
    tell();
    wire?.postMessage({ typed });
  });
  field.addEventListener("blur", veil);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "F2") return;
    event.preventDefault();
    field.classList.toggle("veiled");
  });
  return line;
}

export function mirror() {
  const text = el("p", { class: "quoted" });
  const box = el("section", { class: "card", id: "live-mirror" }, el("h2", {}, "Sedang diketik di layar"), text);
  show(box, text);
  wire?.postMessage({ asks: true });
  return box;
}

function show(box, text) {
  text.textContent = heard;
  box.hidden = !heard;
}

wire?.addEventListener("message", ({ data }) => {
  if (data.asks && typed) wire.postMessage({ typed });
  if (typeof data.typed !== "string") return;
  heard = data.typed;
  const box = document.getElementById("live-mirror");
  if (box) show(box, box.querySelector(".quoted"));
});
