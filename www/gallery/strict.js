// The few styles of a page that allows none: made here, which no policy for styles concerns.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  body { max-inline-size: 68rem; margin: 0 auto; padding: 1rem; font-family: system-ui, sans-serif; line-height: 1.5 }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
`);
document.adoptedStyleSheets = [sheet];
