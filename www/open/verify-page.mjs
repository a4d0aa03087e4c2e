// The page "Check a result": its script recomputes the receipt of a saved file or a link, on the device.

import { NOT_ADVICE, html, page as wholePage } from './html.mjs';

export function page() {
  const main = html`
<h1>Check a result</h1>
<p class="lead">Every result has a receipt: a fingerprint of the answers, the catalogue, the day and the result.
This page works it out anew from a saved file or a share link and compares. Everything happens on your device; nothing is sent.</p>
<p class="advice">${NOT_ADVICE}</p>
<noscript><p class="advice">This page needs JavaScript and WebAssembly, which run on your device only.</p></noscript>
<form class="verify" hidden>
<div class="verify-drop">
<label for="verify-file">A saved file</label>
<p class="quiet" id="verify-file-hint">Choose it, or drop it here.</p>
<input id="verify-file" type="file" accept=".json,application/json" aria-describedby="verify-file-hint">
</div>
<div>
<label for="verify-text">Or a share link, or the text of a file</label>
<textarea id="verify-text" rows="5" spellcheck="false" autocomplete="off"></textarea>
</div>
<div class="verify-key" hidden>
<label for="verify-key">Passphrase of the link</label>
<input id="verify-key" type="password" autocomplete="off">
</div>
<button type="submit">Check it</button>
</form>
<div class="verify-said" role="status"></div>
<section aria-labelledby="means">
<h2 id="means">What this shows, and what not</h2>
<ul>
<li>The same receipt means: with this catalogue and the law of that day, these answers lead to this result, and nothing of it was changed.</li>
<li>It does not say who answered, when, or whether the answers are true. Anybody can make a file with other answers and a receipt that fits those.</li>
<li>What was written into a checklist, such as owners and notes, and what an overlay asks are no part of the receipt.</li>
</ul>
</section>`;
  return wholePage({
    file: 'verify.html',
    title: 'Check a result',
    description: 'Recomputes the receipt of a saved result or a share link on your device, and says whether it is the same.',
    head: html`<script type="module" src="verify.js"></script>`,
    main,
  });
}
