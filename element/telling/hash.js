// A number for a text, the same everywhere: FNV-1a with 32 bits. It guards nothing and tells texts apart.

export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
