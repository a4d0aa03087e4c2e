// Texts that a language does not have yet. They are shown in English, and marked as English, so that they are read out
// and hyphenated as such.
//
// The build puts one sign that nobody sees before such a text. Here it is taken off wherever it comes up, and the
// element around gets the language. Loaded for languages that lack texts, and for no other.

const MARK = '\u2063';
const SOURCE = 'en';

/** Attributes that people read or hear. */
const READ = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];

/** Watches what is below `root` and takes marks off, until it is told to stop; other texts are in `language`. */
export function takeMarksOff(root, language) {
  /** Elements that got a language here, and lose it when their own text comes. */
  const foreign = new WeakSet();
  /** Texts as they were left here: one that is met again is no news. */
  const left = new WeakMap();

  const ofText = (text) => {
    const { data, parentElement: around } = text;
    if (left.get(text) === data || !data.trim()) return;
    if (data.startsWith(MARK)) {
      if (!around.hasAttribute('lang')) foreign.add(around);
      around.lang = SOURCE;
    }
    if (data.includes(MARK)) {
      text.data = data.replaceAll(MARK, '');
      left.set(text, text.data);
    } else settle(around);
  };

  /** An element that has no such text any more is what it was. */
  const settle = (element) => {
    if (!foreign.has(element) || [...element.childNodes].some((child) => left.has(child) && left.get(child) === child.data)) return;
    foreign.delete(element);
    element.removeAttribute('lang');
  };

  /** What stands beside a text in English is not in English because of it. */
  const besideForeign = (element) => {
    if (foreign.has(element.parentElement) && !element.hasAttribute('lang')) element.lang = language;
  };

  const ofAttribute = (element, name) => {
    const said = element.getAttribute(name);
    if (said?.includes(MARK)) element.setAttribute(name, said.replaceAll(MARK, ''));
  };

  const ofAll = (node) => {
    if (node.nodeType === Node.TEXT_NODE) ofText(node);
    if (node.nodeType === Node.ELEMENT_NODE) READ.forEach((name) => ofAttribute(node, name));
    node.childNodes.forEach(ofAll);
    if (node.nodeType === Node.ELEMENT_NODE) [...node.children].forEach(besideForeign);
  };

  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'characterData') ofText(target);
      else if (type === 'attributes') ofAttribute(target, attributeName);
      else {
        addedNodes.forEach(ofAll);
        settle(target);
        if (target.children) [...target.children].forEach(besideForeign);
      }
    }
    // What was changed here is no news.
    observer.takeRecords();
  });
  ofAll(root);
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: READ });
  return () => observer.disconnect();
}
