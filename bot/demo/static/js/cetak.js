/* The page for paper: choose a size and ink, then save a sheet as PDF. */

import { button, card, el } from "./dom.js";
import { ask } from "./link.js";

const choices = document.getElementById("choices");
const place = document.getElementById("sheets");
const trouble = document.getElementById("trouble");
const done = document.getElementById("done");

function say(element, text) {
  element.textContent = text;
  element.hidden = !text;
}

async function got(path) {
  say(trouble, "");
  say(done, "");
  try {
    return await ask(path);
  } catch (error) {
    say(trouble, error.message);
  }
  trouble.scrollIntoView({ block: "nearest" });
  return null;
}

async function save(kind, more) {
  const chosen = new FormData(choices);
  const wanted = new URLSearchParams({ kind, size: chosen.get("size"), bw: chosen.get("bw"), ...more() });
  const response = await got(`/cetak/lembar.pdf?${wanted}`);
  if (!response) return;
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition"))[1];
  const address = URL.createObjectURL(await response.blob());
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  say(done, `${name} tersimpan di folder unduhan. Buka berkas itu, lalu cetak.`);
}

function sheet(title, about, kind, fields = [], more = () => ({})) {
  const made = card(title, el("p", {}, about), fields, button("Simpan PDF", () => save(kind, more), { kind: "main", "aria-label": `Simpan PDF: ${title}` }));
  made.classList.add("sheet");
  return made;
}

function field(label, input) {
  return el("label", {}, label, input);
}

async function show() {
  const response = await got("/api/cetak");
  if (!response) {
    place.replaceChildren();
    return;
  }
  const { countries, link } = await response.json();
  const country = el("select", {}, el("option", { value: "" }, "Pilih negara"), countries.map(({ code, name }) => el("option", { value: code }, name)));
  const address = el("input", { type: "url", placeholder: "https://t.me/nama_bot", value: link, autocomplete: "off" });
  const session = el("input", { type: "text", maxlength: "59", autocomplete: "off" });
  place.replaceChildren(
    sheet("7 tanda bahaya", "Satu halaman untuk dinding kantor desa, sekolah, atau warung.", "tanda-bahaya"),
    sheet("Jalan resmi", "Langkah kerja ke luar negeri, dari Disnaker sampai lapor diri.", "jalan-resmi"),
    sheet("Kartu darurat", "Kartu seukuran kartu bank: kontak di negara itu, Kemlu, KP2MI, dan apa yang dilakukan.", "kartu-darurat", [field("Negara tujuan", country)], () => ({ country: country.value })),
    sheet("Poster bot", "Kode QR yang membuka Mawas di HP.", "poster", [field("Alamat bot", address), field("Kode pertemuan (boleh kosong)", session)], () => ({ link: address.value.trim(), session: session.value.trim() })),
  );
}

show();
