/* A session of today that did not end: the laptop went off in the middle of it. */

const HOURS = 24;

export async function interruptedSession() {
  try {
    const { running } = await (await fetch("/api/menu")).json();
    const last = running.find(({ used }) => Date.now() - new Date(used) < HOURS * 3600 * 1000);
    return last || null;
  } catch {
    return null; // the banner says that Mawas is gone
  }
}
