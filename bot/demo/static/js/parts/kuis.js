/* The quiz: a question with room for counts, then its answer with a chart, at the end all questions. See parts/quiz.py for the view. */

import { bars, el, steps } from "../dom.js";
import { answered, countHint, countKeys, counting, talk } from "../counting.js";

export function render(element, view, act) {
  if (view.screen === "hasil") {
    element.append(result(view));
    return;
  }
  const isOpen = view.screen === "soal";
  // Where the answer stands nobody has to be asked again.
  const asked = view.offer ? [el("blockquote", { class: "offer" }, view.offer), isOpen ? el("h1", { class: "asked" }, view.ask) : null] : el(isOpen ? "h1" : "h2", {}, view.ask);
  const screen = { class: `stack quiz ${view.screen}` };
  element.append(isOpen ? el("div", screen, steps(view.at, view.of), asked, counting(view, act)) : answer(view, screen, asked));
}

function answer(view, screen, asked) {
  const chart = view.choices.map((choice) => ({
    label: choice.text + (choice.right ? " ✓" : ""),
    value: choice.total,
    mark: choice.right ? "right" : "",
  }));
  return answered(screen, { steps: steps(view.at, view.of), asked, chart: view.counted ? bars(chart) : null, ...view });
}

function result(view) {
  const rows = view.rows.map((row) => ({ label: row.text, value: row.right, of: row.of, note: `jawaban: ${row.answer.toLowerCase()}`, mark: "right" }));
  return el(
    "div",
    { class: "stack quiz hasil" },
    el("h1", {}, view.of ? `${Math.round((100 * view.right) / view.of)}% jawaban tepat` : "Kuis selesai"),
    rows.length ? bars(rows) : el("p", {}, "Tidak ada jawaban yang dihitung."),
  );
}

export const keys = countKeys;
export const hint = countHint;

export function renderNotes(element, notes, act) {
  talk(element, notes, act);
}
