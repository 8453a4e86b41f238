/* Puts right what was typed about a session: place, date, people.

   changeAbout(about, save)   about: {place, date, people}; save(changed) resolves to null when it was done, else to what to do instead. */

import { el } from "./dom.js";
import { dialog } from "./dialogs.js";

const PERSON = /\b(pak|bpk|bapak|bu|ibu|sdr|sdri|mas|mbak|kak|ustad|ustadz|haji|hj?)\b\.?\s+\p{L}/iu;
const NUMBER = /\d(?:[\s.()-]*\d){6}/;

export const field = (label, input, hint = null) =>
  el("label", { class: "field", for: input.id }, el("span", {}, label), input, hint ? el("span", { class: "small soft" }, hint) : null);

/* A place is read by everybody: whose house it is need not stand there. */
export function placeField(value = "") {
  const input = el("input", { id: "place", name: "place", required: true, maxlength: 120, autocomplete: "off", value });
  const warning = el("p", { class: "small card warn", role: "status", hidden: true });
  const warn = () => {
    const told = [
      NUMBER.test(input.value) ? "Nomor akan disamarkan." : "",
      PERSON.test(input.value) ? "Sepertinya ada nama orang. Lebih aman tulis nama dusun atau gedungnya." : "",
    ].filter(Boolean);
    warning.textContent = told.length ? `${told.join(" ")} Tempat ini terlihat di layar dan di laporan.` : "";
    warning.hidden = !told.length;
  };
  input.addEventListener("input", warn);
  warn();
  return { input, whole: el("div", { class: "stack" }, field("Tempat", input, "Nama dusun, balai desa, atau sekolah. Jangan tulis nama orang."), warning) };
}

export function changeAbout(about, save) {
  dialog("Ubah data pertemuan", (body, close) => {
    const { input: place, whole } = placeField(about.place);
    const date = el("input", { id: "date", type: "date", required: true, value: about.date });
    const people = el("input", { id: "people", type: "number", min: 1, max: 5000, inputmode: "numeric", value: about.people ?? "" });
    const trouble = el("p", { class: "card warn", role: "alert", hidden: true });
    const submit = async (event) => {
      event.preventDefault();
      const told = await save({ place: place.value, date: date.value, people: people.value === "" ? null : Number(people.value) });
      trouble.textContent = told || "";
      trouble.hidden = !told;
      if (!told) close();
    };
    body.append(
      el(
        "form",
        { class: "stack", on: { submit } },
        whole,
        el("div", { class: "columns" }, field("Tanggal", date), field("Jumlah peserta", people, "Boleh kosong.")),
        trouble,
        el("div", { class: "row" }, el("button", { type: "submit", class: "button main" }, "Simpan")),
      ),
    );
  });
}
