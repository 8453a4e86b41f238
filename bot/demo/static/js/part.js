/* Finds the script of a part: js/parts/<name>.js. */

const NAME = /^[a-z_]+$/;
const loaded = new Map();

export async function partScript(name) {
  if (!NAME.test(name)) throw new Error("Bagian ini tidak dikenal.");
  if (!loaded.has(name)) loaded.set(name, import(`./parts/${name}.js`));
  return loaded.get(name);
}
