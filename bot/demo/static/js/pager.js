/* Pages of what is higher than its place on the wall: they begin and end between lines, and the keys turn them.

   paged(...children)        a text that is cut into pages; what stands beside it in its parent stays.
   thoughts(props, ...)      children of class "first-thought" and "second-thought" stand together where there is room, else one after the other.
   layOut(root, stays)       makes the pages after everything was drawn; stays(index): the page to go on with, or null for its first one, or
                             the one with the words that are spoken of.
   layOutAgain(root)         the same once something changed its size.
   pagesOf(root)             the page that each text is at, for `stays` of the next drawing.
   turn(root, by, aside)     turns a page and says whether there was one; aside: of the message beside an answer, else of the answer.

   Without room for columns (a handset as wall) nothing is cut: there one scrolls. */

import { el } from "./dom.js";

const NARROW = "(max-width: 40rem)";
// Letters of a line may stand a little higher or lower than their neighbours.
const LEVEL = 3;
// Pixels by which pages are made shorter until they are about the same.
const STEP = 8;

export function paged(...children) {
  return el("div", { class: "paged" }, el("div", { class: "paged-text" }, children));
}

export function thoughts(props, ...children) {
  return el("div", { ...props, data: { thoughts: "" } }, children);
}

const all = (root) => [...root.querySelectorAll(".paged, [data-thoughts]")];

export const pagesOf = (root) => all(root).map(({ dataset }) => Number(dataset.page || 0));

export function layOut(root, stays = () => null) {
  const isNarrow = matchMedia(NARROW).matches;
  all(root).forEach((box, index) => {
    const cuts = isNarrow ? [] : box.matches(".paged") ? cutsOf(box) : isTooHigh(root, box) ? [null, null] : [];
    box.cuts = cuts;
    box.dataset.pages = Math.max(1, cuts.length);
    show(box, stays(index) ?? spokenOf(box));
  });
}

/* Makes the pages again once letters, pictures or the window changed their size. */
export function layOutAgain(root) {
  const pages = pagesOf(root);
  layOut(root, (index) => (all(root)[index].querySelector("mark.strong") ? null : pages[index]));
}

export function turn(root, by, aside = false) {
  for (const box of all(root)) {
    if ((box.closest(".live-said") !== null) !== aside) continue;
    const last = Number(box.dataset.pages) - 1;
    const page = Math.min(Number(box.dataset.page), last) + by;
    if (page < 0 || page > last) continue;
    show(box, page);
    return true;
  }
  return false;
}

function show(box, wanted) {
  const { cuts } = box;
  // Where nothing is cut now, the page is remembered for when it is cut again.
  const page = cuts.length ? Math.min(wanted, cuts.length - 1) : wanted;
  box.dataset.page = page;
  box.classList.toggle("cut", cuts.length > 1);
  if (!box.matches(".paged")) return;
  const text = box.firstElementChild;
  const cut = cuts[page];
  box.style.height = cut ? `${cut.end - cut.start}px` : "";
  text.style.transform = cut ? `translateY(${-cut.start}px)` : "";
  box.parentElement.querySelector(":scope > .paged-at")?.remove();
  if (cut) box.parentElement.append(el("p", { class: "paged-at" }, `Halaman ${page + 1} dari ${cuts.length} `, el("kbd", { "aria-hidden": "true" }, box.closest(".live-said") ? "↓" : "→")));
}

/* The page with the words that stand out; the first where there are none. */
function spokenOf(box) {
  const mark = box.querySelector("mark.strong");
  if (!mark || !box.cuts.length) return 0;
  const y = mark.getClientRects()[0].top - top(box);
  return Math.max(0, box.cuts.findIndex(({ end }) => y < end));
}

const top = (box) => box.firstElementChild.getBoundingClientRect().top;

function isTooHigh(root, box) {
  box.classList.remove("cut");
  return root.scrollHeight > root.clientHeight + LEVEL;
}

/* [{start, end}] in pixels from the top of the text; [] where all of it has room. */
function cutsOf(box) {
  const text = box.firstElementChild;
  box.style.height = text.style.transform = "";
  box.parentElement.querySelector(":scope > .paged-at")?.remove();
  text.classList.remove("in-sentences");
  if (text.scrollHeight <= room(box) + LEVEL) return [];
  text.classList.add("in-sentences");
  partSentences(text);
  const blocks = blocksOf(text);
  const most = room(box) - spaceOf(box);
  let cuts = cutAt(blocks, most);
  // Pages of about the same length: none with a single line.
  for (let height = most - STEP; height > most / 2; height -= STEP) {
    const lower = cutAt(blocks, height);
    if (lower.length > cuts.length) break;
    cuts = lower;
  }
  return cuts.length > 1 ? cuts : [];
}

// Not after "Rp5." or "No.": a sentence begins with a capital letter, a quotation or a number.
const SENTENCE_END = /(?<=[.!?]["”)]?)\s+(?=["“(]?[A-Z0-9])/;

/* Each sentence becomes an element of its own, so that a page need not end within one. */
function partSentences(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.parentElement.matches("p, li")) found.push(walker.currentNode);
  for (const node of found) {
    if (node.parentElement.matches(".quoted")) continue;
    const sentences = node.data.split(SENTENCE_END);
    if (sentences.length > 1) node.replaceWith(...sentences.flatMap((words) => [el("span", { class: "sentence" }, words), " "]));
  }
}

/* Blocks of lines on pages of at most a height; a line that is higher has a page of its own. */
function cutAt(blocks, height) {
  const cuts = [];
  let start = 0;
  let end = 0;
  const cut = () => {
    if (end > start) cuts.push({ start, end });
    start = end;
  };
  for (const lines of blocks) {
    const [first, last] = [lines[0], lines.at(-1)];
    // A paragraph that has room on a page of its own is not torn.
    if (last.bottom - start > height && last.bottom - first.top <= height) {
      cut();
      start = first.top;
    }
    for (const line of lines) {
      if (line.bottom - start > height) {
        cut();
        start = line.top;
      }
      end = line.bottom;
    }
  }
  cut();
  return cuts;
}

/* Pixels that a text may take: what its frame leaves, which ends where the frame's own parent does. */
function room(box) {
  const frame = box.parentElement;
  const around = frame.parentElement.clientHeight;
  const style = getComputedStyle(frame);
  const edges = ["paddingTop", "paddingBottom", "borderTopWidth", "borderBottomWidth"].reduce((sum, name) => sum + parseFloat(style[name]), 0);
  const others = [...frame.children].filter((each) => each !== box && !each.matches(".paged-at")).reduce((sum, each) => sum + outer(each), 0);
  const most = parseFloat(style.maxHeight);
  return (Number.isNaN(most) || style.maxHeight.endsWith("%") ? around : Math.min(most, around)) - edges - others;
}

function outer(element) {
  const { marginTop, marginBottom } = getComputedStyle(element);
  return element.getBoundingClientRect().height + parseFloat(marginTop) + parseFloat(marginBottom);
}

/* Pixels that the line with the number of the page takes. */
function spaceOf(box) {
  const line = el("p", { class: "paged-at" }, "Halaman 1 dari 2 ", el("kbd", {}, "→"));
  box.parentElement.append(line);
  const height = outer(line);
  line.remove();
  return height;
}

const BLOCK = "p, li, h1, h2, h3, img, .sentence";

/* Lines {top, bottom} in pixels from the top of the text, by sentence, or by line of a
   message; a heading stays with what follows it. */
function blocksOf(text) {
  const origin = text.getBoundingClientRect().top;
  const blocks = [];
  let joins = false;
  for (const block of [...text.querySelectorAll(BLOCK)].filter((each) => !each.querySelector(BLOCK))) {
    for (const rects of block.matches(".quoted") ? linesTyped(block) : [block.matches("img") ? [block.getBoundingClientRect()] : rectsOf(block)]) {
      const lines = linesOf(rects, origin);
      if (!lines.length) continue;
      if (blocks.length && joins) blocks.at(-1).push(...lines);
      else blocks.push(lines);
      joins = block.matches("h1, h2, h3");
    }
  }
  return blocks;
}

function linesOf(rects, origin) {
  const lines = [];
  for (const { top: upper, bottom: lower } of rects.filter(({ height }) => height > 0).sort((a, b) => a.top - b.top)) {
    const line = { top: upper - origin, bottom: lower - origin };
    const last = lines.at(-1);
    if (last && line.top < last.bottom - LEVEL) last.bottom = Math.max(last.bottom, line.bottom);
    else lines.push(line);
  }
  return lines;
}

function rectsOf(block) {
  const range = document.createRange();
  range.selectNodeContents(block);
  return [...range.getClientRects()];
}

/* Where each line of a message stands, as it was typed. */
function linesTyped(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [[]];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let from = 0;
    for (const words of node.data.split("\n")) {
      if (from > 0) found.push([]);
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + words.length);
      if (words) found.at(-1).push(...range.getClientRects());
      from += words.length + 1;
    }
  }
  return found;
}
