/* The check before and after: statements with room for counts, then answers beside what was answered before. See parts/check.py for the view. */

import { bars, el, pairs, steps } from "../dom.js";
import { answered, countHint, countKeys, counting, talk } from "../counting.js";

const WORDS = {
  mulai: {
    sebelum: ["Sebelum mulai: lima pernyataan", "Angkat tangan: benar, salah, atau tidak tahu.", "Tidak ada nilai. Tidak ada nama."],
    sesudah: ["Lima pernyataan yang sama", "Angkat tangan lagi: benar, salah, atau tidak tahu.", "Sesudah itu kita lihat jawabannya."],
  },
  selesai: ["Terima kasih", "Pernyataan yang sama kita ulang di akhir acara.", "Di situ kita bahas jawabannya."],
};

export function render(element, view, act) {
  const draw = { mulai: start, selesai: start, soal: question, jawaban: answer, hasil: result }[view.screen];
  element.append(draw(view, act));
}

function start(view) {
  const [title, ...lines] = view.screen === "mulai" ? WORDS.mulai[view.round] : WORDS.selesai;
  return el("div", { class: "stack check start" }, el("h1", {}, title), lines.map((line) => el("p", {}, line)));
}

function question(view, act) {
  return el("div", { class: "stack check" }, steps(view.at, view.of), el("h1", {}, view.statement), counting(view, act));
}

function answer(view) {
  return answered({ class: "stack check" }, { steps: steps(view.at, view.of), asked: el("h1", {}, view.statement), chart: chart([view], false), answer: view.answer, text: view.explanation, source: view.source });
}

function result(view) {
  const before = share(view.rows, "sebelum");
  const after = share(view.rows, "sesudah");
  const told = before === null || after === null ? "Jawaban yang tepat" : `Jawaban tepat: dari ${before}% menjadi ${after}%`;
  return el(
    "div",
    { class: "stack check hasil" },
    el("h1", {}, told),
    view.rows.length ? chart(view.rows, true) : el("p", {}, "Tidak ada jawaban yang dihitung."),
  );
}

function share(rows, round) {
  const counted = rows.map((row) => row[round]).filter(Boolean);
  const of = counted.reduce((sum, each) => sum + each.of, 0);
  return of ? Math.round((100 * counted.reduce((sum, each) => sum + each.right, 0)) / of) : null;
}

/* Both rounds where both were counted, else the one that was. */
function chart(rows, named) {
  const name = (row) => (named ? row.statement : "Jawaban tepat");
  if (rows.every((row) => row.sebelum && row.sesudah)) {
    return pairs(rows.map((row) => ({ label: name(row), first: row.sebelum.right, ofFirst: row.sebelum.of, second: row.sesudah.right, ofSecond: row.sesudah.of })));
  }
  const counted = rows.filter((row) => row.sesudah || row.sebelum).map((row) => ({ row, ...(row.sesudah || row.sebelum) }));
  return counted.length ? bars(counted.map(({ row, right, of }) => ({ label: name(row), value: right, of, mark: "right" }))) : null;
}

export const keys = countKeys;
export const hint = countHint;

export function renderNotes(element, notes, act) {
  talk(element, notes, act);
}
