// Stands before Material's search worker: a query that looks like LaTeX becomes the terms under which the index
// knows formulas. The same as terms.py and canonical.py, and a test holds them together.
{
  const TOKEN = /\\[A-Za-z]+|\\[^]|\d+(?:\.\d+)?|:=|\S/gu;
  const COMMENT = /(?<!\\)%.*/g;
  const LAYOUT = /\\(?:label|begin|end|tag)\s*\{[^{}]*\}/g;
  const WORD = /\\(?:operatorname|mathrm|mathit|mathsf|text)\*?\s*\{([^{}\\]*)\}/g;
  const INVISIBLE = new Set(/*INVISIBLE*/);
  const SYNONYMS = new Map(/*SYNONYMS*/);
  const NAMES = new Map(/*NAMES*/);

  const bare = (found) => found.reduce((kept, token) => {
    if (token === '}' && kept.at(-1) === '{') kept.pop();
    else if (token === '}' && kept.at(-2) === '{') kept.splice(-2, 1);
    else kept.push(token);
    return kept;
  }, []);

  const tokens = (tex) => {
    const plain = tex.replace(COMMENT, '').replace(LAYOUT, ' ')
      .replace(WORD, (_, word) => (word.trim() ? ` \\${word.replace(/[^A-Za-z]/g, '')} ` : ' '));
    const found = bare((plain.match(TOKEN) ?? []).map((token) => SYNONYMS.get(token) ?? token)
      .filter((token) => !INVISIBLE.has(token)));
    while (['.', ','].includes(found.at(-1))) found.pop();
    return found;
  };

  const word = (token) => NAMES.get(token) ?? token.replace(/^\\+/, '')
    .replace(/[A-Z]/g, (letter) => `cap${letter.toLowerCase()}`)
    .replace(/[^a-z0-9]/gu, (sign) => `u${sign.codePointAt(0).toString(16)}`);

  const searchTerms = (tex) => {
    const words = tokens(tex).filter((token) => token !== '{' && token !== '}').map(word);
    const pairs = words.slice(1).map((next, i) => `tex${words[i]}x${next}`);
    return [...new Set([...words.map((one) => `tex${one}`), ...pairs])];
  };

  const isLatex = (query) => /[\\^_{}]/.test(query);
  self.searchTerms = searchTerms;

  let named = '';
  let subjects = new Map();

  // Heard before Material's own listener, which is registered below and is given the same event.
  self.addEventListener('message', ({ data: message }) => {
    if (message.type === 0) {
      subjects = new Map(message.data.docs.map(({ location, subject }) => [location, (subject ?? '').split(' ')]));
    }
    if (message.type !== 2 || typeof message.data !== 'string') return;
    named = `eq/${message.data.trim().toLowerCase().replace(/\s+/g, '-')}/`;
    if (isLatex(message.data)) {
      message.data = searchTerms(message.data).map((term) => `+${term}`).join(' ');
    }
  });

  // The equation of that name comes first; then who has all the words that were asked for, before who has some of
  // them more often.
  const missing = (group) => Math.min(...group.map(({ location, terms }) => {
    if (location === named) return -1;
    const found = Object.values(terms ?? {});
    return found.length ? found.filter((one) => !one).length : Infinity;
  }));
  // Then the claims about just this: all that was asked for stands in what they are about, and little else.
  const aboutness = (group) => Math.max(...group.map(({ location, terms }) => {
    const about = subjects.get(location) ?? [];
    const asked = Object.keys(terms ?? {});
    return asked.length && asked.every((one) => about.includes(one)) ? asked.length / about.length : 0;
  }));
  const post = self.postMessage.bind(self);
  self.postMessage = (message) => {
    if (message.type === 3) message.data.items.sort((one, other) => (
      missing(one) - missing(other) || aboutness(other) - aboutness(one) || 0
    ));
    post(message);
  };
}
