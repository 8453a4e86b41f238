/* The wire to the server: state comes by server-sent events, acts go by POST.

   listen(address, show, lost)   calls show(state) now and after every change, lost(true) while the server is gone and lost(false) when it is
                                 back; returns a function that stops it.
   ask(address, body)            POSTs JSON, or GETs where there is none; resolves to the response, rejects with an Error: message for
                                 people, status (0: not reached).
   json(address, body)           the same, and resolves to the JSON of the answer.
   acts(onError)                 {stage(do, value), part(do, value)}: promises that resolve to true when it was done. */

const GONE = "Mawas tidak terjangkau. Lihat jendela hitam tempat Mawas dijalankan, lalu jalankan lagi ./mawas demo.";

export function listen(address, show, lost) {
  let source = null;
  let again = 0;
  const open = () => {
    source = new EventSource(address);
    source.onmessage = (event) => {
      lost(false);
      show(JSON.parse(event.data));
    };
    source.onerror = () => {
      lost(true);
      // Firefox gives up when the server is away at the moment of asking.
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(again);
        again = setTimeout(open, 1500);
      }
    };
  };
  open();
  // Free the connection at once: browsers allow six to one server.
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener(
    "pagehide",
    () => {
      clearTimeout(again);
      source.close();
    },
    { signal },
  );
  window.addEventListener("pageshow", (event) => event.persisted && open(), { signal });
  return () => {
    listeners.abort();
    clearTimeout(again);
    source.close();
  };
}

export async function ask(address, body = null) {
  const how = body ? { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) } : {};
  let answer;
  try {
    answer = await fetch(address, how);
  } catch {
    throw Object.assign(new Error(GONE), { status: 0 });
  }
  if (answer.ok) return answer;
  const read = await answer.json().catch(() => ({}));
  throw Object.assign(new Error(read.error || "Ada yang gagal. Coba sekali lagi."), { status: answer.status });
}

export async function json(address, body) {
  return (await ask(address, body)).json();
}

export function acts(onError) {
  // One after the other: two quick presses must arrive in their order.
  let last = Promise.resolve();
  const send = (target, act, value = null) => {
    last = last.then(async () => {
      try {
        await json("/api/act", { target, do: act, value });
        onError(null);
        return true;
      } catch (error) {
        onError(error.message);
        return false;
      }
    });
    return last;
  };
  return { stage: (act, value) => send("stage", act, value), part: (act, value) => send("part", act, value) };
}
