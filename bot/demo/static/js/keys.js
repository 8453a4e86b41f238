/* Keys of the projector and of the facilitator's window.

   bindKeys(get)   get() returns the table that holds now: list of {keys: ["n"], label, run, always?, passes?}; `always` works in a text
                   field too, what `passes` is typed into the field that `run` puts the cursor into.
   isTyping(target, key)  whether a key belongs to a field. */

const SHOWN = { ArrowRight: "→", ArrowLeft: "←", ArrowUp: "↑", ArrowDown: "↓", " ": "Spasi", Escape: "Esc", PageDown: "PgDn", PageUp: "PgUp", Enter: "Enter" };

export const keyName = (key) => SHOWN[key] || key.toUpperCase();

// In a field for a number of hands only these are typed: any other key steps on, as everywhere else.
const OF_NUMBERS = /^(\d|Backspace|Delete|Enter|Tab|ArrowLeft|ArrowUp|ArrowDown)$/;

export function isTyping(target, key = null) {
  if (key !== null && target.matches("input.hands")) return OF_NUMBERS.test(key);
  return target.matches("textarea, select, input:not([type=button])");
}

export function bindKeys(get) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat && event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const typing = isTyping(event.target, key);
    // Space and Enter press the button or follow the link that has the focus.
    const pressing = (key === " " || key === "Enter") && event.target.matches("button, a, summary, [role=menuitem]");
    const row = get().find(({ keys, always }) => keys.includes(key) && (always || !typing));
    if (!row || (pressing && !row.always)) return;
    if (!row.passes) event.preventDefault();
    // A number that was typed is counted before the next question comes.
    if (event.target.matches("input.hands")) event.target.blur();
    row.run();
  });
}
