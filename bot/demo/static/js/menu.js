/* The menu: what can be shown, and what else can be done. Opened with M in the projector's and the facilitator's window. */

import { button, el } from "./dom.js";
import { changeAbout } from "./about.js";
import { confirmed, dialog, isOpen } from "./dialogs.js";
import { json } from "./link.js";

/* Told where it was typed: a message below would stand behind the dialog. */
const keepAbout = (about) => json("/api/act", { target: "stage", do: "about", value: about }).then(() => null, ({ message }) => message);

/* isCovered(): whether the wall was hidden meanwhile, where nothing may open. */
export async function openMenu(stage, { onWall, id, isCovered }) {
  let menu = null;
  try {
    menu = await (await fetch("/api/menu")).json();
  } catch {
    return; // the banner says that Mawas is gone
  }
  if (isOpen() || isCovered()) return;
  dialog("Tampilkan apa?", (body, close) => {
    const show = (part, choice, anew = false) => async () => {
      close();
      await stage("show", { part, arguments: choice.arguments, title: choice.title, anew });
    };
    body.append(
      ...(menu.kinds.length ? [] : [el("p", {}, "Isinya masih disiapkan. Tunggu beberapa detik, lalu tekan M lagi.")]),
      ...menu.kinds.map((kind) =>
        el(
          "section",
          { class: "menu-kind" },
          kind.choices.length === 1 && kind.choices[0].title === kind.title ? null : el("h2", {}, kind.title),
          el(
            "ul",
            { class: "menu-choices" },
            kind.choices.map((choice) =>
              el(
                "li",
                {},
                el(
                  "button",
                  { type: "button", class: "button choice", on: { click: show(kind.part, choice) } },
                  el("span", {}, el("strong", {}, choice.title), choice.teaser ? el("span", { class: "small soft teaser" }, choice.teaser) : null),
                  choice.left ? el("span", { class: `tag ${choice.done ? "good" : ""}` }, choice.done ? "selesai" : "lanjutkan") : null,
                ),
                choice.left ? button("Ulang dari awal", show(kind.part, choice, true), { kind: "quiet small" }) : null,
              ),
            ),
          ),
        ),
      ),
      el(
        "section",
        { class: "menu-kind" },
        el("h2", {}, "Lainnya"),
        el(
          "div",
          { class: "row" },
          button("Ubah data pertemuan", () => (close(), changeAbout(menu.about, keepAbout))),
          button("Judul pertemuan", () => (close(), stage("close")), {}),
          onWall ? button("Jendela catatan", () => (close(), openNotes()), {}) : null,
          el("a", { class: "button", href: "/cetak", target: "_blank" }, "Cetak"),
          el("a", { class: "button", href: "/laporan", target: "_blank" }, "Laporan"),
          button("Selesaikan pertemuan", async () => {
            close();
            if (await confirmed("Selesaikan pertemuan ini?", "Ya, selesaikan")) {
              if (await stage("end")) location.assign(`/laporan#${id}`);
            }
          }, { kind: "danger" }),
        ),
      ),
    );
  }, { class: "dialog wide", hotkey: "M" });
}

export function openNotes() {
  window.open("/catatan", "mawas-catatan", "popup,width=1000,height=720");
}
