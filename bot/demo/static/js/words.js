/* Dates in words. */

const DAYS = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const TIMES = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });

/* "2026-11-21" -> "Sabtu, 21 November 2026" */
export const dayInWords = (iso) => DAYS.format(new Date(`${iso}T12:00:00`));

/* "2026-11-21T09:30:00+07:00" -> "21 November pukul 09.30" */
export const timeInWords = (iso) => TIMES.format(new Date(iso));

/* Today as the form wants it: "2026-11-21". */
export function todayIso() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
