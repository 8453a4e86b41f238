/* Building blocks of every window. Plain elements, no framework; look in css/base.css.

   el(tag, props, ...children)      any element; children are nodes, strings, numbers, lists of them, or null (skipped).
                                    props: class, id, text, on: {click: f}, data: {name: value}, css: {"--share": "40%"};
                                    anything else is an attribute (true: present, false or null: absent).
   button(label, onClick, props)    a big button; props.hotkey shows the key that does the same, props.kind is "main", "quiet" or "".
   card(title, ...children)         a surface with a heading (title may be null).
   bubble(who, text, side)          a chat bubble: side "them" (default), "me" or "mawas"; text may be nodes.
   options(list, act)               list of {id, text, mark?} -> numbered buttons that call act(id); mark: "right", "wrong", "chosen".
   bars(list)                       chart: list of {label, value, of?, note?, mark?}; `of` is the whole (default: the sum). Values stand as text too.
   pairs(list, names)               chart before/after: list of {label, first, second, of}; names: two words.
   numberField(id, label, value, onChange)      a count that is typed; onChange(number or null) after Enter or leaving it.
   source(text)                     the line of sources and date.
   steps(at, of)                    dots "3 dari 7".
   quoted(text, marks, strong)      text with <mark> at marks [{start, end, flag}]; offsets are Unicode code points; marks of the flag `strong` stand out.
   paragraphs(text)                 blank lines part paragraphs, single breaks stay breaks; "• " and "1. " lines become lists.

   Nothing here takes HTML: what a person typed is always text. */

export function el(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "css") for (const [key, word] of Object.entries(value)) element.style.setProperty(key, word);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false).map(asNode));
  return element;
}

function asNode(child) {
  return child instanceof Node ? child : String(child);
}

export function button(label, onClick, { kind = "", hotkey = null, ...props } = {}) {
  return el(
    "button",
    { type: "button", class: `button ${kind}`, on: { click: onClick }, ...props },
    hotkey ? el("kbd", { "aria-hidden": "true" }, hotkey) : null,
    el("span", {}, label),
  );
}

export function card(title, ...children) {
  return el("section", { class: "card" }, title ? el("h2", {}, title) : null, children);
}

export function bubble(who, text, side = "them") {
  return el(
    "div",
    { class: `bubble ${side}` },
    who ? el("p", { class: "who" }, who) : null,
    typeof text === "string" ? paragraphs(text) : text,
  );
}

export function options(list, act) {
  return el(
    "ol",
    { class: "options" },
    list.map(({ id, text, mark }, index) =>
      el(
        "li",
        {},
        button(text, () => act(id), { id: `option-${id}`, hotkey: index < 9 ? String(index + 1) : null, data: { mark: mark || "" } }),
        mark === "right" || mark === "wrong" ? el("span", { class: "verdict" }, mark === "right" ? "✓ melindungi" : "✗ berbahaya") : null,
      ),
    ),
  );
}

export const percent = (value, of) => (of > 0 ? Math.round((100 * value) / of) : 0);

export function bars(list) {
  const sum = list.reduce((total, { value }) => total + value, 0);
  // Where one of them is right the others step back.
  const isMarked = list.some(({ mark }) => mark === "right") && list.some(({ mark }) => mark !== "right");
  return el(
    "dl",
    { class: `bars ${isMarked ? "marked" : ""}` },
    list.map(({ label, value, of = sum, note = "", mark = "" }) => [
      el("dt", {}, label),
      el(
        "dd",
        { data: { mark } },
        el("span", { class: "bar", css: { "--share": `${percent(value, of)}%` }, "aria-hidden": "true" }),
        el("span", { class: "count" }, `${value} orang, ${percent(value, of)}%${note ? `, ${note}` : ""}`),
      ),
    ]),
  );
}

export function pairs(list, names = ["Sebelum", "Sesudah"]) {
  const bar = (name, value, of, place) =>
    el(
      "div",
      { class: `pair ${place}` },
      el("span", { class: "name" }, name),
      el("span", { class: "bar", css: { "--share": `${percent(value, of)}%` }, "aria-hidden": "true" }),
      el("span", { class: "count" }, `${value} dari ${of}`),
    );
  return el(
    "dl",
    { class: "pairs" },
    list.map(({ label, first, second, of, ofFirst = of, ofSecond = of }) => [
      el("dt", {}, label),
      el("dd", {}, bar(names[0], first, ofFirst, "earlier"), bar(names[1], second, ofSecond, "later")),
    ]),
  );
}

export function numberField(id, label, value, onChange) {
  return el(
    "label",
    { class: "number", for: id },
    el("span", {}, label),
    el("input", {
      id,
      type: "number",
      inputmode: "numeric",
      min: 0,
      max: 5000,
      value: value === null || value === undefined ? "" : value,
      on: { change: (event) => onChange(event.target.value === "" ? null : Number(event.target.value)) },
    }),
  );
}

export function source(text) {
  return text ? el("p", { class: "source" }, text) : null;
}

export function steps(at, of) {
  return el(
    "p",
    { class: "steps", "aria-label": `Langkah ${at} dari ${of}` },
    of <= 16 ? Array.from({ length: of }, (_, index) => el("span", { class: index < at ? "done" : "" })) : null,
    el("span", { class: "of" }, `${at} dari ${of}`),
  );
}

export function quoted(text, marks, strong = null) {
  // JavaScript counts UTF-16 units, the server code points.
  const points = Array.from(text);
  const edges = [...new Set([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const pieces = [];
  edges.slice(0, -1).forEach((start, index) => {
    const words = points.slice(start, edges[index + 1]).join("");
    const flags = marks.filter((mark) => mark.start <= start && start < mark.end).map(({ flag }) => flag);
    const look = flags.length ? (strong !== null && flags.includes(strong) ? "strong" : "plain") : null;
    // Neighbours that look the same are one piece.
    if (pieces.length && pieces.at(-1).look === look) pieces.at(-1).words += words;
    else pieces.push({ look, words });
  });
  return el("p", { class: "quoted" }, pieces.map(({ look, words }) => (look ? el("mark", { class: look }, words) : words)));
}

const ITEM = /^\s*(•|\d+[.)])\s+(.*)$/;

export function paragraphs(text) {
  return text.split(/\n\s*\n/).flatMap((block) => {
    const made = [];
    for (const line of block.split("\n").map((words) => words.trim()).filter(Boolean)) {
      const item = ITEM.exec(line);
      const last = made.at(-1);
      if (item) {
        const tag = item[1] === "•" ? "ul" : "ol";
        const li = el("li", {}, item[2]);
        if (last?.localName === tag) last.append(li);
        else made.push(el(tag, tag === "ol" ? { start: parseInt(item[1], 10) } : {}, li));
      } else if (last && !(last.localName === "ol" && last.children.length > 1) && last.localName !== "ul") {
        // A line below another belongs to it; what follows a whole list does not.
        const open = last.localName === "p" ? last : last.lastElementChild;
        open.append(el("br"), line);
      } else {
        made.push(el("p", {}, line));
      }
    }
    return made;
  });
}
