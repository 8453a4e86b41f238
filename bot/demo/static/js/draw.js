/* Draws again without disturbing whoever types: what has the focus keeps it, with its text, caret and scroll.

   redraw(element, fill)    empties the element, calls fill(element), and puts back focus and typed text of fields with the same id. */

const TYPED = "input, textarea, select";
let isDrawing = false;

export function redraw(element, fill) {
  const active = document.activeElement;
  const inside = active && active.id && element.contains(active) ? active : null;
  const kept = inside && { id: inside.id, start: caret(inside, "selectionStart"), end: caret(inside, "selectionEnd") };
  // Only text that was changed by hand and not sent: the server's word counts for all else.
  const typed = [...element.querySelectorAll(TYPED)]
    .filter((field) => field.id && field.dataset.typed !== undefined)
    .map((field) => [field.id, field.value]);
  const scrolled = element.scrollTop;
  // Who types is not done: taking the field away makes the browser tell of a change, as if it had been entered.
  inside?.addEventListener("change", (event) => event.stopImmediatePropagation(), { capture: true });
  isDrawing = true;
  element.replaceChildren();
  isDrawing = false;
  fill(element);
  for (const [id, value] of typed) {
    const field = element.querySelector(`#${CSS.escape(id)}`);
    if (field) {
      field.value = value;
      field.dataset.typed = "";
      field.addEventListener("blur", () => enter(field), { once: true });
    }
  }
  element.scrollTop = scrolled;
  if (kept) {
    const field = element.querySelector(`#${CSS.escape(kept.id)}`);
    if (field) {
      field.focus({ preventScroll: true });
      if (kept.start !== null) field.setSelectionRange(kept.start, kept.end);
    }
  }
}

/* The browser tells of a change only what was typed into this very field, not what was put back: without this the text would stay and
   turn up in the field of the next question. */
function enter(field) {
  if (!isDrawing && field.dataset.typed !== undefined) field.dispatchEvent(new Event("change", { bubbles: true }));
}

function caret(field, name) {
  try {
    return field[name] ?? null;
  } catch {
    return null; // number fields have none
  }
}

document.addEventListener("input", ({ target }) => {
  if (target.matches(TYPED)) target.dataset.typed = "";
});
document.addEventListener("change", ({ target }) => {
  // A line that was entered is sent: from then on the server's word counts.
  if (target.matches("input")) delete target.dataset.typed;
});
