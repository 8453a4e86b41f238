/* The page of reports: all sessions with their figures, files, and what can be taken out. */

import { button, el } from "./dom.js";

const place = document.getElementById("sessions");
const trouble = document.getElementById("trouble");

async function ask(path, body = null) {
  const how = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  let answer = null;
  try {
    const response = await fetch(path, how);
    answer = await response.json();
    trouble.textContent = response.ok ? "" : answer.error;
  } catch {
    trouble.textContent = "Mawas tidak menjawab. Jalankan lagi ./mawas demo, lalu muat ulang halaman ini.";
    answer = null;
  }
  trouble.hidden = !trouble.textContent;
  return trouble.textContent ? null : answer;
}

async function show() {
  const answer = await ask("/api/laporan");
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

/* A button that asks once more before it removes. */
function removal(label, sure, what) {
  const first = button(label, () => first.replaceWith(second), { kind: "quiet" });
  const second = button(
    sure,
    async () => {
      if (await ask("/api/laporan/hapus", what)) await show();
    },
    { kind: "danger" },
  );
  first.addEventListener("click", () => second.focus());
  return first;
}

show();
