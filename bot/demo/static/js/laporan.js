/* The page of reports: all sessions with their figures, files, and what can be taken out. */

import { changeAbout } from "./about.js";
import { button, el } from "./dom.js";
import { json } from "./link.js";

const place = document.getElementById("sessions");
const trouble = document.getElementById("trouble");

async function got(path, what = null) {
  let answer = null;
  trouble.textContent = "";
  try {
    answer = await json(path, what);
  } catch (error) {
    trouble.textContent = error.message;
  }
  trouble.hidden = !trouble.textContent;
  return answer;
}

async function show() {
  const answer = await got("/api/laporan");
  if (!answer) {
    place.replaceChildren();
    return;
  }
  const cards = answer.sessions.map(session);
  place.replaceChildren(...(cards.length ? cards : [el("p", {}, "Belum ada pertemuan yang dicatat.")]));
  // The cards came after the browser looked for the place in the address.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

function session(data) {
  return el(
    "section",
    { class: "card session", id: data.id, "aria-label": `${data.place}, ${data.date}` },
    el("div", { class: "heading" }, el("h2", {}, data.place), data.running ? el("span", { class: "tag" }, "belum selesai") : null),
    el("p", { class: "soft" }, [data.date, data.where].filter(Boolean).join(" · ")),
    figures(data),
    questions(data),
    el(
      "div",
      { class: "row" },
      el("a", { class: "button main", href: `/laporan/${data.id}.pdf` }, "Unduh PDF"),
      el("a", { class: "button", href: `/laporan/${data.id}.csv` }, "Unduh CSV"),
      button("Ubah data", () => changeAbout({ place: data.place, date: data.held_on, people: data.people }, (about) => changed(data.id, about))),
      removal("Hapus pertemuan", "Ya, hapus semuanya", { id: data.id }),
    ),
  );
}

function figures(data) {
  const list = [
    ["peserta", data.people],
    ["tepat sebelum → sesudah", data.before !== null && data.after !== null ? `${data.before}% → ${data.after}%` : null],
    ["tepat di kuis", data.quiz !== null ? `${data.quiz}%` : null],
  ].filter(([, value]) => value !== null);
  return list.length ? el("dl", { class: "figures" }, list.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))) : null;
}

function questions(data) {
  if (!data.questions.length) return null;
  return [
    el("h3", {}, "Pertanyaan yang belum terjawab"),
    el(
      "ul",
      { class: "questions" },
      data.questions.map(({ number, text }) => el("li", {}, el("span", {}, text), removal("Hapus", "Ya, hapus", { id: data.id, number }))),
    ),
  ];
}

async function changed(id, about) {
  const told = await json("/api/laporan/ubah", { id, ...about }).then(() => null, ({ message }) => message);
  if (!told) await show();
  return told;
}

/* A button that asks once more before it removes. */
function removal(label, sure, what) {
  const first = button(label, () => first.replaceWith(second), { kind: "quiet" });
  const second = button(
    sure,
    async () => {
      if (await got("/api/laporan/hapus", what)) await show();
    },
    { kind: "danger" },
  );
  first.addEventListener("click", () => second.focus());
  return first;
}

show();
