// The policy that a page runs under, as far as a page can know it, and the policy that the check needs.

/** The policies in the page itself. */
export const metaPolicies = () =>
  [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')]
    .map((meta) => meta.content.trim())
    .filter(Boolean);

/** Whether the page came from a server that could be asked again. */
export const hasServer = () => /^https?:$/.test(location.protocol);

const asked = [];

/** Asks the page's own server for the head of this page again; resolves to its policy, or null if it sends none. */
export async function headerPolicy() {
  const address = location.href.split('#', 1)[0];
  const ask = { address, from: performance.now(), to: Infinity };
  asked.push(ask);
  try {
    const response = await fetch(address, { method: 'HEAD', cache: 'no-store' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return response.headers.get('content-security-policy');
  } finally {
    ask.to = performance.now();
  }
}

/** Whether a request was such a question, which is ours and not the page's. */
export const wasAsked = ({ name, startTime }) =>
  asked.some(({ address, from, to }) => name === address && startTime >= from && startTime <= to);

/** What a page has to allow: by where the files are. `origin` is that of the files. */
export const neededPolicies = (origin) => ({
  self: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
  other: `script-src 'self' ${origin} 'wasm-unsafe-eval'; connect-src 'self' ${origin}`,
  frame: `frame-src ${origin}`,
});
