// Texts that a language does not have yet. They are shown in English, and marked as English, so that they are read out
// and hyphenated as such.
//
// The build puts one sign that nobody sees before such a text. Here it is taken off wherever it comes up, and the
// element around gets the language. Loaded for languages that lack texts, and for no other.

const MARK = '\u2063';
const SOURCE = 'en';

/** Attributes that people read or hear. */
const READ = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Watches what is below `root` and takes marks off, until it is told to stop. */
export function takeMarksOff(root) {
  /** Elements that got a language here, and lose it when their own text comes. */
  const foreign = new WeakSet();

  const ofText = (text) => {
    const { data, parentElement: around } = text;
    if (data.startsWith(MARK)) {
      if (!around.hasAttribute('lang')) foreign.add(around);
      around.lang = SOURCE;
    } else if (foreign.has(around) && data.trim() && !data.includes(MARK)) {
      foreign.delete(around);
      around.removeAttribute('lang');
    }
    if (data.includes(MARK)) text.data = data.replaceAll(MARK, '');
  };

  const ofAttribute = (element, name) => {
    const said = element.getAttribute(name);
    if (said?.includes(MARK)) element.setAttribute(name, said.replaceAll(MARK, ''));
  };

  const ofAll = (node) => {
    if (node.nodeType === Node.TEXT_NODE) ofText(node);
    if (node.nodeType === Node.ELEMENT_NODE) READ.forEach((name) => ofAttribute(node, name));
    node.childNodes.forEach(ofAll);
  };

  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData') ofText(target);
      else if (type === 'attributes') ofAttribute(target, attributeName);
      else addedNodes.forEach(ofAll);
    }
    // What was changed here is no news.
    observer.takeRecords();
  });
  ofAll(root);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: READ });
  return () => observer.disconnect();
}
