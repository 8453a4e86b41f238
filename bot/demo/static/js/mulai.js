/* The start: a new session, one that was interrupted, and the way to paper and reports. */

import { field, placeField } from "./about.js";
import { button, card, el } from "./dom.js";
import { confirmed } from "./dialogs.js";
import { acts, listen } from "./link.js";
import { openNotes } from "./menu.js";
import { assistantLine } from "./shell.js";
import { dayInWords, timeInWords, todayIso } from "./words.js";

const root = document.getElementById("window");
const trouble = el("p", { class: "card warn", role: "alert", hidden: true });
const tell = (message) => {
  trouble.hidden = !message;
  trouble.textContent = message || "";
};
const { stage } = acts(tell);
const status = el("div", { class: "start-status" });
const resume = el("div", { class: "stack" });
const { input: place, whole: placeWhole } = placeField();
const date = el("input", { id: "date", type: "date", required: true, value: todayIso() });
const people = el("input", { id: "people", type: "number", min: 1, max: 5000, inputmode: "numeric" });
const province = el("select", { id: "province" }, el("option", { value: "" }, "tidak diisi"));
const district = el("select", { id: "district", disabled: true }, el("option", { value: "" }, "tidak diisi"));
const begin = el("button", { type: "submit", class: "button main", disabled: true }, "Mulai pertemuan");
// Older ones stand on the reports' page.
const MOST_RESUMED = 5;
let provinces = [];
let isKnown = false;

const form = el(
  "form",
  { class: "stack", on: { submit: start } },
  placeWhole,
  el("div", { class: "columns" }, field("Tanggal", date), field("Jumlah peserta", people, "Boleh kosong.")),
  el("div", { class: "columns" }, field("Provinsi", province, "Untuk rekap. Boleh kosong."), field("Kabupaten atau kota", district)),
  el("div", { class: "row" }, begin),
);

/* "Kabupaten Aceh Utara" stands under A: people look for the name. */
function districtOptions(names) {
  const told = names.map((name) => {
    const [, kind, rest] = /^(Kabupaten|Kota)\s+(.+)$/.exec(name) || [null, null, name];
    return { name, shown: kind ? `${rest} (${kind.toLowerCase()})` : name };
  });
  told.sort((one, other) => one.shown.localeCompare(other.shown, "id"));
  return told.map(({ name, shown }) => el("option", { value: name }, shown));
}

province.addEventListener("change", () => {
  const chosen = provinces.find(({ id }) => id === province.value);
  district.disabled = !chosen;
  district.replaceChildren(el("option", { value: "" }, "tidak diisi"), ...districtOptions(chosen?.districts || []));
});

async function start(event) {
  event.preventDefault();
  const done = await stage("begin", {
    place: place.value,
    date: date.value,
    people: people.value === "" ? null : Number(people.value),
    province: province.value || null,
    district: district.value || null,
  });
  if (done) location.assign("/layar");
}

async function know() {
  const menu = await (await fetch("/api/menu")).json();
  provinces = menu.provinces;
  province.append(...provinces.map(({ id, name }) => el("option", { value: id }, name)));
  begin.disabled = false;
  if (!menu.running.length) return;
  resume.append(
    card(
      "Lanjutkan pertemuan",
      el(
        "ul",
        { class: "plain stack" },
        menu.running.slice(0, MOST_RESUMED).map((each) =>
          el(
            "li",
            { class: "resume" },
            el("span", {}, el("strong", {}, each.place), el("span", { class: "small soft" }, `${dayInWords(each.date)}. Terakhir ${timeInWords(each.used)}.`)),
            button("Lanjutkan", async () => (await stage("resume", each.id)) && location.assign("/layar"), { kind: "main" }),
          ),
        ),
      ),
    ),
  );
}

function on(state) {
  return card(
    `Pertemuan berjalan: ${state.session.place}`,
    el(
      "div",
      { class: "row" },
      el("a", { class: "button main", href: "/layar" }, "Buka layar"),
      button("Buka jendela catatan", openNotes),
      button("Selesaikan pertemuan", async () => (await confirmed("Selesaikan pertemuan ini?", "Ya, selesaikan")) && stage("end"), { kind: "danger" }),
    ),
  );
}

const fresh = el("div", { class: "stack" }, resume, card("Pertemuan baru", form));
const running = el("div", {});
root.replaceChildren(
  el(
    "main",
    { class: "start stack" },
    el("header", { class: "start-head" }, el("p", { class: "brand" }, "Mawas"), el("h1", {}, "Halaman fasilitator"), el("p", { class: "soft" }, "Semua berjalan di laptop ini, tanpa internet.")),
    status,
    trouble,
    running,
    fresh,
    card("Lainnya", el("div", { class: "row" }, el("a", { class: "button", href: "/cetak" }, "Cetak lembar dan poster"), el("a", { class: "button", href: "/laporan" }, "Laporan pertemuan"))),
  ),
);
place.focus();

listen(
  "/api/events/catatan",
  (state) => {
    document.documentElement.dataset.theme = state.theme;
    status.replaceChildren(...[assistantLine(state, stage)].filter(Boolean));
    if (state.trouble) tell(state.trouble);
    running.replaceChildren(...(state.session ? [on(state)] : []));
    fresh.hidden = Boolean(state.session);
    if (state.open && !isKnown) {
      isKnown = true;
      know();
    }
  },
  (gone) => tell(gone ? "Mawas tidak terjangkau. Jalankan lagi ./mawas demo. Halaman ini menyambung sendiri." : null),
);
