/* Keys of the projector and of the facilitator's window.

   bindKeys(get)   get() returns the table that holds now: list of {keys: ["n"], label, run, always?}; `always` works in a text field too.
   isTyping(target)  whether a key belongs to a field. */

const SHOWN = { ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓", " ": "Spasi", Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp", Enter: "Enter" };

export const keyName = (key) => SHOWN[key] || key.toUpperCase();

export function isTyping(target) {
  return target.matches("textarea, select, input:not([type=button])");
}

export function bindKeys(get) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const typing = isTyping(event.target);
    // Space and Enter press the button or follow the link that has the focus.
    const pressing = (key === " " || key === "Enter") && event.target.matches("button, a, summary, [role=menuitem]");
    const row = get().find(({ keys, always }) => keys.includes(key) && (always || !typing));
    if (!row || (pressing && !row.always)) return;
    event.preventDefault();
    row.run();
  });
}
