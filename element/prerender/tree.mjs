// Turns the markup that the engine's components write into trees: [tag, attributes, ...children].
//
// The element builds its first screens from them without parsing markup. Only what those components write is
// understood; anything else is a mistake of the build.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'", '#x2F': '/' };
const VOID = new Set(['input', 'img', 'br', 'hr']);
const TOKEN = /<!--.*?-->|<\/([a-z0-9]+)>|<([a-z0-9]+)((?:\s+[a-z-]+="[^"]*")*)\s*>|([^<]+)/gsy;

const plain = (text) =>
  text.replace(/&([^;]+);/g, (whole, name) => {
    if (!(name in ENTITIES)) throw new Error(`an entity that the build does not know: ${whole}`);
    return ENTITIES[name];
  });

/** The one element that a text of markup holds. */
export function tree(markup) {
  const top = ['top', {}];
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < markup.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(markup);
    if (!found) throw new Error(`markup that the build does not know: ${markup.slice(at, at + 60)}`);
    const [, closed, tag, attributes, text] = found;
    if (text !== undefined) open.at(-1).push(plain(text));
    else if (tag) {
      const element = [tag, {}];
      for (const [, name, value] of attributes.matchAll(/([a-z-]+)="([^"]*)"/g)) element[1][name] = plain(value);
      open.at(-1).push(element);
      if (!VOID.has(tag)) open.push(element);
    } else if (closed && open.pop()[0] !== closed) throw new Error(`</${closed}> closes something else`);
  }
  if (open.length !== 1 || top.length !== 3) throw new Error('the markup is not one element');
  return top[2];
}
