/* Finds the script of a part: js/parts/<name>.js. */

const NAME = /^[a-z_]+$/;
const loaded = new Map();
let failed = 0;

export async function partScript(name) {
  if (!NAME.test(name)) throw new Error("Bagian ini tidak dikenal.");
  if (!loaded.has(name)) {
    // Browsers remember that an address failed: it is asked for under another one.
    const found = import(`./parts/${name}.js${failed ? `?${failed}` : ""}`);
    loaded.set(name, found);
    found.catch(() => {
      failed += 1;
      loaded.delete(name);
    });
  }
  return loaded.get(name);
}
