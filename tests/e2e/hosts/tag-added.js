// Adds the script as a tag manager does: into the head, before the page is read, with a place for the check.
const script = document.createElement('script');
script.src = '{embed}embed.js';
script.dataset.target = '#place';
script.dataset.loading = 'eager';
document.head.append(script);
