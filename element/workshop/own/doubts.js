// What speaks against a case, in words of whoever writes it.

const DOUBTS = {
  settled: 'workshop.own-doubt-settled',
  open: 'workshop.own-doubt-open',
  idle: 'workshop.own-doubt-idle',
  'right-mistake': 'workshop.own-doubt-right-mistake',
  'long-story': 'workshop.own-doubt-long-story',
};

/** A doubt as a sentence or two. */
export const doubtText = ({ words, say }, { code, fact }) => words(DOUBTS[code], { question: fact ? say.question(fact) : '' });
