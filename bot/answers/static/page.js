
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const KEY = "mawas-tinjauan";
  const WAIT = 250;

  // What the expert said: {reviewer, rows: {id: {digest, verdict, remark, date}}}. In private windows nothing can be kept.
  let kept = { reviewer: "", rows: {} };
  let keeps = true;
  try {
    const found = JSON.parse(localStorage.getItem(KEY) || "null");
    if (found && typeof found.rows === "object" && found.rows) kept = { reviewer: String(found.reviewer || ""), rows: found.rows };
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch (error) {
    cannotKeep();
  }

  function cannotKeep() {
    keeps = false;
    at("trouble").hidden = false;
    at("trouble").textContent = "Peramban ini tidak menyimpan catatan. Tekan Simpan berkas sebelum menutup halaman.";
  }

  function keep() {
    if (!keeps) return;
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch (error) {
      cannotKeep();
    }
  }

  function make(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  let fading;
  function tell(text) {
    at("told").textContent = text;
    clearTimeout(fading);
    fading = setTimeout(() => { at("told").textContent = ""; }, 6000);
  }

  const day = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  const rowOf = (item) => kept.rows[item.id];
  const isSaid = (row) => Boolean(row && (row.verdict || row.remark.trim()));
  const isChanged = (item) => isSaid(rowOf(item)) && rowOf(item).digest !== item.digest;

  // Everything that a search may find, made when it is first needed.
  function wordsOf(item) {
    if (!item.words) {
      const said = item.forms.flatMap(([name, bubbles]) => [name, ...bubbles.flat().map((number) => data.paragraphs[number])]);
      item.words = [item.title, item.id, ...(item.examples || []), ...said].join("\n").toLowerCase();
    }
    return item.words;
  }

  function isShown(item) {
    const kind = at("kind").value, state = at("state").value;
    if (kind && item.kind !== kind) return false;
    const row = rowOf(item);
    if (state === "open" && isSaid(row)) return false;
    if (state === "remark" && !(row && row.remark.trim())) return false;
    if (state === "changed" && !isChanged(item)) return false;
    if (state in data.verdicts && !(row && row.verdict === state)) return false;
    return at("search").value.toLowerCase().split(/\s+/).every((word) => wordsOf(item).includes(word));
  }

  function formParts([, bubbles, number]) {
    const choices = data.buttons[number];
    const parts = bubbles.map((numbers) => {
      const bubble = make("div", "said");
      for (const number of numbers) bubble.append(make("p", "", data.paragraphs[number]));
      return bubble;
    });
    if (choices.length) {
      const list = make("ul", "choices");
      list.setAttribute("aria-label", "Tombol di bawah jawaban");
      for (const title of choices) list.append(make("li", "", title));
      parts.push(list);
    }
    return parts;
  }

  function folded(className, title, fill) {
    const made = make("details", className);
    made.append(make("summary", "", title));
    made.addEventListener("toggle", () => { if (made.open && made.children.length === 1) made.append(...fill()); });
    return made;
  }

  function sourceList(item) {
    const list = make("ul", "sources");
    for (const number of item.sources) {
      const [label, title, address] = data.sources[number];
      const line = make("li", "", `${label}. ${title}. `);
      if (address) {
        const link = make("a", "", "Buka");
        link.href = address;
        link.target = "_blank";
        link.rel = "noopener noreferrer";
        line.append(link);
      }
      list.append(line);
    }
    return list;
  }

  function chipOf(item) {
    const row = rowOf(item);
    if (isChanged(item)) return make("span", "chip changed", "Berubah sejak ditinjau");
    if (row && row.verdict) return make("span", `chip ${row.verdict}`, data.verdicts[row.verdict]);
    if (isSaid(row)) return make("span", "chip ragu", "Ada catatan");
    return make("span", "chip", "Belum ditinjau");
  }

  function reviewOf(item, changed) {
    const box = make("fieldset", "review");
    box.append(make("legend", "", "Pendapat Anda"));
    const row = rowOf(item) || { verdict: "", remark: "" };
    const verdicts = make("div", "verdicts");
    for (const [id, title] of Object.entries(data.verdicts)) {
      const label = make("label"), choice = make("input");
      choice.type = "radio";
      choice.name = `v ${item.id}`;
      choice.value = id;
      choice.checked = row.verdict === id;
      label.append(choice, make("span", "", title));
      verdicts.append(label);
    }
    const label = make("label", "", "Catatan"), remark = make("textarea");
    remark.value = row.remark;
    remark.maxLength = data.longest.remark;
    remark.placeholder = "Apa yang salah atau kurang? Bagaimana seharusnya? Apa sumbernya?";
    label.append(remark);
    const clear = make("button", "", "Kosongkan"), end = make("div", "row");
    clear.type = "button";
    end.append(make("span", "about", `Kode: ${item.id} · ${item.digest}`), clear);
    box.append(verdicts, label, end);

    const note = () => {
      const chosen = verdicts.querySelector(":checked");
      const said = { digest: item.digest, verdict: chosen ? chosen.value : "", remark: remark.value, date: day() };
      if (isSaid(said)) kept.rows[item.id] = said; else delete kept.rows[item.id];
      keep();
      changed();
    };
    verdicts.addEventListener("change", note);
    remark.addEventListener("input", note);
    clear.addEventListener("click", () => {
      for (const choice of verdicts.querySelectorAll(":checked")) choice.checked = false;
      remark.value = "";
      note();
    });
    return box;
  }

  function contentOf(item, changed) {
    const inside = make("div", "inside");
    if (item.checked) inside.append(make("p", "about", `Isi dicek ${item.checked}.`));
    if (item.examples) inside.append(make("p", "about", `Contoh pertanyaan: ${item.examples.map((each) => `“${each}”`).join(", ")}`));
    const [first, ...others] = item.forms;
    inside.append(make("p", "about", first[0]), ...formParts(first));
    if (others.length) {
      inside.append(folded("forms", `Bentuk lain (${others.length})`, () =>
        others.map((form) => folded("form", form[0], () => formParts(form)))));
    }
    if (item.sources) inside.append(folded("forms", `Sumber (${item.sources.length})`, () => [sourceList(item)]));
    inside.append(reviewOf(item, changed));
    return inside;
  }

  function cardOf(item) {
    const card = make("details", "item"), head = make("summary");
    card.dataset.id = item.id;
    const renew = () => { head.replaceChildren(make("b", "", item.title), chipOf(item)); count(); };
    head.append(make("b", "", item.title), chipOf(item));
    card.append(head);
    card.addEventListener("toggle", () => { if (card.open && card.children.length === 1) card.append(contentOf(item, renew)); });
    return card;
  }

  function count() {
    const said = data.items.filter((item) => isSaid(rowOf(item))).length;
    at("count").textContent = `${said} dari ${data.items.length} ditinjau`;
  }

  let waiting;
  function show() {
    clearTimeout(waiting);
    // What is being read stays open.
    const open = new Set([...document.querySelectorAll(".item[open]")].map((card) => card.dataset.id));
    const shown = data.items.filter(isShown);
    const parts = [];
    let kind = "", group = "";
    for (const item of shown) {
      if (item.kind !== kind) {
        kind = item.kind;
        group = "";
        const heading = make("h2", "", `${data.kinds[kind]} `);
        heading.append(make("small", "", `(${shown.filter((each) => each.kind === kind).length})`));
        parts.push(heading);
      }
      if (item.group && item.group !== group) parts.push(make("h3", "", item.group));
      group = item.group || "";
      const card = cardOf(item);
      card.open = open.has(item.id);
      parts.push(card);
    }
    if (!shown.length) parts.push(make("p", "empty", "Tidak ada jawaban yang cocok. Kosongkan kotak Cari, atau pilih Semua."));
    at("list").replaceChildren(...parts);
    count();
  }

  // The file: one fixed form, which `mawas knowledge import-review` reads.
  function fileContent() {
    const known = new Map(data.items.map((item) => [item.id, item]));
    return {
      mawas_tinjauan: data.version,
      halaman: data.page,
      peninjau: kept.reviewer.trim(),
      tanggal: day(),
      baris: Object.entries(kept.rows).filter(([id, row]) => known.has(id) && isSaid(row)).map(([id, row]) => ({
        id, sidik: row.digest, putusan: row.verdict, catatan: row.remark.trim(), tanggal: row.date,
      })),
    };
  }

  function save() {
    const content = fileContent();
    if (!content.peninjau) {
      at("reviewer").focus();
      tell("Tulis dulu nama dan peran Anda di atas.");
      return;
    }
    if (!content.baris.length) {
      tell("Belum ada pendapat atau catatan yang bisa disimpan.");
      return;
    }
    const name = content.peninjau.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 30) || "ahli";
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: "application/json" }));
    link.download = `tinjauan-mawas-${name}-${content.tanggal}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    tell(`${content.baris.length} pendapat disimpan di ${link.download}. Kirim berkas itu kepada penyunting.`);
  }

  async function load(file) {
    try {
      const content = JSON.parse(await file.text());
      if (content.mawas_tinjauan !== data.version || !Array.isArray(content.baris)) throw new Error("shape");
      let taken = 0;
      for (const row of content.baris) {
        if (typeof row.id !== "string" || typeof row.catatan !== "string") continue;
        const verdict = Object.hasOwn(data.verdicts, row.putusan) ? row.putusan : "";
        kept.rows[row.id] = { digest: String(row.sidik), verdict, remark: row.catatan.slice(0, data.longest.remark), date: String(row.tanggal) };
        taken += 1;
      }
      if (!kept.reviewer) kept.reviewer = String(content.peninjau || "").slice(0, data.longest.reviewer);
      at("reviewer").value = kept.reviewer;
      keep();
      show();
      tell(`${taken} pendapat dimuat dari berkas.`);
    } catch (error) {
      tell("Berkas itu tidak bisa dibaca. Pilih berkas yang disimpan dari halaman ini.");
    }
  }

  async function printShown() {
    const cards = [...document.querySelectorAll(".item")];
    const most = 60;
    if (cards.length > most) {
      tell(`Yang tampil ada ${cards.length}. Saring dulu sampai paling banyak ${most}, lalu cetak.`);
      return;
    }
    for (const card of cards) card.open = true;
    // What a card holds is made when it opens.
    await new Promise((done) => { setTimeout(done, 100); });
    window.print();
  }

  for (const [kind, title] of Object.entries(data.kinds)) {
    const option = make("option", "", title);
    option.value = kind;
    at("kind").append(option);
  }
  for (const [id, title] of Object.entries(data.verdicts)) {
    const option = make("option", "", title);
    option.value = id;
    at("state").append(option);
  }
  at("day").textContent = data.day;
  at("reviewer").value = kept.reviewer;
  at("reviewer").maxLength = data.longest.reviewer;
  at("reviewer").addEventListener("input", () => { kept.reviewer = at("reviewer").value; keep(); });
  at("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, WAIT); });
  for (const id of ["kind", "state"]) at(id).addEventListener("change", show);
  at("save").addEventListener("click", save);
  at("print").addEventListener("click", printShown);
  at("load").addEventListener("change", () => {
    const [file] = at("load").files;
    at("load").value = "";
    if (file) load(file);
  });
  window.addEventListener("beforeunload", (event) => { if (!keeps && Object.keys(kept.rows).length) event.preventDefault(); });
  show();
})();
